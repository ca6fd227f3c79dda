//! Proof of work: a speed bump, off unless it is configured.

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::CryptoRng;
use zjtx_wire::{ReportId, WORK_HEADER, WorkRules};

/// The rules of this run of the server, under a salt of its own; `None` for zero bits.
pub fn rules(bits: u32, random: &mut impl CryptoRng) -> Option<WorkRules> {
    let mut salt = [0; 16];
    random.fill_bytes(&mut salt);
    (bits > 0).then(|| WorkRules { salt: URL_SAFE_NO_PAD.encode(salt), bits })
}

/// Whether the headers bring the work for a report.
pub fn is_done(rules: &WorkRules, id: &ReportId, headers: &HeaderMap) -> bool {
    let digits = headers.get(WORK_HEADER).and_then(|value| value.to_str().ok());
    digits.is_some_and(|digits| rules.accepts(id, digits))
}
