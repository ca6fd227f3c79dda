//! Blind tokens 「凭证」: how they are asked for, issued and spent.
//!
//! A site that uses them counts a firm once a week and level. The page draws a number and blinds it, the portal
//! that knows the firm's login hands the blinded one to the endpoint, and the endpoint signs without seeing either
//! the number or the firm. What is spent later cannot be linked to what was signed.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::{Level, Octets, Period, Report};
#[cfg(feature = "work")]
use crate::{ReportError, ReportId};

/// The version of a report with a token.
const VERSION: u8 = 2;

/// Bytes of every report with a token, whatever it says.
pub const TOKEN_REPORT_LENGTH: usize = 157;

/// First line of the text that is signed; another kind of text never begins with it.
const SIGNED_KIND: &str = "zjtx token keys 1\n";

/// A token as it is spent: the number that the page drew, and what the endpoint's key makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlindToken(Octets<64>);

impl BlindToken {
    /// The token of a number and the first 32 bytes of the key's output for it.
    pub fn new(nonce: &[u8; 32], output: &[u8; 32]) -> Self {
        let mut bytes = [0; 64];
        bytes[..32].copy_from_slice(nonce);
        bytes[32..].copy_from_slice(output);
        Self(Octets::from_bytes(bytes))
    }

    /// Reads the 86 characters.
    pub fn from_text(text: &str) -> Option<Self> {
        Octets::from_text(text).map(Self)
    }

    /// The 86 characters of base64url.
    pub fn to_text(self) -> String {
        self.0.to_text()
    }

    /// The number that the page drew.
    pub fn nonce(&self) -> &[u8] {
        &self.0.as_bytes()[..32]
    }

    /// What the endpoint's key makes of the number.
    pub fn output(&self) -> &[u8] {
        &self.0.as_bytes()[32..]
    }

    /// The id of the report that spends the token: two reports with one token are one report.
    #[cfg(feature = "work")]
    pub fn report_id(&self) -> ReportId {
        use sha2::{Digest, Sha256};
        let mut id = [0; 16];
        id.copy_from_slice(&Sha256::digest(self.nonce())[..16]);
        ReportId::from_bytes(id)
    }
}

/// A report that spends a token, as it stands in JSON. The token takes the place of the id.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = TokenReport))]
pub struct TokenReportDoc {
    /// Format version, 2.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    v: u8,
    /// The token: 64 bytes as 86 characters of base64url.
    t: Octets<64>,
    /// Rule pack, five characters.
    #[cfg_attr(feature = "openapi", schema(example = "AB30C"))]
    rs: String,
    /// Level, one digit; it must be the pack's and the token's.
    #[cfg_attr(feature = "openapi", schema(example = "2"))]
    lv: String,
    /// District, six digits; the code of the whole area served when it is not stated.
    #[cfg_attr(feature = "openapi", schema(example = "100001"))]
    d: String,
    /// Verdict, one digit.
    #[cfg_attr(feature = "openapi", schema(example = "1"))]
    r: String,
    /// Period, seven characters; it must be the token's.
    #[cfg_attr(feature = "openapi", schema(example = "2026W47"))]
    p: String,
}

impl TokenReportDoc {
    /// The report, under the id that its token gives it, and the token.
    ///
    /// # Errors
    /// When a value has the wrong form or the verdict is none.
    #[cfg(feature = "work")]
    pub fn read(self) -> Result<(Report, BlindToken), ReportError> {
        if self.v != VERSION {
            return Err(ReportError::Malformed);
        }
        let token = BlindToken(self.t);
        let codes = [&self.rs, &self.lv, &self.d, &self.r, &self.p].map(String::as_str);
        Ok((Report::read(token.report_id(), codes)?, token))
    }
}

impl Report {
    /// The bytes that spend a token, always [`TOKEN_REPORT_LENGTH`] of them. The report's own id is not among them.
    pub fn to_json_with(&self, token: &BlindToken) -> String {
        format!(r#"{{"v":{VERSION},"t":"{}",{}"#, token.to_text(), self.codes())
    }
}

/// Public keys of the running week and those after it, signed with the one key that the site's settings pin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenKeys {
    /// A key for each week, the running one first.
    pub keys: Vec<PeriodKey>,
    /// Ed25519 over the keys' text.
    pub signature: Octets<64>,
}

/// The public key of one week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeriodKey {
    /// The week.
    pub period: Period,
    /// A point of ristretto255.
    pub key: Octets<32>,
}

impl PeriodKey {
    /// The text of keys that is signed.
    pub fn signed_text(keys: &[Self]) -> String {
        keys.iter().fold(SIGNED_KIND.to_owned(), |mut text, one| {
            // Writing into a string cannot fail.
            let _ = writeln!(text, "{} {}", one.period, one.key.to_text());
            text
        })
    }
}

/// `POST /v1/tokens`: what a page asks for through the portal, one number for each level of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenRequest {
    /// The week in which the tokens are to count.
    pub period: Period,
    /// The blinded numbers; no level twice.
    pub blinded: Vec<Blinded>,
}

/// One blinded number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Blinded {
    /// The level for which the token is to count.
    pub level: Level,
    /// A point of ristretto255.
    pub element: Octets<32>,
}

/// The endpoint's answer to a [`TokenRequest`], which the portal hands back as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenAnswer {
    /// The week in which the tokens count.
    pub period: Period,
    /// One for each blinded number, in the same order.
    pub evaluated: Vec<Evaluated>,
}

/// What the week's key makes of a blinded number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Evaluated {
    /// The level for which the token counts.
    pub level: Level,
    /// A point of ristretto255.
    pub element: Octets<32>,
    /// Proof that the week's own key made it: no firm is given a key by which it could be known again.
    pub proof: Octets<64>,
}

/// How many tokens of a closed week were issued and spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenUse {
    /// The week.
    pub period: Period,
    /// Tokens that the portal fetched.
    pub issued: i64,
    /// Tokens that were spent, rounded down to tens: an exact number would tell whether one more report came.
    pub spent: i64,
}
