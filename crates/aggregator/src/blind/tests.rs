use std::path::Path;

use ed25519_dalek::{Signature, VerifyingKey};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand_core::OsRng;
use voprf::{EvaluationElement, Group, PoprfClient, Proof, Ristretto255};
use zjtx_wire::{BlindToken, Blinded, Evaluated, Level, Octets, Period, PeriodKey};

use super::{Issuer, NotBlinded, published};
use crate::keys::Keys;

const NONCE: [u8; 32] = [7; 32];

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

fn level(code: &str) -> Level {
    Level::from_code(code).expect("a level")
}

fn keys(folder: &Path) -> Keys {
    let now = "2026-11-18T04:00:00Z".parse().expect("a moment");
    Keys::open_or_create(folder, now, &mut StdRng::seed_from_u64(1)).expect("keys")
}

/// A number blinded as the page does it, and what undoes it.
fn blinded(level: Level) -> (PoprfClient<Ristretto255>, Blinded) {
    let result = PoprfClient::blind(&NONCE, &mut OsRng).expect("a point");
    let element = Octets::from_bytes(result.message.serialize().into());
    (result.state, Blinded { level, element })
}

/// The token, where the proof fits the public key.
fn finished(client: &PoprfClient<Ristretto255>, answer: &Evaluated, key: &Octets<32>) -> Option<BlindToken> {
    let element = EvaluationElement::deserialize(answer.element.as_bytes()).ok()?;
    let proof = Proof::deserialize(answer.proof.as_bytes()).ok()?;
    let key = Ristretto255::deserialize_elem(key.as_bytes()).ok()?;
    let level = answer.level.code().as_bytes();
    let output = client.finalize(&NONCE, &element, &proof, key, Some(level)).ok()?;
    Some(BlindToken::new(&NONCE, output[..32].try_into().expect("32 bytes")))
}

#[test]
fn a_token_works_in_its_period_for_its_level_and_nowhere_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = keys(folder.path());
    let [this, next] = ["2026W47", "2026W48"].map(|week| Issuer::of(&keys, period(week)).expect("a key"));
    let (client, asked) = blinded(level("2"));
    let answer = this.evaluate(&asked).expect("an answer");
    let token = finished(&client, &answer, &this.public_key()).expect("a token");
    assert!(this.accepts(level("2"), &token));
    assert!(!this.accepts(level("1"), &token), "another level");
    assert!(!next.accepts(level("2"), &token), "another period");
    let forged = BlindToken::new(&NONCE, &[0; 32]);
    assert!(!this.accepts(level("2"), &forged));
}

#[test]
fn a_page_refuses_a_proof_of_another_key_or_one_that_was_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = keys(folder.path());
    let [this, next] = ["2026W47", "2026W48"].map(|week| Issuer::of(&keys, period(week)).expect("a key"));
    let (client, asked) = blinded(level("2"));
    let answer = this.evaluate(&asked).expect("an answer");
    assert_eq!(finished(&client, &answer, &next.public_key()), None, "another key");
    let mut proof = *answer.proof.as_bytes();
    proof[0] ^= 1;
    let changed = Evaluated { proof: Octets::from_bytes(proof), ..answer.clone() };
    assert_eq!(finished(&client, &changed, &this.public_key()), None, "another proof");
    let other = Evaluated { level: level("1"), ..answer };
    assert_eq!(finished(&client, &other, &this.public_key()), None, "another level");
}

#[test]
fn what_is_no_point_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let issuer = Issuer::of(&keys(folder.path()), period("2026W47")).expect("a key");
    for bytes in [[0; 32], [255; 32]] {
        let asked = Blinded { level: level("2"), element: Octets::from_bytes(bytes) };
        assert_eq!(issuer.evaluate(&asked).err(), Some(NotBlinded), "{bytes:?}");
    }
}

#[test]
fn the_secret_of_a_period_goes_with_its_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = keys(folder.path());
    keys.destroy_through(period("2026W47")).expect("a new state");
    assert!(Issuer::of(&keys, period("2026W47")).is_none());
    assert!(Issuer::of(&keys, period("2026W48")).is_some());
}

#[test]
fn five_periods_are_published_under_the_pinned_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut keys = keys(folder.path());
    assert_eq!(published(&keys, period("2026W52")), None, "nothing to sign with");
    keys.ensure_signing_key(&mut StdRng::seed_from_u64(2)).expect("a key");
    let tokens = published(&keys, period("2026W52")).expect("keys");
    let weeks: Vec<String> = tokens.keys.iter().map(|key| key.period.to_string()).collect();
    assert_eq!(weeks, ["2026W52", "2026W53", "2027W01", "2027W02", "2027W03"]);
    let pinned = keys.verification_key().expect("a key");
    let pinned = VerifyingKey::from_bytes(pinned.as_bytes()).expect("a key");
    let signature = Signature::from_bytes(tokens.signature.as_bytes());
    let text = PeriodKey::signed_text(&tokens.keys);
    assert!(pinned.verify_strict(text.as_bytes(), &signature).is_ok());
    let text = PeriodKey::signed_text(&tokens.keys[1..]);
    assert!(pinned.verify_strict(text.as_bytes(), &signature).is_err());
}
