//! Exact values of quantities and their order against a literal.
//!
//! Bounds: facts are at most 10¹⁵ millionths and sums have at most 64 parts, so numerators and
//! denominators stay below 10³¹ and every product below 1.7 · 10³⁸, the range of `i128`. Saturating
//! operations are used because they cannot panic; within the bounds they never saturate.

use super::Literal;
use std::cmp::Ordering;

/// A product. Almost all fit into 63 bits, where they take a fraction of the time.
fn product(one: i128, other: i128) -> i128 {
    if let (Ok(small), Ok(other)) = (i64::try_from(one), i64::try_from(other)) {
        let free = |number: i64| number.unsigned_abs().leading_zeros();
        if free(small).saturating_add(free(other)) > i64::BITS {
            return i128::from(small.wrapping_mul(other));
        }
    }
    one.saturating_mul(other)
}

/// A numerator over a positive denominator, not necessarily reduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    num: i128,
    den: i128,
}

impl Fraction {
    /// A whole number of millionths.
    pub const fn whole(micros: i128) -> Self {
        Self { num: micros, den: 1 }
    }

    /// `num / den`; `None` unless the denominator is positive.
    pub const fn new(num: i128, den: i128) -> Option<Self> {
        if den > 0 { Some(Self { num, den }) } else { None }
    }

    /// Numerator; may be negative.
    pub const fn num(self) -> i128 {
        self.num
    }

    /// The denominator, positive.
    pub const fn den(self) -> i128 {
        self.den
    }

    /// Sum of two fractions over the same denominator; both are scaled where they differ.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        if self.den == other.den {
            return Self { num: self.num.saturating_add(other.num), den: self.den };
        }
        let num = product(self.num, other.den).saturating_add(product(other.num, self.den));
        Self { num, den: product(self.den, other.den) }
    }

    /// The same distance from zero on the other side.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { num: self.num.saturating_neg(), den: self.den }
    }

    /// Divided by a small positive number.
    #[must_use]
    pub fn over(self, parts: u8) -> Self {
        Self { num: self.num, den: product(self.den, i128::from(parts.max(1))) }
    }

    /// `self ÷ other`; `None` unless `other` is positive.
    pub fn ratio_to(self, other: Self) -> Option<Self> {
        Self::new(product(self.num, other.den), product(self.den, other.num))
    }

    /// How often a positive literal goes into it, rounded down; 0 when negative.
    pub fn times(self, each: Literal) -> i128 {
        let num = product(self.num.max(0), i128::from(each.den()));
        let den = product(self.den, i128::from(each.num()));
        num.checked_div(den).unwrap_or(0)
    }
}

/// Two figures a number of years apart whose compound growth is meant but never computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The later figure, in millionths.
    pub now: i64,
    /// The earlier figure, positive.
    pub base: i64,
    /// Years between them, 1 or 2.
    pub years: u8,
}

/// The known value of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Magnitude {
    /// A number of millionths, or for percent a plain ratio.
    Exact(Fraction),
    /// A compound growth rate.
    Compound(Growth),
}

impl Magnitude {
    /// Order against a literal of the same unit.
    pub fn compare(self, literal: Literal) -> Ordering {
        match self {
            Self::Exact(value) => {
                let own = product(value.num, i128::from(literal.den()));
                own.cmp(&product(value.den, i128::from(literal.num())))
            }
            Self::Compound(growth) => growth.compare(literal),
        }
    }
}

impl Growth {
    /// now/base against (1 + p/q)ⁿ, as now·qⁿ against base·(q+p)ⁿ.
    fn compare(self, literal: Literal) -> Ordering {
        let years = u32::from(self.years);
        let q = i128::from(literal.den());
        let grown = q.saturating_add(i128::from(literal.num()));
        let own = i128::from(self.now).saturating_mul(q.saturating_pow(years));
        own.cmp(&i128::from(self.base).saturating_mul(grown.saturating_pow(years)))
    }
}
