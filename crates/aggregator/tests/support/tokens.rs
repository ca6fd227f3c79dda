//! The other end of blind tokens: what a page does with them, and how a portal asks for it.

use axum::body::Body;
use axum::http::Request;
use rand_core::{OsRng, RngCore};
use voprf::{EvaluationElement, Group, PoprfClient, Proof, Ristretto255};
use zjtx_aggregator::blind::Issuer;
use zjtx_wire::{BlindToken, Blinded, Config, Evaluated, Level, Octets, Period, TokenAnswer, TokenRequest};

use super::server::{Answer, TestServer};

/// Settings of a site that pins a key.
pub fn site_with_tokens(key: &str) -> String {
    format!("[area]\nserved = \"440100\"\n[statistics]\non = true\n[tokens]\nkey = \"{key}\"\n")
}

/// A number that a page has drawn and blinded.
pub struct Drawn {
    nonce: [u8; 32],
    client: PoprfClient<Ristretto255>,
    pub blinded: Blinded,
}

impl Drawn {
    pub fn new(level: Level) -> Self {
        let mut nonce = [0; 32];
        OsRng.fill_bytes(&mut nonce);
        let result = PoprfClient::blind(&nonce, &mut OsRng).expect("a point");
        let element = Octets::from_bytes(result.message.serialize().into());
        Self { nonce, client: result.state, blinded: Blinded { level, element } }
    }

    /// The token; none where the proof does not fit the key.
    pub fn finish(&self, answer: &Evaluated, key: &Octets<32>) -> Option<BlindToken> {
        let element = EvaluationElement::deserialize(answer.element.as_bytes()).ok()?;
        let proof = Proof::deserialize(answer.proof.as_bytes()).ok()?;
        let key = Ristretto255::deserialize_elem(key.as_bytes()).ok()?;
        let level = self.blinded.level;
        let level = level.code().as_bytes();
        let output = self.client.finalize(&self.nonce, &element, &proof, key, Some(level)).ok()?;
        Some(BlindToken::new(&self.nonce, output[..32].try_into().expect("32 bytes")))
    }
}

/// What the portal sends for some numbers.
pub fn request(period: Period, drawn: &[Drawn]) -> String {
    let blinded = drawn.iter().map(|one| one.blinded.clone()).collect();
    serde_json::to_string(&TokenRequest { period, blinded }).expect("a request")
}

/// Asks as the portal does.
pub async fn ask(server: &TestServer, portal: &str, body: impl Into<Body>) -> Answer {
    let request = Request::post("/v1/tokens")
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {portal}"));
    server.ask(request, body).await
}

/// The public key of a period, as pages get it.
pub async fn public_key(server: &TestServer, period: Period) -> Octets<32> {
    let answer = server.get("/v1/config", None).await;
    let config: Config = serde_json::from_slice(&answer.body).expect("a configuration");
    let keys = config.tokens.expect("a site with blind tokens").keys;
    keys.into_iter().find(|one| one.period == period).expect("a key").key
}

/// As many tokens of a period and level as are asked for, each fetched as one firm's.
pub async fn fetch(
    server: &TestServer,
    portal: &str,
    period: Period,
    level: Level,
    n: usize,
) -> Vec<BlindToken> {
    let key = public_key(server, period).await;
    let mut tokens = Vec::new();
    for _ in 0..n {
        let drawn = [Drawn::new(level)];
        let answer = ask(server, portal, request(period, &drawn)).await;
        assert_eq!(answer.status, 200);
        let answer: TokenAnswer = serde_json::from_slice(&answer.body).expect("an answer");
        tokens.push(drawn[0].finish(&answer.evaluated[0], &key).expect("a token"));
    }
    tokens
}

/// A token that nobody was issued: somebody has the secret.
pub fn stolen(issuer: &Issuer, level: Level) -> BlindToken {
    let drawn = Drawn::new(level);
    let answer = issuer.evaluate(&drawn.blinded).expect("an answer");
    drawn.finish(&answer, &issuer.public_key()).expect("a token")
}
