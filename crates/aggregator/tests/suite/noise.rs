//! The noise follows its exact law.

use rand::SeedableRng;
use rand::rngs::StdRng;
use zjtx_aggregator::release::epsilon::Epsilon;
use zjtx_aggregator::release::noise::draw;

const DRAWS: usize = 200_000;

/// Values from −WIDTH to WIDTH have a bin each; what lies outside has one on either side.
const WIDTH: i64 = 6;

/// A chi-square variable with 14 degrees of freedom is above this once in a million times.
const LIMIT: f64 = 55.6;

fn probability(value: i64, epsilon: f64) -> f64 {
    let ratio = (-epsilon).exp();
    let single = (1.0 - ratio) / (1.0 + ratio) * ratio.powf(value.abs() as f64);
    // Beyond the bins: the sum of the geometric tail.
    if value.abs() > WIDTH { single / (1.0 - ratio) } else { single }
}

fn chi_square(text: &str, epsilon: f64) -> f64 {
    let (law, mut random): (Epsilon, _) = (text.parse().expect("ε"), StdRng::seed_from_u64(7));
    let mut seen = [0_usize; 2 * WIDTH as usize + 3];
    for _ in 0..DRAWS {
        let value = draw(&mut random, law).clamp(-WIDTH - 1, WIDTH + 1);
        seen[(value + WIDTH + 1) as usize] += 1;
    }
    let bins = (-WIDTH - 1..=WIDTH + 1).zip(seen);
    bins.map(|(value, seen)| {
        let expected = probability(value, epsilon) * DRAWS as f64;
        (seen as f64 - expected).powi(2) / expected
    })
    .sum()
}

#[test]
fn draws_follow_the_law() {
    for (text, epsilon) in [("1", 1.0), ("1/2", 0.5), ("3/2", 1.5)] {
        let distance = chi_square(text, epsilon);
        assert!(distance < LIMIT, "ε = {text}: {distance}");
    }
}

#[test]
fn a_slightly_different_law_is_noticed() {
    for (text, epsilon) in [("1", 1.03), ("1", 0.97), ("1/2", 0.52)] {
        let distance = chi_square(text, epsilon);
        assert!(distance > LIMIT, "ε = {text} taken for {epsilon}: {distance}");
    }
}
