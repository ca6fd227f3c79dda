//! The configuration: one TOML file and the environment; unknown keys are refused.

mod load;
mod sections;

use std::net::SocketAddr;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::release::rules::Rules;
use crate::store::{AddressError, Database};

pub use load::SettingsError;
pub use sections::{
    BackupSettings, ConnectionSettings, LimitSettings, LogSettings, PostgresSettings, ProxySettings,
    ReleaseSettings, WorkSettings,
};

/// Everything that can be configured, with its default.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where the figures are served; a loopback address.
    pub metrics_listen: Option<SocketAddr>,
    /// A SQLite file, or a `postgres://` address.
    pub database: String,
    /// Folder of the keys, which never lies in the database's copies.
    pub keys: PathBuf,
    /// Folder of the built site; without it only the endpoint is served.
    pub site: Option<PathBuf>,
    /// The site's public address, for invitation links.
    pub public_url: Option<String>,
    /// Origins of other sites whose pages may send reports and read releases.
    pub allowed_origins: Vec<String>,
    /// The PostgreSQL server.
    pub postgres: PostgresSettings,
    /// Reverse proxies.
    pub proxy: ProxySettings,
    /// Rules of release.
    pub release: ReleaseSettings,
    /// Limits on senders.
    pub limits: LimitSettings,
    /// Limits on connections.
    pub connections: ConnectionSettings,
    /// Proof of work.
    pub work: WorkSettings,
    /// Copies of the database: where, how often, how many.
    pub backup: BackupSettings,
    /// The log.
    pub log: LogSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            metrics_listen: None,
            database: "zjtx-statistics.db".to_owned(),
            keys: PathBuf::from("zjtx-keys"),
            site: None,
            public_url: None,
            allowed_origins: Vec::new(),
            postgres: PostgresSettings::default(),
            proxy: ProxySettings::default(),
            release: ReleaseSettings::default(),
            limits: LimitSettings::default(),
            connections: ConnectionSettings::default(),
            work: WorkSettings::default(),
            backup: BackupSettings::default(),
            log: LogSettings::default(),
        }
    }
}

impl Settings {
    /// Where the data are.
    ///
    /// # Errors
    /// When the address is not understood or the way to the server is not private.
    pub fn database(&self) -> Result<Database, AddressError> {
        Database::from_address(&self.database, self.postgres.ca_file.as_deref())
    }

    /// Where releases are read.
    ///
    /// # Errors
    /// When the address is not understood or the way to the server is not private.
    pub fn database_for_reading(&self) -> Result<Database, AddressError> {
        let address = self.postgres.read.as_ref().unwrap_or(&self.database);
        Database::from_address(address, self.postgres.ca_file.as_deref())
    }

    /// The rules of release.
    ///
    /// # Errors
    /// When ε is not a number.
    pub fn rules(&self) -> Result<Rules, SettingsError> {
        self.release.rules()
    }
}
