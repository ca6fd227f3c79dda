//! Mistakes in a row, each named by its cell.

use crate::place::CellRef;
use std::fmt;
use zjtx_evaluator::{Lang, ReadError, Text};

/// A mistake in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    /// The cell or place in the file.
    pub place: CellRef,
    /// What the column asks for, with its year: `研发费用 2025 年`.
    pub asked: Text,
    /// What the cell shows.
    pub shown: String,
    /// What is wrong with it.
    pub problem: CellProblem,
}

/// Kinds of mistakes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// It cannot be understood or is impossible.
    Unreadable(ReadError),
    /// A share of at most one, which may be meant as percent or as the share itself.
    PercentOrShare,
    /// A formula whose value the file does not hold.
    NoValue,
    /// A formula that went wrong.
    WrongFormula,
    /// Not a day.
    NotADay,
    /// Neither 新申请 nor 复核.
    UnknownKind,
}

impl CellProblem {
    fn text(&self) -> Text {
        let (zh, en) = match self {
            Self::Unreadable(error) => {
                return Text { zh: error.sentence(Lang::Zh), en: error.sentence(Lang::En) };
            }
            Self::PercentOrShare => (
                "可能是百分数，也可能是小数；请写成带百分号的文字，例如 3.5%",
                "may be a percentage or a share; write it as text with its sign, such as 3.5%",
            ),
            Self::NoValue => (
                "是没有算出值的公式；请用 Excel 或 WPS 打开后保存一次",
                "is a formula without its value; open the file with Excel or WPS and save it once",
            ),
            Self::WrongFormula => ("是出错的公式，请改正", "is a formula that went wrong; mend it"),
            Self::NotADay => ("不是日期，请写成 2026-05-01", "is not a day; write it as 2026-05-01"),
            Self::UnknownKind => ("应为“新申请”或“复核”", "must be first (新申请) or renewal (复核)"),
        };
        Text { zh: zh.to_owned(), en: en.to_owned() }
    }
}

impl CellError {
    /// Where, what is asked, what was found, and what is wrong with it.
    pub fn text(&self) -> Text {
        let Self { place, asked, shown, problem } = self;
        let (shown, what): (String, Text) = (shown.chars().take(40).collect(), problem.text());
        Text {
            zh: format!("{place}：{}“{shown}”{}", asked.zh, what.zh),
            en: format!("{place}: {} “{shown}” {}", asked.get(Lang::En), what.en),
        }
    }
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().zh)
    }
}
