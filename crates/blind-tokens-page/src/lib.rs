//! What a page computes for blind tokens 「凭证」: numbers blinded, proofs checked, and whether keys are signed.
//!
//! What it does **not** do: it draws no random numbers, keeps nothing and speaks with nobody; its script
//! (`static/embed/tokens/`) does. The other end is `crates/aggregator/src/blind.rs`.

mod drawn;

use ed25519_dalek_2::{Signature, Verifier, VerifyingKey};
use voprf::{EvaluationElement, Group, PoprfClient, Proof, Ristretto255};
use wasm_bindgen::prelude::wasm_bindgen;

use self::drawn::Drawn;

/// Bytes of the number that a token is made of.
const NONCE_LENGTH: usize = 32;

/// Bytes of the function's output that a token holds.
const OUTPUT_LENGTH: usize = 32;

/// Blinds a number: 96 random bytes give what is kept, which begins with the number and undoes the blinding, and
/// ends with the 32 bytes that are asked for. None where there are too few bytes.
#[wasm_bindgen]
pub fn blind(random: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = random.split_at_checked(NONCE_LENGTH)?;
    let result = PoprfClient::<Ristretto255>::blind(nonce, &mut Drawn::new(rest)?).ok()?;
    Some([nonce, result.state.serialize().as_slice()].concat())
}

/// The token of what was kept and what came back; none where the proof does not fit the week's key and the level.
#[wasm_bindgen]
pub fn finish(kept: &[u8], level: &[u8], element: &[u8], proof: &[u8], key: &[u8]) -> Option<Vec<u8>> {
    let (nonce, state) = kept.split_at_checked(NONCE_LENGTH)?;
    let client = PoprfClient::<Ristretto255>::deserialize(state).ok()?;
    let element = EvaluationElement::deserialize(element).ok()?;
    let proof = Proof::deserialize(proof).ok()?;
    let key = Ristretto255::deserialize_elem(key).ok()?;
    let output = client.finalize(nonce, &element, &proof, key, Some(level)).ok()?;
    Some([nonce, &output[..OUTPUT_LENGTH]].concat())
}

/// Whether a text is signed with the key that the site's settings pin. Texts come as bytes, which saves a page the
/// conversion.
#[wasm_bindgen]
pub fn is_signed(text: &[u8], signature: &[u8], pinned: &[u8]) -> bool {
    let checked = || {
        let key = VerifyingKey::from_bytes(pinned.try_into().ok()?).ok()?;
        let signature = Signature::from_slice(signature).ok()?;
        key.verify(text, &signature).ok()
    };
    checked().is_some()
}

#[cfg(test)]
mod tests;
