//! Reading what people write: full-width digits, 万 and 亿, percent signs, thousands separators.

use crate::{
    base::{
        date::Date,
        fact_kind::FactKind,
        number::{DecimalError, MILLION, Unit, format_micros, parse_micros},
        text::Lang,
        value::{NONE, Value, bit},
    },
    language::terms::{Term, Terms},
};
use std::borrow::Cow;
use thiserror::Error;

/// Why an answer cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.sentence(Lang::Zh))]
pub enum ReadError {
    /// Not a number.
    NotANumber,
    /// Finer than can be kept.
    TooFine,
    /// Negative where that is impossible.
    Negative,
    /// Beyond what the fact can be.
    OutOfRange {
        /// Least and greatest, as text with unit.
        least: String,
        /// Greatest value that is taken, with its unit.
        greatest: String,
    },
    /// A fraction of something that comes in ones.
    NotWhole,
    /// Not a day that exists.
    NotADay,
    /// None of the answers.
    UnknownChoice,
    /// Not 是 or 否.
    NotYesNo,
    /// Not a code of the table.
    UnknownCode,
    /// Larger than any quantity.
    TooLarge,
    /// Longer than any name.
    TooLong,
}

impl ReadError {
    /// What is wrong and what to do, for people.
    pub fn sentence(&self, lang: Lang) -> String {
        let plain = match self {
            Self::OutOfRange { least, greatest } => {
                return match lang {
                    Lang::Zh => format!("应在 {least} 到 {greatest} 之间"),
                    Lang::En => format!("must lie between {least} and {greatest}"),
                };
            }
            Self::NotANumber => lang.pick(
                "不是数字，请填写数字，例如 1200 或 0.5",
                "is not a number; write a plain decimal such as 1200 or 0.5",
            ),
            Self::TooFine => {
                lang.pick("小数位过多，金额最多精确到分", "has too many decimals; money is exact to the cent")
            }
            Self::Negative => lang.pick("不能是负数", "cannot be negative"),
            Self::NotWhole => lang.pick("应为整数", "must be a whole number"),
            Self::NotADay => lang.pick(
                "不是日期，请写年月日，例如 2015-03-16",
                "is not a day; write year, month and day, such as 2015-03-16",
            ),
            Self::UnknownChoice => lang.pick("不是可选的答案", "is not one of the answers"),
            Self::NotYesNo => lang.pick("应填“是”或“否”", "must be answered yes or no"),
            Self::UnknownCode => lang.pick("不在代码表中", "is not a known code"),
            Self::TooLarge => lang.pick("数字太大，请核对单位", "is too large; check the unit"),
            Self::TooLong => lang.pick("文字太长，最多 200 字", "is too long; at most 200 characters"),
        };
        plain.to_owned()
    }
}

/// Longest name kept.
const MAX_TEXT: usize = 200;
/// Longest text that can still be a number.
const MAX_NUMBER: usize = 64;

/// Reads the text of one answer as the kind that the term asks for.
///
/// # Errors
/// When it cannot be understood or is impossible.
pub fn read(text: &str, term: &Term, terms: &Terms) -> Result<Value, ReadError> {
    let text = text.trim();
    match term.kind() {
        FactKind::Bool => yes_no(text).map(Value::Bool).ok_or(ReadError::NotYesNo),
        FactKind::Rank => rank(text),
        FactKind::Choice => term.choice_index(text).map(Value::Choice).ok_or(ReadError::UnknownChoice),
        FactKind::Set => set(listed(text), term),
        FactKind::Date => day(text).map(Value::Day).ok_or(ReadError::NotADay),
        FactKind::City => area_code(text),
        FactKind::District => area_code(terms.district_now(text)),
        FactKind::Industry if terms.is_industry(text) => Ok(Value::Code(text.to_owned())),
        FactKind::Industry => Err(ReadError::UnknownCode),
        FactKind::Text if text.chars().count() <= MAX_TEXT => Ok(Value::Text(text.to_owned())),
        FactKind::Text => Err(ReadError::TooLong),
        _ => number(text, term).map(Value::Number),
    }
}

fn yes_no(text: &str) -> Option<bool> {
    match text {
        "是" | "true" | "yes" => Some(true),
        "否" | "false" | "no" => Some(false),
        _ => None,
    }
}

/// A day as `2015-03-16`, `2015/3/16` or `2015年3月16日`.
fn day(text: &str) -> Option<Date> {
    if let Some(day) = Date::parse(text) {
        return Some(day);
    }
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut parts = text.split(['-', '/', '.', '年', '月']).map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = parts.next().is_none() && year.len() == 4 && [year, month, day].into_iter().all(plain);
    whole.then(|| Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))).flatten()
}

/// Answers as people list them, between commas or spaces; `none` and nothing are no answers.
fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、', ' ']).filter(|word| !word.is_empty() && *word != NONE)
}

/// The set of these answers.
pub(super) fn set<'a>(mut answers: impl Iterator<Item = &'a str>, term: &Term) -> Result<Value, ReadError> {
    let chosen = answers.try_fold(0, |set, answer| Some(set | bit(term.choice_index(answer)?)));
    chosen.map(Value::Set).ok_or(ReadError::UnknownChoice)
}

fn area_code(text: &str) -> Result<Value, ReadError> {
    let valid = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    if valid { Ok(Value::Code(text.to_owned())) } else { Err(ReadError::UnknownCode) }
}

fn rank(text: &str) -> Result<Value, ReadError> {
    if matches!(text, NONE | "无" | "没有") {
        return Ok(Value::Rank(None));
    }
    let plain = plain_digits(text)?;
    let digits = plain.trim_start_matches('第').trim_end_matches(['名', '位']);
    let micros = parse_micros(digits, 0).map_err(number_error)?;
    let whole = whole_number(micros)?;
    match u32::try_from(whole) {
        Ok(place) if (1..=100_000_000).contains(&place) => Ok(Value::Rank(Some(place))),
        _ if micros < 0 => Err(ReadError::Negative),
        _ => Err(ReadError::OutOfRange { least: "1".into(), greatest: "100000000".into() }),
    }
}

fn whole_number(micros: i64) -> Result<i64, ReadError> {
    match (micros.checked_rem(MILLION), micros.checked_div(MILLION)) {
        (Some(0), Some(whole)) => Ok(whole),
        _ => Err(ReadError::NotWhole),
    }
}

/// Words after a number and the power of ten that brings it to the unit of its kind.
fn suffixes(unit: Unit) -> &'static [(&'static str, i32)] {
    match unit {
        Unit::Money => {
            &[("亿元", 4), ("万元", 0), ("千万", 3), ("百万", 2), ("亿", 4), ("万", 0), ("元", -4)]
        }
        Unit::Percent => &[("%", 0)],
        Unit::Points => &[("分", 0)],
        Unit::Years => &[("年", 0)],
        Unit::Count => &[("项", 0), ("人", 0), ("件", 0), ("个", 0)],
        Unit::Rank | Unit::Days => &[],
    }
}

fn number(text: &str, term: &Term) -> Result<i64, ReadError> {
    let unit = term.unit().ok_or(ReadError::NotANumber)?;
    // Most are digits and nothing else, which need no copy.
    if text.len() < MAX_NUMBER
        && let Ok(micros) = parse_micros(text, 0)
    {
        return in_bounds(micros, term);
    }
    let plain = plain_digits(text)?;
    let suffix = suffixes(unit).iter().find(|(word, _)| plain.ends_with(word));
    let (word, exponent) = suffix.copied().unwrap_or(("", 0));
    let digits = without_separators(plain.strip_suffix(word).unwrap_or(&plain))?;
    let micros = parse_micros(&digits, exponent).map_err(number_error)?;
    in_bounds(micros, term)
}

const fn number_error(error: DecimalError) -> ReadError {
    match error {
        DecimalError::NotANumber => ReadError::NotANumber,
        DecimalError::TooFine => ReadError::TooFine,
        DecimalError::TooLarge => ReadError::TooLarge,
    }
}

fn in_bounds(micros: i64, term: &Term) -> Result<i64, ReadError> {
    let (least, greatest) = term.bounds();
    if micros < 0 && least == 0 {
        return Err(ReadError::Negative);
    }
    if !(least..=greatest).contains(&micros) {
        return Err(out_of_range(term));
    }
    if term.is_whole() {
        whole_number(micros)?;
    }
    Ok(micros)
}

fn out_of_range(term: &Term) -> ReadError {
    let (least, greatest) = term.bounds();
    let shown = |micros: i64| term.figure(&format_micros(i128::from(micros)), Lang::Zh);
    ReadError::OutOfRange { least: shown(least), greatest: shown(greatest) }
}

/// Full-width forms as ASCII, white space dropped; refused where far too long for a number.
fn plain_digits(text: &str) -> Result<String, ReadError> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace()).map(half_width).take(MAX_NUMBER).collect();
    if plain.chars().count() == MAX_NUMBER { Err(ReadError::NotANumber) } else { Ok(plain) }
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' | '％' | '－' => {
            let shifted = u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32);
            shifted.unwrap_or(c)
        }
        '−' => '-',
        '。' => '.',
        _ => c,
    }
}

/// Removes commas that group digits by three; any other comma is a mistake.
fn without_separators(digits: &str) -> Result<Cow<'_, str>, ReadError> {
    if !digits.contains(',') {
        return Ok(digits.into());
    }
    let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = groups.clone().count() > 0;
    let well_formed = groups.all(|group| group.len() == 3) && (!grouped || (1..=4).contains(&first.len()));
    let after_point = digits.split_once('.').is_some_and(|(_, decimals)| decimals.contains(','));
    if well_formed && !after_point { Ok(digits.replace(',', "").into()) } else { Err(ReadError::NotANumber) }
}
