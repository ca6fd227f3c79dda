//! The random number that makes a retry harmless.

use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

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

    /// Reads the 22 characters; none for any other text, so that no number has two spellings.
    pub fn from_text(text: &str) -> Option<Self> {
        BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The 22 characters of base64url.
    pub fn to_text(self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }
}

impl fmt::Debug for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReportId(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::ReportId;

    #[test]
    fn known_texts() {
        let text = |bytes| ReportId::from_bytes(bytes).to_text();
        assert_eq!(text([0; 16]), "AAAAAAAAAAAAAAAAAAAAAA");
        assert_eq!(text([255; 16]), "_____________________w");
        assert_eq!(text(*b"0123456789abcdef"), "MDEyMzQ1Njc4OWFiY2RlZg");
    }

    #[test]
    fn every_bit_survives() {
        for bit in 0..128 {
            let id = ReportId::from_bytes((1_u128 << bit).to_be_bytes());
            assert_eq!(ReportId::from_text(&id.to_text()), Some(id), "bit {bit}");
        }
    }

    #[test]
    fn one_number_has_one_spelling() {
        for text in ["", "AAAA", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAA+"]
        {
            assert_eq!(ReportId::from_text(text), None, "{text}");
        }
    }
}
