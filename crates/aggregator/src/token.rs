//! Officers' tokens: how they look, and whether one works.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::ToSpan;
use jiff::civil::Date;
use rand::CryptoRng;
use sha2::{Digest, Sha256};

use crate::store::{Token, TokenHash};

/// Tells tokens from other texts, for people and for secret scanners.
const PREFIX: &str = "zjtx_";

/// Random bytes in a token: 32 characters of base64url.
const RANDOM_BYTES: usize = 24;

/// Days before its end in which a token counts as expiring soon.
const LAST_DAYS: i64 = 30;

/// A new token; this text is shown once and kept nowhere.
pub fn generate(random: &mut impl CryptoRng) -> String {
    let mut bytes = [0; RANDOM_BYTES];
    random.fill_bytes(&mut bytes);
    format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// The hash under which the store knows a token; `None` for a text that is no token.
///
/// The store looks tokens up by this hash, so how long that takes tells nothing about any token.
pub fn hash(text: &str) -> Option<TokenHash> {
    let random = text.strip_prefix(PREFIX)?;
    let bytes = URL_SAFE_NO_PAD.decode(random).ok()?;
    (bytes.len() == RANDOM_BYTES).then(|| TokenHash(Sha256::digest(text).into()))
}

/// Whether a token still works on a day.
pub fn works(token: &Token, today: Date) -> bool {
    token.revoked.is_none() && today <= token.expires
}

/// Whether a token is in its last days, so that its holder should ask for a new one.
pub fn expires_soon(expires: Date, today: Date) -> bool {
    expires <= today.saturating_add(LAST_DAYS.days())
}
