//! Sections 1 and 4: what a dossier may give for a fact of each kind.

use crate::date::year_of;
use crate::json::{items, text};
use crate::numbers::{decimal, literal, whole};
use num_rational::BigRational;
use serde_json::Value;

/// Says what is wrong with one given answer (not null) to a term, if anything is.
pub(crate) fn check(term: &Value, answer: &Value) -> Result<(), String> {
    let fits = match text(term, "kind")? {
        "bool" => answer.is_boolean(),
        "text" => answer.is_string(),
        "choice" => offered(term, answer),
        "set" => answer.as_array().is_some_and(|chosen| chosen.iter().all(|one| offered(term, one))),
        "date" => {
            answer.as_str().is_some_and(|day| year_of(day).is_ok_and(|year| (1900..=2199).contains(&year)))
        }
        "city" | "district" => code(answer, 6..=6),
        "industry" => code(answer, 2..=4),
        "rank" if answer == "none" => true,
        kind => number(kind, answer).is_some_and(|number| within_bounds(term, kind, &number)),
    };
    if fits { Ok(()) } else { Err(format!("填写的「{answer}」不合要求")) }
}

/// The number an answer stands for: money in 万元, percent as the fraction it means.
pub(crate) fn number(kind: &str, answer: &Value) -> Option<BigRational> {
    let written = match answer {
        Value::Number(number) => number.to_string(),
        Value::String(written) => written.clone(),
        _ => return None,
    };
    let (digits, scale) = match kind {
        "money" => money(&written),
        "percent" => percent(&written),
        _ => (written.as_str(), whole(1)),
    };
    decimal(digits).map(|number| number * scale)
}

fn money(written: &str) -> (&str, BigRational) {
    if let Some(digits) = written.strip_suffix("万元") {
        (digits, whole(1))
    } else if let Some(digits) = written.strip_suffix("元") {
        (digits, whole(1) / whole(10_000))
    } else {
        (written, whole(1))
    }
}

fn percent(written: &str) -> (&str, BigRational) {
    let digits = written.strip_suffix('%').unwrap_or(written);
    (digits, whole(1) / whole(100))
}

fn offered(term: &Value, answer: &Value) -> bool {
    items(term, "choices").iter().any(|choice| choice.get("id") == Some(answer))
}

fn code(answer: &Value, lengths: std::ops::RangeInclusive<usize>) -> bool {
    answer
        .as_str()
        .is_some_and(|code| lengths.contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit()))
}

fn within_bounds(term: &Value, kind: &str, number: &BigRational) -> bool {
    let most = |bound: i64| *number <= whole(bound);
    let nonnegative = *number >= whole(0);
    let millionths = |of: &BigRational| (of * whole(1_000_000)).is_integer();
    match kind {
        "money" => {
            let signed = term.get("signed") == Some(&Value::Bool(true));
            let least = if signed { whole(-1_000_000_000) } else { whole(0) };
            *number >= least && most(1_000_000_000) && millionths(number)
        }
        "percent" => nonnegative && most(1) && millionths(&(number * whole(100))),
        "points" => nonnegative && below_maximum(term, number) && millionths(number),
        "years" => nonnegative && most(1000) && millionths(number),
        "count" if term.get("fractional") == Some(&Value::Bool(true)) => {
            nonnegative && most(100_000_000) && millionths(number)
        }
        "count" => nonnegative && most(100_000_000) && number.is_integer(),
        "rank" => *number >= whole(1) && most(100_000_000) && number.is_integer(),
        _ => false,
    }
}

fn below_maximum(term: &Value, number: &BigRational) -> bool {
    match term.get("max").and_then(Value::as_str).map(literal) {
        Some(Ok(max)) => *number <= max,
        Some(Err(_)) => false,
        None => true,
    }
}
