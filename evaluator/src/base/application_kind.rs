//! Kinds of application.

use super::{compact::compact, text::Lang};
use serde::{Deserialize, Serialize};

/// Kind of application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ApplicationKind {
    /// 「新申请」
    First,
    /// 「复核」
    Renewal,
}

compact!(
    enum ApplicationKind {
        First,
        Renewal,
    }
);

impl ApplicationKind {
    /// Both kinds, first applications first.
    pub const ALL: [Self; 2] = [Self::First, Self::Renewal];

    /// Id in dossiers and packs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Renewal => "renewal",
        }
    }

    /// The kind of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Name of the kind for people.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::First => lang.pick("新申请", "first application"),
            Self::Renewal => lang.pick("复核", "renewal"),
        }
    }
}
