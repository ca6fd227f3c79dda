//! Blind tokens 「凭证」: issuer and verifier.
//!
//! The primitive is the partially oblivious function of RFC 9497 over ristretto255 with SHA-512. Each period has a
//! secret of its own, which is made from the period's key and so is destroyed with it. The level is the part that
//! is not hidden: a token of one level does not count for another, so a firm counts once a level and period.

use rand_core::OsRng;
use voprf::{BlindedElement, Group, PoprfServer, Ristretto255};
use zjtx_wire::{BlindToken, Blinded, Evaluated, Level, Octets, Period, PeriodKey, TokenKeys};

use crate::calendar;
use crate::keys::Keys;

/// Periods after the running one whose keys are published, so that a page can hold tokens long before it uses them.
const AHEAD: usize = 4;

/// Bytes of the function's output that a token holds.
const OUTPUT_LENGTH: usize = 32;

/// What was to be blinded is no point that can be evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotBlinded;

/// The secret of one period at work.
pub struct Issuer(PoprfServer<Ristretto255>);

impl Issuer {
    /// The issuer of a period; `None` once its key is destroyed.
    pub fn of(keys: &Keys, period: Period) -> Option<Self> {
        let seed = keys.token_seed(period)?;
        PoprfServer::new_from_seed(&*seed, format!("zjtx|{period}").as_bytes()).ok().map(Self)
    }

    /// The key by which pages know the period's proofs.
    pub fn public_key(&self) -> Octets<32> {
        let key = Ristretto255::serialize_elem(self.0.get_public_key());
        Octets::from_bytes(key.into())
    }

    /// Evaluates a blinded number, with a proof.
    ///
    /// # Errors
    /// When it is no point.
    pub fn evaluate(&self, blinded: &Blinded) -> Result<Evaluated, NotBlinded> {
        let element = BlindedElement::deserialize(blinded.element.as_bytes()).map_err(|_| NotBlinded)?;
        let level = blinded.level;
        let result = self.0.blind_evaluate(&mut OsRng, &element, Some(level.code().as_bytes()));
        let result = result.map_err(|_| NotBlinded)?;
        Ok(Evaluated {
            level,
            element: Octets::from_bytes(result.message.serialize().into()),
            proof: Octets::from_bytes(result.proof.serialize().into()),
        })
    }

    /// Whether a token is this period's, for a level.
    pub fn accepts(&self, level: Level, token: &BlindToken) -> bool {
        let output = self.0.evaluate(token.nonce(), Some(level.code().as_bytes()));
        output.is_ok_and(|output| is_same(&output[..OUTPUT_LENGTH], token.output()))
    }
}

/// Takes as long wherever two outputs differ.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

/// The periods for which tokens are issued: the running one and those after it.
pub fn issued_periods(running: Period) -> impl Iterator<Item = Period> {
    std::iter::successors(Some(running), |period| calendar::next(*period)).take(1 + AHEAD)
}

/// The keys that pages get; `None` where the folder of keys has none to sign with.
pub fn published(keys: &Keys, running: Period) -> Option<TokenKeys> {
    let key = |period| Some(PeriodKey { period, key: Issuer::of(keys, period)?.public_key() });
    let periods: Vec<PeriodKey> = issued_periods(running).filter_map(key).collect();
    let signature = keys.sign(&PeriodKey::signed_text(&periods))?;
    Some(TokenKeys { keys: periods, signature })
}

#[cfg(test)]
mod tests;
