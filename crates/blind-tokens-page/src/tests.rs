use ed25519_dalek_2::{Signer, SigningKey};
use rand_core::{OsRng, RngCore};
use voprf::{BlindedElement, Group, PoprfServer, Ristretto255};

use super::{blind, verify};

fn random() -> [u8; 96] {
    let mut random = [0; 96];
    OsRng.fill_bytes(&mut random);
    random
}

fn server(seed: u8) -> PoprfServer<Ristretto255> {
    PoprfServer::new_from_seed(&[seed; 32], b"zjtx|2026W47").expect("a key")
}

fn key(server: &PoprfServer<Ristretto255>) -> Vec<u8> {
    Ristretto255::serialize_elem(server.get_public_key()).to_vec()
}

fn finish(kept: &[u8], level: &[u8], element: &[u8], proof: &[u8], key: &[u8]) -> Option<Vec<u8>> {
    super::finish(&[kept, element, proof, key, level].concat()).map(Vec::from)
}

/// What the endpoint answers to what was kept, for a level.
fn answered(server: &PoprfServer<Ristretto255>, kept: &[u8], level: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let asked = BlindedElement::deserialize(&kept[kept.len() - 32..]).expect("a point");
    let result = server.blind_evaluate(&mut OsRng, &asked, Some(level)).expect("an answer");
    (result.message.serialize().to_vec(), result.proof.serialize().to_vec())
}

#[test]
fn a_token_is_what_the_endpoint_computes_itself() {
    let (server, random) = (server(1), random());
    let kept = blind(&random).expect("a blinded number");
    let (element, proof) = answered(&server, &kept, b"2");
    let token = finish(&kept, b"2", &element, &proof, &key(&server)).expect("a token");
    assert_eq!((token.len(), &token[..32]), (64, &random[..32]));
    let output = server.evaluate(&token[..32], Some(b"2")).expect("an output");
    assert_eq!(token[32..], output[..32]);
    assert_ne!(kept[kept.len() - 32..], random[..32], "what is asked for is not the number");
}

#[test]
fn another_key_level_or_proof_gives_no_token() {
    let (server, other) = (server(1), server(2));
    let kept = blind(&random()).expect("a blinded number");
    let (element, mut proof) = answered(&server, &kept, b"2");
    assert_eq!(finish(&kept, b"2", &element, &proof, &key(&other)), None);
    assert_eq!(finish(&kept, b"1", &element, &proof, &key(&server)), None);
    proof[3] ^= 1;
    assert_eq!(finish(&kept, b"2", &element, &proof, &key(&server)), None);
    assert_eq!(finish(&kept[1..], b"2", &element, &proof, &key(&server)), None);
}

#[test]
fn other_random_bytes_blind_the_same_number_otherwise() {
    let (one, mut two) = (random(), random());
    two[..32].copy_from_slice(&one[..32]);
    assert_ne!(blind(&one), blind(&two));
    assert_eq!(blind(&one), blind(&one));
    assert_eq!((blind(&one[..95]), blind(&[])), (None, None));
    assert_eq!(blind(&[0; 96]), None, "nothing was drawn");
}

#[test]
fn only_the_pinned_key_signs() {
    let [pinned, other] = [1, 2].map(|seed| SigningKey::from_bytes(&[seed; 32]));
    let text = b"zjtx token keys 1\n2026W47 AAAA\n";
    let signature = pinned.sign(text).to_bytes();
    let key = |key: &SigningKey| key.verifying_key().to_bytes();
    let is_signed =
        |key: &[u8], signature: &[u8], text: &[u8]| verify(&[key, signature, text].concat()).is_some();
    assert!(is_signed(&key(&pinned), &signature, text));
    assert!(!is_signed(&key(&other), &signature, text));
    assert!(!is_signed(&key(&pinned), &signature, &text[1..]));
    assert!(!is_signed(&key(&pinned), &signature[1..], text));
    assert!(!is_signed(&key(&pinned), &signature[..63], b""));
}
