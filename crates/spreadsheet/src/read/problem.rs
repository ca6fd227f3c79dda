//! Mistakes in a row, each named by its cell.

use crate::place::CellRef;
use std::fmt;
use zjtx_evaluator::{FactRef, Lang, ReadError, Text};

/// A mistake in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    /// The cell or place in the file.
    pub place: CellRef,
    /// What the column asks for, with its year: `研发费用 2025 年`.
    pub asked: Text,
    /// What the cell shows.
    pub shown: String,
    /// The answer that it leaves open; `None` for the day and kind of application, without which no rules can
    /// be chosen.
    pub fact: Option<FactRef>,
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
    /// An amount in another currency.
    OtherCurrency,
    /// Not a place of GB/T 2260.
    UnknownPlace,
    /// A place whose districts are not told apart; the firm is placed in its city.
    CityOnly,
    /// Not an industry of GB/T 4754.
    UnknownIndustry,
    /// A whole section 「门类」 of GB/T 4754.
    WholeSection,
}

impl CellProblem {
    /// Whether the firm is judged without this answer, whatever it might decide: what the cell says is
    /// understood in part, or only names of places and industries are not known.
    pub(crate) const fn is_mild(&self) -> bool {
        matches!(self, Self::UnknownPlace | Self::CityOnly | Self::UnknownIndustry | Self::WholeSection)
    }
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
                "是没有结果的公式，请用 Excel 或 WPS 打开、保存后再导入",
                "is a formula without its value; open the file with Excel or WPS and save it once",
            ),
            Self::WrongFormula => ("是出错的公式，请改正", "is a formula that went wrong; mend it"),
            Self::NotADay => ("不是日期，请写成 2026-05-01", "is not a day; write it as 2026-05-01"),
            Self::UnknownKind => ("应为“新申请”或“复核”", "must be first (新申请) or renewal (复核)"),
            Self::OtherCurrency => (
                "是外币，请换算成人民币，例如 860 万元",
                "is in another currency; convert it to renminbi, such as 860 万元",
            ),
            Self::UnknownPlace => (
                "不是行政区划的名称或代码，按未填处理；请写全称（某市某区）或六位代码",
                "is no place of GB/T 2260 and counts as not given; write its full name (city and district) or its six-digit code",
            ),
            Self::CityOnly => {
                ("没有分区县的数据，按所在城市判断", "has no districts here; the firm is judged by its city")
            }
            Self::UnknownIndustry => (
                "不是国民经济行业分类（GB/T 4754-2017）的名称或代码，按未填处理；请写分类中的名称或二至四位代码，例如 通用设备制造业、3484",
                "is no industry of GB/T 4754-2017 and counts as not given; write a name of it or its code of two to four digits, such as 3484",
            ),
            Self::WholeSection => (
                "是行业门类，范围太大，按未填处理；请写大类、中类或小类的名称或二至四位代码，例如 通用设备制造业、3484",
                "is a whole section of industries and counts as not given; write the name or code of a division, group or class, such as 3484",
            ),
        };
        Text { zh: zh.to_owned(), en: en.to_owned() }
    }
}

impl CellError {
    /// Where, what is asked, what was found, and what is wrong with it.
    pub fn text(&self) -> Text {
        let Self { place, asked, shown, problem, fact: _ } = self;
        let (shown, what): (String, Text) = (visible(shown), problem.text());
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

/// At most forty characters, each to be seen.
fn visible(shown: &str) -> String {
    shown.chars().take(40).map(|c| if c.is_control() { '␣' } else { c }).collect()
}
