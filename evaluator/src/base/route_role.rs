//! What a route 「认定路径」 is.

use super::compact::compact;
use serde::{Deserialize, Serialize};

/// What a route is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RouteRole {
    /// 「直通条件」
    Direct,
    /// 「评分路径」
    Scored,
    /// 「一般性条件」
    General,
}

compact!(
    enum RouteRole {
        Direct,
        Scored,
        General,
    }
);
