//! The configuration: one TOML file and the environment; unknown keys are refused.

mod load;
mod sections;

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use zjtx_places::Places;
use zjtx_site_settings::{FILE, Site};
use zjtx_wire::Octets;

use crate::counted::Counted;
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
    /// The site's settings, as written for `zjtx site build` or as that writes them (`site.json`); without them those
    /// in `site` hold, and else the default ones.
    pub site_settings: Option<PathBuf>,
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
            site_settings: None,
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
    /// When ε is not a number, or the site's settings cannot be used.
    pub fn rules(&self) -> Result<Rules, SettingsError> {
        let Some((file, site)) = self.read_site()? else {
            return self.release.rules(Counted::by_default(), false);
        };
        let counted = Counted::of(&site, &Places::bundled())
            .ok_or_else(|| SettingsError::Site { file, why: "区域代码应为六位数字".to_owned() })?;
        self.release.rules(Arc::new(counted), site.tokens.is_some())
    }

    /// The key that the site's settings pin for blind tokens; `None` where the site uses none.
    ///
    /// # Errors
    /// When the site's settings cannot be used.
    pub fn token_key(&self) -> Result<Option<Octets<32>>, SettingsError> {
        let Some((file, site)) = self.read_site()? else { return Ok(None) };
        let why = "tokens.key 应为 zjtx-aggregator keys tokens 打印的 43 个字符".to_owned();
        let read = |text: &String| Octets::from_text(text).ok_or(SettingsError::Site { file, why });
        site.tokens.as_ref().map(read).transpose()
    }

    /// The site's settings and where they stand; `None` where there are none.
    fn read_site(&self) -> Result<Option<(PathBuf, Site)>, SettingsError> {
        let of_site = self.site.as_ref().map(|site| site.join(FILE)).filter(|file| file.is_file());
        let Some(file) = self.site_settings.clone().or(of_site) else { return Ok(None) };
        let wrong = |why: String| SettingsError::Site { file: file.clone(), why };
        let text = fs::read_to_string(&file).map_err(|error| wrong(error.to_string()))?;
        let site = match file.extension() {
            Some(extension) if extension == "json" => Site::from_json(&text)
                .ok_or_else(|| wrong("不是 zjtx site build 写出的 site.json，或版本不同".to_owned()))?,
            _ => Site::read(&text, &Places::bundled()).map_err(|error| wrong(error.to_string()))?,
        };
        Ok(Some((file, site)))
    }
}
