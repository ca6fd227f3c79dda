//! Section 8: intervals of points.

use crate::logic::Truth;
use crate::numbers::whole;
use num_rational::BigRational;

/// The points that are possible, from least to most.
#[derive(Clone, Debug)]
pub(crate) struct Interval {
    pub(crate) min: BigRational,
    pub(crate) max: BigRational,
}

impl Interval {
    pub(crate) fn point(points: BigRational) -> Self {
        Self { min: points.clone(), max: points }
    }

    pub(crate) fn spanning(points: Vec<BigRational>) -> Result<Self, String> {
        let least = points.iter().min().cloned();
        let most = points.into_iter().max();
        let both = least.zip(most).ok_or("评分规则没有分值")?;
        Ok(Self { min: both.0, max: both.1 })
    }

    pub(crate) fn sum(parts: impl Iterator<Item = Self>) -> Self {
        parts.fold(Self::point(whole(0)), |sum, part| Self {
            min: sum.min + part.min,
            max: sum.max + part.max,
        })
    }

    pub(crate) fn at_most(self, cap: &BigRational) -> Self {
        Self { min: self.min.min(cap.clone()), max: self.max.min(cap.clone()) }
    }

    pub(crate) fn reaches(&self, mark: &BigRational) -> Truth {
        if self.min >= *mark {
            Truth::Met
        } else if self.max < *mark {
            Truth::Unmet
        } else {
            Truth::Undetermined
        }
    }
}
