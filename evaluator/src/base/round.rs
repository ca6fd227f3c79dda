//! What is said of rounds of application 「申报批次」 in one word.

use super::compact::compact;
use serde::{Deserialize, Serialize};

/// What firms do in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoundPurpose {
    /// 「新申请」
    First,
    /// 「复核」
    Renewal,
    /// 「年度信息更新」 by firms that hold the title.
    Update,
}

compact!(
    enum RoundPurpose {
        First,
        Renewal,
        Update,
    }
);

/// Whether the days of a round are written anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoundStatus {
    /// A document states them.
    Announced,
    /// No document does: they are inferred, and the note says from what.
    Expected,
}

compact!(
    enum RoundStatus {
        Announced,
        Expected,
    }
);

/// Who does a step of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StageActor {
    /// The enterprise that applies.
    Enterprise,
    /// Authorities or reviewers.
    Authority,
}

compact!(
    enum StageActor {
        Enterprise,
        Authority,
    }
);
