//! ε, the strength of the noise, as an exact fraction.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

/// ε per report: the smaller, the more noise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epsilon {
    numerator: NonZeroU32,
    denominator: NonZeroU32,
}

/// The text is not a positive whole number or fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ε 须为正整数或分数，例如 1 或 1/2")]
pub struct NotAnEpsilon;

impl Epsilon {
    /// ε = 1, the default.
    pub const ONE: Self = Self { numerator: NonZeroU32::MIN, denominator: NonZeroU32::MIN };

    /// The part above the line.
    pub fn numerator(self) -> u64 {
        self.numerator.get().into()
    }

    /// The part below the line.
    pub fn denominator(self) -> u64 {
        self.denominator.get().into()
    }

    /// 95 of 100 sums of `increments` draws are within this of zero, by the normal approximation.
    pub fn margin_95(self, increments: u32) -> u32 {
        let ratio = (-f64::from(self.numerator.get()) / f64::from(self.denominator.get())).exp();
        let deviation = (2.0 * ratio).sqrt() / (1.0 - ratio);
        (1.96 * deviation * f64::from(increments).sqrt()).round() as u32
    }
}

impl FromStr for Epsilon {
    type Err = NotAnEpsilon;

    fn from_str(text: &str) -> Result<Self, NotAnEpsilon> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let number = |part: &str| part.parse().map_err(|_| NotAnEpsilon);
        Ok(Self { numerator: number(numerator)?, denominator: number(denominator)? })
    }
}

impl fmt::Display for Epsilon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            NonZeroU32::MIN => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Epsilon;

    #[test]
    fn fractions_are_read_and_written() {
        for text in ["1", "2", "1/2", "3/10"] {
            assert_eq!(text.parse::<Epsilon>().map(|epsilon| epsilon.to_string()).as_deref(), Ok(text));
        }
        for text in ["", "0", "1/0", "-1", "0.5", "1/2/3"] {
            assert!(text.parse::<Epsilon>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_margin_grows_with_the_root_of_the_increments() {
        assert_eq!([1, 4, 5, 52].map(|increments| Epsilon::ONE.margin_95(increments)), [3, 5, 6, 19]);
    }
}
