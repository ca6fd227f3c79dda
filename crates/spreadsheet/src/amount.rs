//! Figures as programs and people write them: signs of currency, losses in brackets, units behind.

use crate::{
    clean::half_width,
    heading::Unit,
    unit::{self, Money, money},
};
use std::borrow::Cow;

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Amount<'t> {
    /// As dossiers write it; of money with its unit.
    Text(Cow<'t, str>),
    /// In another currency.
    Foreign,
}

/// Reads a figure as it is shown; of money with the unit of its column for amounts without their own.
pub(crate) fn amount(shown: &str, of_money: Option<Unit>) -> Amount<'_> {
    if shown.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Amount::Text(with_unit(shown.into(), of_money));
    }
    let plain: String = shown.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    if of_money.is_some() && plain.contains("（外币）") || plain.contains("(外币)") {
        return Amount::Foreign;
    }
    let (sign, rest) = signed(&plain);
    let Some((number, words)) = number(&rest) else { return Amount::Text(shown.into()) };
    let number = format!("{sign}{number}");
    let Some(column) = of_money else { return Amount::Text(format!("{number}{words}").into()) };
    match money(&words) {
        Some(Money::Foreign) => Amount::Foreign,
        Some(Money::Yuan(power)) => {
            Amount::Text(in_yuan(&number, power).map_or_else(|| shown.into(), Cow::from))
        }
        Some(Money::Renminbi) => Amount::Text(with_unit(number.into(), Some(column))),
        None if words.is_empty() => Amount::Text(with_unit(number.into(), Some(column))),
        None => Amount::Text(shown.into()),
    }
}

/// A bare number of money with the unit of its column.
fn with_unit(number: Cow<'_, str>, of_money: Option<Unit>) -> Cow<'_, str> {
    let Some(Unit::Money(Money::Yuan(power))) = of_money else { return number };
    in_yuan(&number, power).map_or(number, Cow::from)
}

/// The number in 元, digit by digit; commas that group its digits stay to be checked by the reader where there
/// is nothing to move.
fn in_yuan(number: &str, power: i8) -> Option<String> {
    match power {
        0 | 4 | 8 => Some(format!("{number}{}", unit::name(power))),
        _ if is_grouped(number) => Some(format!("{}元", unit::shift(&number.replace(',', ""), power)?)),
        _ => None,
    }
}

/// Whether commas stand before three digits each.
fn is_grouped(number: &str) -> bool {
    let whole = number.split('.').next().unwrap_or("");
    whole.split(',').skip(1).all(|group| group.len() == 3)
}

/// The sign of a figure, and the figure without it: a loss may stand in brackets.
fn signed(text: &str) -> (&'static str, Cow<'_, str>) {
    const LOSS: [&str; 5] = ["亏损", "亏", "负", "△", "▲"];
    if let Some(bare) = bracketed(text) {
        return ("-", bare.into());
    }
    let loss = LOSS.iter().find_map(|word| text.strip_prefix(word));
    let loss = loss.or_else(|| text.strip_suffix('-')).or_else(|| text.strip_prefix('-'));
    match loss.filter(|rest| !rest.is_empty()) {
        Some(rest) => ("-", rest.into()),
        None => ("", text.strip_prefix('+').unwrap_or(text).into()),
    }
}

/// The text without brackets around its only number.
fn bracketed(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('(')?;
    let (inside, behind) = rest.split_once(')')?;
    let is_number = inside.starts_with(|c: char| c.is_ascii_digit())
        && inside.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    (is_number && !has_digit(before) && !has_digit(behind)).then(|| format!("{before}{inside}{behind}"))
}

/// The only number in a text, and the words before and behind it.
fn number(text: &str) -> Option<(&str, String)> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let from = text.find(|c: char| c.is_ascii_digit() || c == '.')?;
    let rest = text.get(from..)?;
    let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    let (number, behind) = rest.split_at_checked(length)?;
    let words = format!("{}{behind}", text.get(..from)?);
    (!words.contains(|c: char| c.is_ascii_digit())).then_some((number, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(shown: &str, unit: Unit) -> String {
        match amount(shown, Some(unit)) {
            Amount::Text(text) => text.into_owned(),
            Amount::Foreign => "外币".to_owned(),
        }
    }

    #[test]
    fn figures_are_read_as_programs_and_people_write_them() {
        for (shown, expected) in [
            ("8600.5", "8600.5"),
            ("¥8,600.50", "8,600.50"),
            ("￥8600.5", "8600.5"),
            ("RMB 8600.5", "8600.5"),
            ("人民币8600.5万元", "8600.5万元"),
            ("8600.5万元人民币", "8600.5万元"),
            ("８６００．５", "8600.5"),
            ("(500)", "-500"),
            ("（500.00）", "-500.00"),
            ("¥(500)", "-500"),
            ("(500)万元", "-500万元"),
            ("-500", "-500"),
            ("−500", "-500"),
            ("500-", "-500"),
            ("亏损500万元", "-500万元"),
            ("负500", "-500"),
            ("▲500", "-500"),
            ("+500", "500"),
            ("500千元", "500000元"),
            ("3百万元", "3000000元"),
            ("1.2亿", "1.2亿元"),
            ("12,000,000元", "12,000,000元"),
            ("12,000千元", "12000000元"),
            ("500元整", "500元"),
            ("$500", "外币"),
            ("500美元", "外币"),
            ("500万美元", "外币"),
            ("USD 500", "外币"),
            ("约100", "约100"),
            ("100-200", "100-200"),
            ("无法提供", "无法提供"),
        ] {
            assert_eq!(read(shown, Unit::Unsaid), expected, "{shown}");
        }
        for (power, expected) in [(0, "8600元"), (3, "8600000元"), (4, "8600万元"), (6, "8600000000元")]
        {
            assert_eq!(read("8600", Unit::Money(Money::Yuan(power))), expected);
        }
        assert_eq!(read("860万元", Unit::Money(Money::Yuan(0))), "860万元");
        assert_eq!(read("¥8,600", Unit::Money(Money::Yuan(3))), "8600000元");
    }
}
