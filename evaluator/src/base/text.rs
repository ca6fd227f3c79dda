//! Text in the two languages of the product, and the language of a reader.

use crate::base::compact::compact;
use serde::{Deserialize, Serialize};

/// The reader's language; Chinese is complete and first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English text, where there is one.
    En,
}

impl Lang {
    /// One of two constants.
    pub const fn pick<'t>(self, zh: &'t str, en: &'t str) -> &'t str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A sentence or name in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese; legal terms are verbatim here.
    pub zh: String,
    /// English text; the Chinese one stands in where it is empty.
    pub en: String,
}

compact!(struct Text { zh, en });

impl Text {
    /// Empties both languages.
    pub(crate) fn clear(&mut self) {
        self.zh.clear();
        self.en.clear();
    }

    /// The text in the reader's language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            _ => &self.zh,
        }
    }
}
