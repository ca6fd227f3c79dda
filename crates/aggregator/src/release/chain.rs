//! The hash chain: a release that is changed, removed or put in later breaks it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::store::Increment;

/// The first place at which a chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("第 {seq} 条发布记录与其校验值不符：记录被改动过，请与备份核对")]
pub struct BrokenChain {
    /// The place in the chain.
    pub seq: i64,
}

/// The hash of an increment, over all its other fields.
pub fn hash(increment: &Increment) -> [u8; 32] {
    let [met, unmet, undetermined, vetoed] = increment.counts;
    // Nothing for the open lane: the hashes of releases from before there were lanes stay as they are.
    let lane = increment.lane.code();
    let text = format!(
        "{}|{}|{}|{}|{}|{met}|{unmet}|{undetermined}|{vetoed}|{}{lane}",
        increment.seq,
        increment.district.code(),
        increment.pack.code(),
        increment.from,
        increment.to,
        increment.noise,
    );
    let parts = [&increment.previous_hash[..], &increment.nonce[..], text.as_bytes()];
    parts.into_iter().fold(Sha256::new(), |digest, part| digest.chain_update(part)).finalize().into()
}

/// Checks a whole chain, from the first increment on.
///
/// # Errors
/// Names the first increment that does not fit.
pub fn verify(increments: &[Increment]) -> Result<(), BrokenChain> {
    let mut previous = [0; 32];
    for (place, increment) in (1..).zip(increments) {
        let fits = increment.seq == place
            && increment.previous_hash == previous
            && increment.hash == hash(increment);
        if !fits {
            return Err(BrokenChain { seq: place });
        }
        previous = increment.hash;
    }
    Ok(())
}

/// Bytes as hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
