//! Which mean of growth is meant.

use crate::base::compact::compact;
use serde::{Deserialize, Serialize};

/// Which mean of growth is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GrowthHow {
    /// 「复合增长率」
    Compound,
    /// 「平均增长率」: the arithmetic mean of the yearly rates.
    MeanOfRatios,
}

compact!(
    enum GrowthHow {
        Compound,
        MeanOfRatios,
    }
);
