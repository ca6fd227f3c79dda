//! What a cell holds, freed of its file format.

use super::format::Format;
use crate::clean::clean;
use calamine::{Data, DataRef, ExcelDateTime};
use compact_str::{CompactString, ToCompactString};
use std::borrow::Cow;

/// A cell with something in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    /// Position of its column, from 0.
    pub(crate) column: usize,
    /// What it holds.
    pub(crate) content: Content,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    /// Text, as typed, or a number as its format shows it; most are short, and need no memory of their own.
    Text(CompactString),
    /// A number of a workbook.
    Number(f64),
    /// 是 or 否 as a spreadsheet's own.
    Bool(bool),
    /// A day, with the date system of its workbook.
    Day(ExcelDateTime),
    /// A formula whose value the file does not hold.
    NoValue,
    /// A formula that went wrong, `#REF!` and the like.
    Wrong(String),
}

impl Content {
    /// What a workbook's cell holds and shows; `None` where it is empty.
    pub(super) fn of(value: &DataRef<'_>, format: Option<&Format>) -> Option<Self> {
        let shown = |number: f64| match format {
            Some(format) => Self::Text(format.show(&as_displayed(number)).into()),
            None => Self::Number(number),
        };
        Some(match value {
            DataRef::Empty => return None,
            DataRef::Int(whole) => shown(*whole as f64),
            DataRef::Float(number) => shown(*number),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                return Self::text(text);
            }
            DataRef::SharedString(text) => return Self::text(text),
            DataRef::Bool(yes) => Self::Bool(*yes),
            DataRef::DateTime(day) if day.is_datetime() => Self::Day(*day),
            DataRef::DateTime(span) => Self::Number(span.as_f64()),
            DataRef::Error(error) => Self::Wrong(error.to_string()),
        })
    }

    /// What a cell of an `.xls` workbook holds; its formats are not known.
    pub(crate) fn of_data(value: &Data) -> Option<Self> {
        match value {
            Data::Empty => None,
            Data::Int(whole) => Some(Self::Text(whole.to_compact_string())),
            Data::Float(number) => Some(Self::Number(*number)),
            Data::Bool(yes) => Some(Self::Bool(*yes)),
            Data::DateTime(day) => Some(Self::Day(*day)),
            Data::Error(error) => Some(Self::Wrong(error.to_string())),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Self::text(text),
        }
    }

    /// Text that is not blank.
    pub(crate) fn text(text: &str) -> Option<Self> {
        let text = clean(text);
        (!text.is_empty()).then(|| Self::Text(text.into()))
    }

    /// As a person sees it.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Wrong(text) => text.into(),
            Self::Number(number) => as_displayed(*number).into(),
            Self::Bool(yes) => if *yes { "是" } else { "否" }.into(),
            Self::Day(day) => {
                let (year, month, day, ..) = day.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}").into()
            }
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
    use calamine::ExcelDateTimeType;

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
    fn a_day_is_that_of_its_workbooks_system() {
        for (serial, is_1904, shown) in [
            (46_143.0, false, "2026-05-01"),
            (44_681.0, true, "2026-05-01"),
            (45_351.5, false, "2024-02-29"),
            (61.0, false, "1900-03-01"),
            (0.0, true, "1904-01-01"),
        ] {
            let day = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904);
            assert_eq!(Content::Day(day).shown(), shown);
        }
    }
}
