//! What is wrong with a settings file, for the person who wrote it.

use thiserror::Error;

/// A settings file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SettingsError {
    /// Not TOML, an unknown key, or a value of another kind.
    #[error("第 {line} 行：{what}")]
    Form {
        /// Line, from 1.
        line: usize,
        /// What the reader of TOML says of it.
        what: String,
    },
    /// A value that cannot be right.
    #[error("{key}：{what}")]
    Value {
        /// The key, with its section: `area.served`.
        key: String,
        /// What is wrong and what to do.
        what: String,
    },
}

impl SettingsError {
    pub(crate) fn value(key: impl Into<String>, what: impl Into<String>) -> Self {
        Self::Value { key: key.into(), what: what.into() }
    }
}
