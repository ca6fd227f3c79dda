//! What a cell holds, freed of its file format.

use calamine::DataRef;
use std::borrow::Cow;

/// A cell with something in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    /// Position of its column, from 0.
    pub(super) column: usize,
    /// What it holds.
    pub(super) content: Content,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// Text, as typed.
    Text(String),
    /// A number of a workbook.
    Number(f64),
    /// 是 or 否 as a spreadsheet's own.
    Bool(bool),
    /// A day, counted as spreadsheets do.
    Day(f64),
    /// A formula whose value the file does not hold.
    NoValue,
    /// A formula that went wrong, `#REF!` and the like.
    Wrong(String),
}

impl Content {
    /// What a workbook's cell holds; `None` where it is empty.
    pub(super) fn of(value: &DataRef<'_>, has_formula: bool) -> Option<Self> {
        Some(match value {
            DataRef::Empty if has_formula => Self::NoValue,
            DataRef::Empty => return None,
            DataRef::Int(whole) => Self::Text(whole.to_string()),
            DataRef::Float(number) => Self::Number(*number),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                return Self::text(text);
            }
            DataRef::SharedString(text) => return Self::text(text),
            DataRef::Bool(yes) => Self::Bool(*yes),
            DataRef::DateTime(day) => Self::Day(day.as_f64()),
            DataRef::Error(error) => Self::Wrong(error.to_string()),
        })
    }

    /// Text that is not blank.
    pub(super) fn text(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self::Text(text.to_owned()))
    }

    /// As a person sees it.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Wrong(text) => text.into(),
            Self::Number(number) => as_displayed(*number).into(),
            Self::Bool(yes) => if *yes { "是" } else { "否" }.into(),
            Self::Day(day) => super::date::of_serial(*day).unwrap_or_else(|| as_displayed(*day)).into(),
            Self::NoValue => "".into(),
        }
    }
}

/// Digits that a workbook shows of a binary number.
const DIGITS: usize = 15;

/// A workbook keeps binary numbers and shows fifteen digits of them: those are what was typed.
fn as_displayed(number: f64) -> String {
    let shortest = number.to_string();
    // No more digits survive in a binary number, so that as many or fewer are those that are shown.
    if shortest.bytes().filter(u8::is_ascii_digit).count() <= DIGITS {
        return shortest;
    }
    let fifteen: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    fifteen.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_the_spreadsheet_shows() {
        for (number, shown) in [
            (8600.5, "8600.5"),
            (0.1 + 0.2, "0.3"),
            (1e15, "1000000000000000"),
            (-0.07, "-0.07"),
            (0.3, "0.3"),
        ] {
            assert_eq!(Content::Number(number).shown(), shown);
        }
    }

    #[test]
    fn a_formula_without_value_is_not_an_empty_cell() {
        assert_eq!(Content::of(&DataRef::Empty, true), Some(Content::NoValue));
        assert_eq!(Content::of(&DataRef::Empty, false), None);
    }
}
