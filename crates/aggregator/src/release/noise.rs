//! Discrete-Laplace noise, drawn exactly.
//!
//! The sampler of Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy"
//! (2020), algorithm 2: whole numbers only, so that no rounding of a float shifts the law.

use rand::Rng;

use super::epsilon::Epsilon;

/// Draws a whole number x with probability proportional to exp(−ε·|x|).
pub fn draw<R: Rng>(random: &mut R, epsilon: Epsilon) -> i64 {
    let (numerator, denominator) = (epsilon.numerator(), epsilon.denominator());
    loop {
        let fraction = below(random, denominator);
        if !happens_with_exp_of_minus(random, fraction, denominator) {
            continue;
        }
        let mut whole = 0;
        while happens_with_exp_of_minus(random, 1, 1) {
            whole += 1;
        }
        let magnitude = (fraction + denominator * whole) / numerator;
        let is_negative = below(random, 2) == 1;
        // Zero would otherwise be drawn twice: once with each sign.
        if is_negative && magnitude == 0 {
            continue;
        }
        let magnitude = i64::try_from(magnitude).unwrap_or(i64::MAX);
        return if is_negative { -magnitude } else { magnitude };
    }
}

/// True with probability exp(−a/b), where a ≤ b.
fn happens_with_exp_of_minus<R: Rng>(random: &mut R, a: u64, b: u64) -> bool {
    let mut step = 1;
    while below(random, b * step) < a {
        step += 1;
    }
    step % 2 == 1
}

/// A number from 0 to `limit` − 1, each equally likely.
fn below<R: Rng>(random: &mut R, limit: u64) -> u64 {
    let mask = u64::MAX.checked_shr(limit.saturating_sub(1).leading_zeros()).unwrap_or(0);
    loop {
        let number = random.next_u64() & mask;
        if number < limit {
            return number;
        }
    }
}
