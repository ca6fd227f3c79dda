//! Mistakes in a row, each named by its cell.

use crate::place::CellRef;
use std::fmt;
use zjtx_evaluator::{Lang, ReadError};

/// A mistake in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    /// Where.
    pub place: CellRef,
    /// What the column asks for, with its year: `研发费用 2025 年`.
    pub asked: String,
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
    fn sentence(&self) -> String {
        match self {
            Self::Unreadable(error) => return error.sentence(Lang::Zh),
            Self::PercentOrShare => "可能是百分数，也可能是小数；请写成带百分号的文字，例如 3.5%",
            Self::NoValue => "是没有算出值的公式；请用 Excel 或 WPS 打开后保存一次",
            Self::WrongFormula => "是出错的公式，请改正",
            Self::NotADay => "不是日期，请写成 2026-05-01",
            Self::UnknownKind => "应为“新申请”或“复核”",
        }
        .to_owned()
    }
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, asked, shown, problem } = self;
        let shown: String = shown.chars().take(40).collect();
        write!(f, "{place}：{asked}“{shown}”{}", problem.sentence())
    }
}
