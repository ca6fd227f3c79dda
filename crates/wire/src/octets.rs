//! A fixed number of bytes as text: points, keys, proofs and signatures of blind tokens.

use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// `N` bytes, written in base64url without padding. [`Debug`](fmt::Debug) does not print them, so that none of
/// them reaches a log.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Octets<const N: usize>([u8; N]);

impl<const N: usize> Octets<N> {
    /// These bytes.
    pub const fn from_bytes(bytes: [u8; N]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; N] {
        &self.0
    }

    /// Reads the text; none for any other, so that no bytes have two spellings.
    pub fn from_text(text: &str) -> Option<Self> {
        BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The characters of base64url.
    pub fn to_text(self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }
}

impl<const N: usize> fmt::Debug for Octets<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Octets(…)")
    }
}

impl<const N: usize> Serialize for Octets<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

impl<'de, const N: usize> Deserialize<'de> for Octets<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_text(&text).ok_or_else(|| D::Error::custom("not bytes of this length in base64url"))
    }
}

#[cfg(feature = "openapi")]
mod schema {
    use super::Octets;
    use std::borrow::Cow;
    use utoipa::{
        PartialSchema, ToSchema,
        openapi::{ObjectBuilder, RefOr, Schema, Type},
    };

    impl<const N: usize> PartialSchema for Octets<N> {
        fn schema() -> RefOr<Schema> {
            let pattern = format!("^[A-Za-z0-9_-]{{{}}}$", (8 * N).div_ceil(6));
            ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).into()
        }
    }

    impl<const N: usize> ToSchema for Octets<N> {
        fn name() -> Cow<'static, str> {
            format!("Octets{N}").into()
        }
    }
}
