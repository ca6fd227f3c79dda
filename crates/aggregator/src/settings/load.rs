//! Reads the configuration and checks it as a whole.

use std::path::{Path, PathBuf};

use axum::http::Uri;
use figment::Figment;
use figment::providers::{Env, Format, Toml};

use super::Settings;
use crate::release::epsilon::NotAnEpsilon;
use crate::store::AddressError;

/// Environment variables of the configuration start with this; `__` stands between section and key.
const PREFIX: &str = "ZJTX_";

/// The usual variable for a database address; it goes before the file.
const DATABASE_URL: &str = "DATABASE_URL";

/// Why the configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file that was named is not there.
    #[error("找不到配置文件 {0}；请检查路径")]
    NoFile(PathBuf),
    /// A key or value is not understood.
    #[error("配置有误：{0}。请改正或删去这一项")]
    NotUnderstood(#[from] Box<figment::Error>),
    /// ε is not a number.
    #[error("配置项 release.epsilon 有误：{0}，或 none（精确模式）")]
    Epsilon(NotAnEpsilon),
    /// The database's address.
    #[error("配置有误：{0}")]
    Address(#[from] AddressError),
    /// The site's settings.
    #[error("站点设置 {file} 有误：{why}", file = file.display())]
    Site {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        why: String,
    },
    /// A value is out of its range.
    #[error("配置项 {key} 有误：{expected}")]
    OutOfRange {
        /// The key.
        key: &'static str,
        /// What it should be.
        expected: &'static str,
    },
}

impl Settings {
    /// Reads a file, if one is named, and the environment, which goes before it.
    ///
    /// # Errors
    /// Names the key that is unknown or wrong.
    pub fn load(file: Option<&Path>) -> Result<Self, SettingsError> {
        let mut sources = Figment::new();
        if let Some(file) = file {
            if !file.is_file() {
                return Err(SettingsError::NoFile(file.into()));
            }
            sources = sources.merge(Toml::file_exact(file));
        }
        sources = sources.merge(Env::prefixed(PREFIX).split("__"));
        sources = sources.merge(Env::raw().only(&[DATABASE_URL]).map(|_| "database".into()));
        let settings: Self = sources.extract().map_err(Box::new)?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> Result<(), SettingsError> {
        let broken = checks(self).into_iter().find(|(_, holds, _)| !holds);
        broken.map_or(Ok(()), |(key, _, expected)| Err(SettingsError::OutOfRange { key, expected }))?;
        self.database()?;
        self.database_for_reading()?;
        self.token_key()?;
        self.rules().map(drop)
    }

    /// The same values, with the password of a database address masked.
    pub fn masked(&self) -> Self {
        let mask =
            |database: Result<_, _>| database.map_or("…".to_owned(), |database| format!("{database:?}"));
        let mut masked = Self { database: mask(self.database()), ..self.clone() };
        masked.postgres.read = self.postgres.read.as_ref().map(|_| mask(self.database_for_reading()));
        masked
    }
}

/// What a key is called, whether its value will do, and what would.
type Check = (&'static str, bool, &'static str);

fn checks(settings: &Settings) -> Vec<Check> {
    let mut checks = limits(settings);
    checks.extend(places(settings));
    checks
}

fn limits(settings: &Settings) -> Vec<Check> {
    let (release, limits, connections) = (&settings.release, &settings.limits, &settings.connections);
    let seconds = |value: u64| (1..=3_600).contains(&value);
    vec![
        ("release.minimum_batch", release.minimum_batch >= 2, "至少为 2"),
        ("release.minimum_total", release.minimum_total >= 2, "至少为 2"),
        ("release.minimum_cell", release.minimum_cell >= 2, "至少为 2"),
        ("limits.per_second", limits.per_second >= limits.replicas, "至少为 limits.replicas"),
        ("limits.queue", (1..=1 << 20).contains(&limits.queue), "1 至 1048576"),
        ("limits.batch", (1..=1 << 16).contains(&limits.batch), "1 至 65536"),
        ("limits.table_entries", (8..=1 << 22).contains(&limits.table_entries), "8 至 4194304"),
        ("limits.replicas", (1..=64).contains(&limits.replicas), "1 至 64"),
        ("connections.maximum", (1..=60_000).contains(&connections.maximum), "1 至 60000"),
        ("connections.per_address", connections.per_address >= 1, "至少为 1"),
        ("connections.header_seconds", seconds(connections.header_seconds), "1 至 3600"),
        ("connections.body_seconds", connections.body_seconds <= 3_600, "0 至 3600"),
        ("connections.write_seconds", seconds(connections.write_seconds), "1 至 3600"),
        ("connections.age_seconds", seconds(connections.age_seconds), "1 至 3600"),
        ("connections.leave_seconds", connections.leave_seconds <= 600, "0 至 600"),
        ("connections.drain_seconds", connections.drain_seconds <= 600, "0 至 600"),
        ("work.bits", settings.work.bits <= 30, "0 至 30"),
        ("backup.keep", settings.backup.keep >= 1, "至少为 1"),
        (
            "log.level",
            settings.log.level.parse::<tracing::Level>().is_ok(),
            "error、warn、info、debug 或 trace",
        ),
    ]
}

fn places(settings: &Settings) -> Vec<Check> {
    let is_folder = |folder: &Option<PathBuf>| folder.as_ref().is_none_or(|folder| folder.is_dir());
    let everybody = |network: &ipnet::IpNet| network.prefix_len() == 0;
    let public_url = settings.public_url.as_deref();
    vec![
        (
            "metrics_listen",
            settings.metrics_listen.is_none_or(|at| at.ip().is_loopback()),
            "须为本机回环地址",
        ),
        ("site", is_folder(&settings.site), "没有这个目录"),
        ("backup.folder", is_folder(&settings.backup.folder), "没有这个目录；请先建立"),
        (
            "proxy.trusted",
            !settings.proxy.trusted.iter().any(everybody),
            "不能是全部地址（/0），只写代理自己的",
        ),
        (
            "allowed_origins",
            settings.allowed_origins.iter().all(|origin| origin == "null" || is_origin(origin)),
            "每一项形如 https://portal.example，没有路径和末尾的 /，不支持 *",
        ),
        (
            "public_url",
            public_url.is_none_or(|url| is_origin(url.trim_end_matches('/'))),
            "形如 https://self-test.example",
        ),
    ]
}

/// Whether a text is an origin as browsers write it: scheme, host, perhaps a port, nothing more.
fn is_origin(text: &str) -> bool {
    let Ok(uri) = text.parse::<Uri>() else { return false };
    let authority = uri.authority().map(|authority| authority.as_str());
    let scheme = uri.scheme_str().filter(|scheme| ["http", "https"].contains(scheme));
    let written = scheme.zip(authority).map(|(scheme, authority)| format!("{scheme}://{authority}"));
    written.is_some_and(|written| written == text && !text.contains(['@', '*']))
}
