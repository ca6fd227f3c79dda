//! Points of a row or an answer: one number, or the least and most that experts give.

use super::{Points, check_points};
use crate::{
    base::{compact::compact, number::Literal},
    language::{checker::Checker, diagnostics::Code},
};
use std::fmt;

/// Between the least and the most points.
const DASH: char = '–';

/// Least and most points that a row or an answer gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointsSpan {
    /// Lower bound of the points.
    pub least: Literal,
    /// Upper bound of the points; the lower one again where nobody has to judge.
    pub most: Literal,
}

compact!(struct PointsSpan { least, most });

impl PointsSpan {
    pub(super) fn check(text: &str, c: &mut Checker<'_>) -> Option<Self> {
        let Some((least, most)) = text.split_once(DASH) else {
            let points = check_points(text, c)?;
            return Some(Self { least: points, most: points });
        };
        let (least, most) = (check_points(&format!("{least}分"), c)?, check_points(most, c)?);
        if least.micros() >= most.micros() {
            return c.fail(Code::BandOrder, "分值区间应从低到高");
        }
        Some(Self { least, most })
    }

    /// As an interval.
    pub const fn points(self) -> Points {
        Points { min: self.least.micros(), max: self.most.micros() }
    }
}

impl fmt::Display for PointsSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.points().display())
    }
}
