//! Proof of work: a speed bump, off unless it is configured.

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::CryptoRng;
use sha2::{Digest, Sha256};
use zjtx_wire::{ReportId, WORK_HEADER, WORK_LENGTH, WorkRules};

/// The rules of this run of the server, under a salt of its own; `None` for zero bits.
pub fn rules(bits: u32, random: &mut impl CryptoRng) -> Option<WorkRules> {
    let mut salt = [0; 16];
    random.fill_bytes(&mut salt);
    (bits > 0).then(|| WorkRules { salt: URL_SAFE_NO_PAD.encode(salt), bits })
}

/// Whether the headers bring the work for a report.
pub fn is_done(rules: &WorkRules, id: &ReportId, headers: &HeaderMap) -> bool {
    let digits = headers.get(WORK_HEADER).and_then(|value| value.to_str().ok());
    let number = digits.filter(|digits| digits.len() == WORK_LENGTH);
    number
        .and_then(|digits| u64::from_str_radix(digits, 16).ok())
        .is_some_and(|number| leading_zeros(rules, id, number) >= rules.bits)
}

/// Zero bits at the start of the hash.
pub fn leading_zeros(rules: &WorkRules, id: &ReportId, number: u64) -> u32 {
    let digest = Sha256::new()
        .chain_update(&rules.salt)
        .chain_update(id.as_bytes())
        .chain_update(number.to_be_bytes())
        .finalize();
    let mut zeros = 0;
    for byte in digest {
        zeros += byte.leading_zeros();
        if byte != 0 {
            break;
        }
    }
    zeros
}
