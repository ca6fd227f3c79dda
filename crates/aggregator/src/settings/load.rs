//! Reads the configuration and checks it as a whole.

use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Toml};

use super::Settings;
use crate::release::epsilon::NotAnEpsilon;

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
        let release = &self.release;
        let rules = [
            (
                "metrics_listen",
                self.metrics_listen.is_none_or(|at| at.ip().is_loopback()),
                "须为本机回环地址",
            ),
            ("release.minimum_batch", release.minimum_batch >= 2, "至少为 2"),
            ("release.minimum_total", release.minimum_total >= 2, "至少为 2"),
            ("release.minimum_cell", release.minimum_cell >= 2, "至少为 2"),
            ("limits.queue", self.limits.queue >= 1, "至少为 1"),
            ("limits.batch", self.limits.batch >= 1, "至少为 1"),
            ("limits.table_entries", (8..=1 << 22).contains(&self.limits.table_entries), "8 至 4194304"),
            ("connections.maximum", self.connections.maximum >= 1, "至少为 1"),
            ("work.bits", self.work.bits <= 30, "0 至 30"),
            ("backup.keep", self.backup.keep >= 1, "至少为 1"),
            (
                "log.level",
                self.log.level.parse::<tracing::Level>().is_ok(),
                "error、warn、info、debug 或 trace",
            ),
        ];
        let broken = rules.into_iter().find(|(_, holds, _)| !holds);
        broken.map_or(Ok(()), |(key, _, expected)| Err(SettingsError::OutOfRange { key, expected }))?;
        self.rules().map(drop)
    }

    /// The same values, with the password of a database address masked.
    pub fn masked(&self) -> Self {
        Self { database: format!("{:?}", self.database()), ..self.clone() }
    }
}
