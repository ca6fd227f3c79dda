//! What a page computes for blind tokens 「凭证」: numbers blinded, proofs checked, and whether keys are signed.
//!
//! What it does **not** do: it draws no random numbers, keeps nothing and speaks with nobody; its script
//! (`static/embed/tokens/`) does. The other end is `crates/aggregator/src/blind.rs`.

mod drawn;
mod room;

use ed25519_dalek_2::{Signature, Verifier, VerifyingKey};
use voprf::{EvaluationElement, Group, PoprfClient, Proof, Ristretto255};

use self::drawn::Drawn;

/// Bytes of the number that a token is made of.
const NONCE: usize = 32;

/// Bytes of the function's output that a token holds.
const OUTPUT: usize = 32;

/// Bytes of a point, and of what undoes a blinding.
const ELEMENT: usize = 32;

/// Bytes of what is kept of a number until its answer comes: the number, what undoes the blinding, what is asked for.
const KEPT: usize = NONCE + 2 * ELEMENT;

/// Bytes of a proof, and of a signature.
const PROOF: usize = 64;

/// What is kept of a number that is blinded by 96 random bytes; it begins with the number and ends with the 32 bytes
/// that are asked for. None where there are too few bytes.
fn blind(random: &[u8]) -> Option<[u8; KEPT]> {
    let (nonce, rest) = random.split_first_chunk::<NONCE>()?;
    let result = PoprfClient::<Ristretto255>::blind(nonce, &mut Drawn::new(rest)?).ok()?;
    joined(nonce, &result.state.serialize())
}

/// The token of what was kept and of what came back: kept, element, proof, the week's key, and the level to the end.
/// None where the proof does not fit the week's key and the level.
fn finish(given: &[u8]) -> Option<[u8; NONCE + OUTPUT]> {
    let (kept, rest) = given.split_first_chunk::<KEPT>()?;
    let (element, rest) = rest.split_first_chunk::<ELEMENT>()?;
    let (proof, rest) = rest.split_first_chunk::<PROOF>()?;
    let (key, level) = rest.split_first_chunk::<ELEMENT>()?;
    let (nonce, state) = kept.split_first_chunk::<NONCE>()?;
    let client = PoprfClient::<Ristretto255>::deserialize(state).ok()?;
    let element = EvaluationElement::deserialize(element).ok()?;
    let proof = Proof::deserialize(proof).ok()?;
    let key = Ristretto255::deserialize_elem(key).ok()?;
    let output = client.finalize(nonce, &element, &proof, key, Some(level)).ok()?;
    joined(nonce, output.first_chunk::<OUTPUT>()?)
}

/// Nothing where a text is signed with the key that the site's settings pin: key, signature, and the text to the end.
/// None where it is not.
fn verify(given: &[u8]) -> Option<[u8; 0]> {
    let (pinned, rest) = given.split_first_chunk()?;
    let (signature, text) = rest.split_first_chunk::<PROOF>()?;
    let key = VerifyingKey::from_bytes(pinned).ok()?;
    key.verify(text, &Signature::from_bytes(signature)).ok()?;
    Some([])
}

/// A number and what belongs to it, as one; none where they are not of that length together.
fn joined<const LENGTH: usize>(nonce: &[u8; NONCE], rest: &[u8]) -> Option<[u8; LENGTH]> {
    let mut all = [0; LENGTH];
    let (first, last) = all.split_first_chunk_mut::<NONCE>()?;
    *first = *nonce;
    (last.len() == rest.len()).then(|| last.copy_from_slice(rest))?;
    Some(all)
}

#[cfg(test)]
mod tests;
