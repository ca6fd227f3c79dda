//! The counting period: one ISO week.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An ISO week, written `2026W47`. Which week it is, is the server's to say: a browser takes the
/// period from [`Config`](crate::Config) and does not trust its own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    week: u8,
}

/// The text is not a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPeriod;

impl Period {
    /// A week of an ISO year. `None` unless the year has four digits and the week is 1 to 53.
    pub fn new(year: u16, week: u8) -> Option<Self> {
        ((1000..=9999).contains(&year) && (1..=53).contains(&week)).then_some(Self { year, week })
    }

    /// The ISO year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The week of the ISO year, from 1.
    pub fn week(self) -> u8 {
        self.week
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}W{:02}", self.year, self.week)
    }
}

impl fmt::Display for NotAPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a period such as 2026W47 is expected")
    }
}

impl std::error::Error for NotAPeriod {}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (year, week) = text.split_once('W').ok_or(NotAPeriod)?;
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || week.len() != 2 || !is_number(year) || !is_number(week) {
            return Err(NotAPeriod);
        }
        let parsed = year.parse().ok().zip(week.parse().ok());
        parsed.and_then(|(year, week)| Self::new(year, week)).ok_or(NotAPeriod)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Period {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        use utoipa::openapi::schema::{Object, Type};
        let text = Object::builder().schema_type(Type::String).pattern(Some(r"^\d{4}W\d{2}$"));
        text.examples(["2026W47"]).into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Period {}
