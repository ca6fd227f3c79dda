//! The values that a figure is tried with for its curve.

use crate::Figure;
use zjtx_evaluator::number::{Unit, format_micros};

/// Steps of a curve, about.
const STEPS: i64 = 40;
/// Millionths of a unit.
const UNIT: i64 = 1_000_000;
/// Least end of a curve whose values are whole.
const FEW: i64 = 10 * UNIT;
/// Most that a share is tried with.
const WHOLE: i64 = 100 * UNIT;

impl Figure {
    /// From nothing to twice the figure in steps of a round number, the figure itself among them.
    pub fn values(&self) -> Vec<String> {
        let (now, unit) = (self.literal.micros(), self.literal.unit());
        let is_whole = matches!(unit, Unit::Count | Unit::Rank | Unit::Days);
        let most = if is_whole { (2 * now).max(FEW) } else { 2 * now };
        let most = if unit == Unit::Percent && now <= WHOLE { most.min(WHOLE) } else { most };
        let step = round_above(most / STEPS).max(if is_whole { UNIT } else { 1 });
        let mut values: Vec<i64> = (0..=most / step).map(|steps| steps * step).chain([now]).collect();
        values.sort_unstable();
        values.dedup();
        let suffix = self.text.trim_start_matches(|sign: char| sign.is_ascii_digit() || ".-".contains(sign));
        values.into_iter().map(|micros| format!("{}{suffix}", format_micros(i128::from(micros)))).collect()
    }
}

/// The least of 1, 2, 5, 10, 20, 50 … that is no less.
fn round_above(least: i64) -> i64 {
    let mut power = 1;
    while 10 * power < least {
        power *= 10;
    }
    [1, 2, 5, 10].into_iter().map(|digit| digit * power).find(|step| *step >= least).unwrap_or(power)
}
