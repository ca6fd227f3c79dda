//! How the codes of a report are written. Which codes are counted, and what they are called, is data of the rules and
//! of a site: the endpoint serves it with [`Config`](crate::Config).

use std::{fmt, str};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A code of `N` digits; with `LETTERS`, capital letters may stand in it too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Form<const N: usize, const LETTERS: bool>([u8; N]);

/// A rule pack 「规则包」 in a report, in five characters.
pub type PackCode = Form<5, true>;

/// The level of recognition that a pack judges, in one digit.
pub type Level = Form<1, false>;

/// An area whose counts are kept apart, by its GB/T 2260 code: a district of a city, or a city of a province. The
/// code of the whole area served says that none was stated.
pub type District = Form<6, false>;

impl<const N: usize, const LETTERS: bool> Form<N, LETTERS> {
    /// The code of zeros alone, which no list has.
    pub const ZEROS: Self = Self([b'0'; N]);

    /// The code of these bytes; none where one of them cannot stand in it.
    pub const fn from_bytes(bytes: [u8; N]) -> Option<Self> {
        let mut at = 0;
        while at < N {
            if !(bytes[at].is_ascii_digit() || LETTERS && bytes[at].is_ascii_uppercase()) {
                return None;
            }
            at += 1;
        }
        Some(Self(bytes))
    }

    /// The code of a text; none where it has another form.
    pub fn from_code(text: &str) -> Option<Self> {
        Self::from_bytes(text.as_bytes().try_into().ok()?)
    }

    /// The code as it stands in a report.
    pub fn code(&self) -> &str {
        // ASCII alone gets in.
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl<const N: usize, const LETTERS: bool> fmt::Display for Form<N, LETTERS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl<const N: usize, const LETTERS: bool> fmt::Debug for Form<N, LETTERS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl<const N: usize, const LETTERS: bool> Serialize for Form<N, LETTERS> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de, const N: usize, const LETTERS: bool> Deserialize<'de> for Form<N, LETTERS> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_code(&text).ok_or_else(|| D::Error::custom("not a code of this form"))
    }
}

#[cfg(feature = "openapi")]
mod schema {
    use super::Form;
    use std::borrow::Cow;
    use utoipa::{
        PartialSchema, ToSchema,
        openapi::{ObjectBuilder, RefOr, Schema, Type},
    };

    impl<const N: usize, const LETTERS: bool> PartialSchema for Form<N, LETTERS> {
        fn schema() -> RefOr<Schema> {
            let letters = if LETTERS { "0-9A-Z" } else { "0-9" };
            let pattern = format!("^[{letters}]{{{N}}}$");
            ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).into()
        }
    }

    impl<const N: usize, const LETTERS: bool> ToSchema for Form<N, LETTERS> {
        fn name() -> Cow<'static, str> {
            let name = match N {
                5 => "PackCode",
                6 => "DistrictCode",
                _ => "LevelCode",
            };
            name.into()
        }
    }
}
