//! Spans of days.

use super::{compact::compact, date::Date};
use serde::{Deserialize, Serialize};

/// A span of days; open at the end where `to` is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First day, included.
    pub from: Date,
    /// Last day, included; none while no end is known.
    #[serde(default)]
    pub to: Option<Date>,
}

compact!(struct Span { from, to });

impl Span {
    /// Whether the day lies in the span.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the two spans share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_in_time = |a: &Self, b: &Self| b.to.is_none_or(|to| a.from <= to);
        begins_in_time(self, other) && begins_in_time(other, self)
    }
}
