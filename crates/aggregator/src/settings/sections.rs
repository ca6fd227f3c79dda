//! The sections of the configuration.

use std::path::PathBuf;
use std::sync::Arc;

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

use super::SettingsError;
use crate::counted::Counted;
use crate::release::rules::Rules;

/// Reverse proxies.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProxySettings {
    /// Networks whose `X-Forwarded-For` is believed.
    pub trusted: Vec<IpNet>,
}

/// The PostgreSQL server.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct PostgresSettings {
    /// Certificates that vouch for a server on another machine; without them only this machine's can
    /// be used.
    pub ca_file: Option<PathBuf>,
    /// Address of a standby from which releases are read; tokens are always read where they are
    /// written.
    pub read: Option<String>,
}

/// Rules of release.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReleaseSettings {
    /// New reports that must wait before a district's counts of a pack are released.
    pub minimum_batch: u32,
    /// The smallest total that is shown.
    pub minimum_total: u32,
    /// The smallest count of a verdict that is shown apart.
    pub minimum_cell: u32,
    /// ε of the noise per report, such as `1` or `1/2`; `none` is exact mode.
    pub epsilon: String,
}

/// Limits on senders.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitSettings {
    /// Reports a second, for the whole server.
    pub per_second: u32,
    /// Reports that may wait for the writer.
    pub queue: usize,
    /// Reports in one transaction.
    pub batch: usize,
    /// Reports of one address at once.
    pub address_burst: u32,
    /// Reports of one address a minute.
    pub address_per_minute: u32,
    /// Reports of one network (/24, /48) at once.
    pub network_burst: u32,
    /// Reports of one network a minute.
    pub network_per_minute: u32,
    /// Reports of one address a day that are counted; more are held back.
    pub address_per_day: u32,
    /// Reports of one network a day that are counted; more are held back.
    pub network_per_day: u32,
    /// Senders that are remembered.
    pub table_entries: usize,
    /// Servers that share the reports, each of which sees its part of the senders.
    pub replicas: u32,
}

/// Limits on connections.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConnectionSettings {
    /// Connections at one time.
    pub maximum: usize,
    /// Connections of one address (/64) at one time; trusted proxies have no such limit.
    pub per_address: u32,
    /// Seconds that a request's header may take to arrive.
    pub header_seconds: u64,
    /// Seconds that a request's body may take to arrive.
    pub body_seconds: u64,
    /// Seconds for which an answer may find no reader.
    pub write_seconds: u64,
    /// Seconds after which a connection is closed, however busy.
    pub age_seconds: u64,
    /// Seconds between the word that the server stops and the last accepted connection: a load
    /// balancer needs them to look elsewhere.
    pub leave_seconds: u64,
    /// Seconds that open requests get when the server stops.
    pub drain_seconds: u64,
}

/// Proof of work.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct WorkSettings {
    /// Zero bits that a report's work must show; 0 asks for none.
    pub bits: u32,
}

/// Copies of the database: where, how often, how many.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct BackupSettings {
    /// Folder for a copy after every day; without it none is made.
    pub folder: Option<PathBuf>,
    /// Copies that are kept.
    pub keep: usize,
}

/// The log.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogSettings {
    /// `error`, `warn`, `info`, `debug` or `trace`.
    pub level: String,
}

impl Default for ReleaseSettings {
    fn default() -> Self {
        let Rules { minimum_batch, minimum_total, minimum_cell, .. } = Rules::default();
        Self { minimum_batch, minimum_total, minimum_cell, epsilon: Rules::default().noise_text() }
    }
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self {
            per_second: 200,
            queue: 4_096,
            batch: 1_024,
            address_burst: 120,
            address_per_minute: 2,
            network_burst: 400,
            network_per_minute: 20,
            address_per_day: 40,
            network_per_day: 400,
            table_entries: 65_536,
            replicas: 1,
        }
    }
}

impl Default for ConnectionSettings {
    fn default() -> Self {
        Self {
            maximum: 4_096,
            per_address: 32,
            header_seconds: 5,
            body_seconds: 10,
            write_seconds: 10,
            age_seconds: 60,
            leave_seconds: 0,
            drain_seconds: 8,
        }
    }
}

impl Default for BackupSettings {
    fn default() -> Self {
        Self { folder: None, keep: 7 }
    }
}

impl Default for LogSettings {
    fn default() -> Self {
        Self { level: "info".to_owned() }
    }
}

impl ReleaseSettings {
    /// The rules.
    pub(super) fn rules(&self, counted: Arc<Counted>, tokens: bool) -> Result<Rules, SettingsError> {
        let epsilon = match self.epsilon.as_str() {
            "none" => None,
            text => Some(text.parse().map_err(SettingsError::Epsilon)?),
        };
        let Self { minimum_batch, minimum_total, minimum_cell, .. } = *self;
        Ok(Rules { minimum_batch, minimum_total, minimum_cell, epsilon, counted, tokens })
    }
}
