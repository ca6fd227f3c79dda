//! The random number that makes a retry harmless.

use std::fmt;

use crate::base64;

/// Sixteen random bytes, new for each report and of no meaning: two requests with the same id are
/// one report. [`Debug`](fmt::Debug) does not print it, so that it cannot reach a log.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId([u8; 16]);

impl ReportId {
    /// An id from bytes, in the browser those of `crypto.getRandomValues`.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Reads the 22 characters; `None` for any other text.
    pub fn from_text(text: &str) -> Option<Self> {
        base64::decode(text).map(Self)
    }

    /// The 22 characters of base64url.
    pub fn to_text(self) -> String {
        base64::encode(self.0)
    }
}

impl fmt::Debug for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReportId(…)")
    }
}
