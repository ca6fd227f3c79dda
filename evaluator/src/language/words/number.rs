//! Numbers as people read them. A rounded figure never contradicts the verdict beside it:
//! 2.996 % is not shown as 3.00 % under 「不低于 3%」.

use crate::base::{
    number::{Bound, Fraction, Growth, Literal, Magnitude, Operator, Unit, format_micros},
    text::Lang,
    truth::Truth,
};

/// The requirement: 「不低于 1000万元」.
pub(crate) fn requirement(bound: Bound, lang: Lang) -> String {
    let side = match bound.operator {
        Operator::AtLeast => lang.pick("不低于", "at least"),
        Operator::MoreThan => lang.pick("超过", "more than"),
        Operator::AtMost => lang.pick("不超过", "at most"),
        Operator::LessThan => lang.pick("低于", "less than"),
    };
    format!("{side} {}", bound.literal.display(lang))
}

/// The own figure: as it is where it is whole millionths, else with as many decimals as its truth needs.
pub(crate) fn shown(value: Magnitude, bound: Bound, lang: Lang) -> String {
    let unit = bound.literal.unit();
    let truth = bound.judge(value);
    let mut digits = decimals(value, unit)..=6;
    let Some(digits) = digits.find(|digits| rounding_agrees(value, *digits, bound, truth)) else {
        let above = bound.operator.wants_more() == (truth == Truth::Met);
        return format!("{} {}", if above { ">" } else { "<" }, bound.literal.display(lang));
    };
    let (micros, exact) = rounded(value, unit, digits);
    let about = if exact || unit == Unit::Percent { "" } else { lang.pick("约 ", "about ") };
    format!("{about}{}", bound.literal.figure(&format_micros(micros), lang))
}

/// Decimals to begin with: two where the value has to be rounded anyway.
const fn decimals(value: Magnitude, unit: Unit) -> u32 {
    match (value, unit) {
        (Magnitude::Exact(value), Unit::Money) if value.den() == 1 => 6,
        _ => 2,
    }
}

/// Whether the figure rounded to `digits` decimals has the truth of the exact one.
fn rounding_agrees(value: Magnitude, digits: u32, bound: Bound, truth: Truth) -> bool {
    let (micros, _) = rounded(value, bound.literal.unit(), digits);
    let shown = as_value(micros, bound.literal.unit());
    shown.is_some_and(|shown| bound.judge(Magnitude::Exact(shown)) == truth)
}

fn as_value(micros: i128, unit: Unit) -> Option<Fraction> {
    let den = if unit == Unit::Percent { 100_000_000 } else { 1 };
    Fraction::new(micros, den)
}

/// Millionths rounded half away from zero to `digits` decimals, and whether nothing was lost.
fn rounded(value: Magnitude, unit: Unit, digits: u32) -> (i128, bool) {
    match value {
        Magnitude::Exact(fraction) => {
            let scale: i128 = if unit == Unit::Percent { 100_000_000 } else { 1 };
            round(fraction.num().saturating_mul(scale), fraction.den(), digits)
        }
        Magnitude::Compound(growth) => (to_digits(compound_micros(growth), digits), false),
    }
}

fn round(num: i128, den: i128, digits: u32) -> (i128, bool) {
    let step = 10_i128.saturating_pow(6_u32.saturating_sub(digits));
    let den = den.saturating_mul(step);
    let half = den.checked_div(2).unwrap_or(0);
    let away = if num < 0 { half.saturating_neg() } else { half };
    let steps = num.saturating_add(away).checked_div(den).unwrap_or(0);
    let micros = steps.saturating_mul(step);
    (micros, num.checked_rem(den) == Some(0))
}

fn to_digits(micros: i128, digits: u32) -> i128 {
    round(micros, 1, digits).0
}

/// A compound growth rate in millionths of a percent, rounded down: for display only.
fn compound_micros(growth: Growth) -> i128 {
    const WHOLE: i128 = 100_000_000;
    let (now, base) = (i128::from(growth.now.max(0)), i128::from(growth.base.max(1)));
    let factor = if growth.years == 1 {
        now.saturating_mul(WHOLE).checked_div(base).unwrap_or(0)
    } else {
        let squared = now.saturating_mul(WHOLE).checked_div(base).unwrap_or(0);
        i128::try_from(squared.unsigned_abs().saturating_mul(WHOLE.unsigned_abs()).isqrt()).unwrap_or(0)
    };
    factor.saturating_sub(WHOLE)
}

/// Distance to the requirement: 差 10.4 万元, 余 14.2 个百分点. Never rounded to nothing.
pub(crate) fn margin(value: Magnitude, bound: Bound, lang: Lang) -> String {
    let met = bound.judge(value) == Truth::Met;
    let distance = distance(value, bound.literal);
    let figure = match distance {
        (0, true) => return lang.pick("恰好", "exactly").to_owned(),
        (0, false) => format!("< {}", apart("0.01", bound.literal, lang)),
        (micros, _) => apart(&format_micros(micros), bound.literal, lang),
    };
    match (met, lang) {
        (true, Lang::Zh) => format!("余 {figure}"),
        (false, Lang::Zh) => format!("差 {figure}"),
        (true, Lang::En) => format!("{figure} to spare"),
        (false, Lang::En) => format!("short by {figure}"),
    }
}

/// Millionths between figure and literal to two decimals (money and counts exactly), and whether it is nothing.
fn distance(value: Magnitude, literal: Literal) -> (i128, bool) {
    let equal = value.compare(literal).is_eq();
    let digits = if literal.unit() == Unit::Percent { 2 } else { 6 };
    let (micros, _) = rounded(value, literal.unit(), 6);
    let apart = micros.saturating_sub(i128::from(literal.micros())).saturating_abs();
    (to_digits(apart, digits), equal)
}

/// A distance with its unit.
fn apart(number: &str, literal: Literal, lang: Lang) -> String {
    match literal.unit() {
        Unit::Percent => format!("{number} {}", lang.pick("个百分点", "percentage points")),
        _ => literal.figure(number, lang),
    }
}

#[cfg(test)]
mod tests;
