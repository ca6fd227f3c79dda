#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "the numbers are chosen to fit"
)]

use super::{Upper, exact, indices};
use crate::{
    block::{ABSENT, LANES, Numbers},
    ladder::Ladder,
    measure::Edge,
};

/// Growth of 10, 8, 6, 4 and 0 percent, as the score sheet of 2022 asks for it.
fn ladder() -> Ladder {
    let edges = [220, 216, 212, 208, 200].map(|to| Edge { of: 100, to });
    Ladder::of(&edges).expect("a ladder")
}

/// Numbers below `end`, by a linear congruence.
fn drawn(state: &mut u64, end: i64) -> i64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    i64::try_from(state.wrapping_shr(1)).expect("63 bits") % end
}

fn assert_exact(columns: &[Numbers; 3], ladder: &Ladder) {
    let [now, middle, base] = columns;
    for strict in [0, 1] {
        let mut found = [0; LANES];
        indices([now, middle, base], ladder, strict, &mut found);
        for (((now, middle), base), found) in now.iter().zip(middle).zip(base).zip(found) {
            let lane_of = [*now, *middle, *base];
            // Any index beyond the edges says that the growth is not known.
            let known = |index: u8| usize::from(index).min(ladder.edges() + 1);
            let expected = known(exact(lane_of, ladder, strict));
            assert_eq!(known(found), expected, "{lane_of:?}, strict {strict}");
        }
    }
}

#[test]
fn lanes_of_every_size_are_told_exactly() {
    let (mut state, ladder) = (7, ladder());
    for most in [100, 40_000, 8_000_000_000, 1_000_000_000_000_000] {
        for _ in 0..200 {
            let columns = [(); 3].map(|()| {
                [(); LANES].map(|()| match drawn(&mut state, 16) {
                    0 => ABSENT,
                    1 => 0,
                    2 => -drawn(&mut state, most),
                    3..8 => drawn(&mut state, most / 100),
                    _ => drawn(&mut state, most),
                })
            });
            assert_exact(&columns, &ladder);
        }
    }
}

#[test]
fn lanes_beside_an_edge_and_on_it_are_told_exactly() {
    let (mut state, ladder) = (11, ladder());
    for _ in 0..500 {
        let mut columns: [Numbers; 3] = [[0; LANES]; 3];
        for lane in 0..LANES {
            let base = 1 + drawn(&mut state, 100_000_000);
            let percent = [110, 108, 106, 104, 100][lane % 5];
            let moved = drawn(&mut state, 3) - 1;
            let lane_of = [base * percent * percent + moved, base * percent * 100, base * 10_000];
            for (column, number) in columns.iter_mut().zip(lane_of) {
                column[lane] = number;
            }
        }
        assert_exact(&columns, &ladder);
    }
}

#[test]
fn upper_bits_settle_firms_of_unlike_sizes() {
    let (mut state, ladder) = (13, ladder());
    let columns = [(); 3].map(|()| [(); LANES].map(|()| 1_000_000 * (1 + drawn(&mut state, 100_000))));
    let [now, middle, base] = &columns;
    let upper = Upper::of([now, middle, base], &ladder).expect("enough bits");
    let (mut found, mut near) = ([0; LANES], [1; LANES]);
    super::settle(([now, middle, base], &ladder, upper), &ladder.falls, &mut found, &mut near);
    assert!(near.iter().filter(|near| **near != 0).count() < 8);
}

#[test]
fn factors_that_leave_too_few_bits_are_told_exactly() {
    let edges = [Edge { of: 1, to: 1 << 50 }, Edge { of: 1, to: -3 }];
    let columns = [(); 3].map(|()| [5; LANES]);
    assert_exact(&columns, &Ladder::of(&edges).expect("a ladder"));
}
