#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "the numbers are chosen to fit"
)]

use super::{indexed, not_positive, stay_near, unknown, wide, wide_above};
use crate::{
    block::{ABSENT, FAR, LANES, Numbers},
    ladder::Ladder,
    measure::Edge,
};

/// Shares of 71.37, 70 and 60 percent.
fn ladder() -> Ladder {
    let edges = [7_137, 7_000, 6_000].map(|to| Edge { of: 10_000, to });
    Ladder::of(&edges).expect("a ladder")
}

/// Numbers of at most `bits` bits, some below 0 and some absent, by a linear congruence.
fn drawn(state: &mut u64, bits: u32) -> Numbers {
    let mut next = || {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.wrapping_shr(2)
    };
    [(); LANES].map(|()| {
        let number = next().wrapping_shr(62 - bits).cast_signed();
        match next() & 15 {
            0 => ABSENT,
            1 => -number,
            2 => 0,
            _ => number,
        }
    })
}

#[test]
fn numbers_of_every_width_are_told_exactly() {
    let (mut state, ladder) = (7, ladder());
    for bits in 1..=62 {
        for strict in [0, 1] {
            let (own, base) = (drawn(&mut state, bits), drawn(&mut state, bits));
            let mut found = [0; LANES];
            wide(&own, &base, &ladder, strict, &mut found);
            for ((own, base), found) in own.iter().zip(&base).zip(found) {
                let above = wide_above((i128::from(*own), i128::from(*base)), &ladder, i128::from(strict));
                let expected = indexed(above, unknown(*own) | not_positive(*base), ladder.edges());
                // Any index beyond the edges says that the share is not known.
                let known = |index: u8| usize::from(index).min(ladder.edges() + 1);
                assert_eq!(known(found), known(expected), "{own} of {base}, strict {strict}");
            }
        }
    }
}

#[test]
fn one_number_of_many_bits_is_enough_for_the_wide_way() {
    let mut numbers = [1; LANES];
    assert!(stay_near(&numbers, 10_000), "14 bits and one");
    numbers[200] = FAR / 10_000;
    assert!(!stay_near(&numbers, 10_000), "a product of 62 bits");
    numbers[200] = -(1 << 48);
    assert!(!stay_near(&numbers, 10_000), "nor of one below 0");
    numbers[200] = -(1 << 46);
    assert!(stay_near(&numbers, 10_000), "46 bits and 14");
    numbers[200] = ABSENT;
    assert!(stay_near(&numbers, 10_000), "what is absent has none");
}
