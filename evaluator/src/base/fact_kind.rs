//! What kind of answer a fact 「数据项」 takes, for which years, and how a firm could change it.

use super::compact::compact;
use serde::{Deserialize, Serialize};

/// Kind of answer (docs/language.md §1, §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// 是 or 否.
    Bool,
    /// A whole number of things or people.
    Count,
    /// 万元 to the 分.
    Money,
    /// Years, decimals allowed.
    Years,
    /// Shares and growth, in percent.
    Percent,
    /// Points of a score.
    Points,
    /// A place from 1, or 无.
    Rank,
    /// One of the choices.
    Choice,
    /// Any of the choices, or none.
    Set,
    /// A day of the calendar.
    Date,
    /// GB/T 2260 code of a city.
    City,
    /// GB/T 2260 code of a district.
    District,
    /// GB/T 4754 code, two to four digits.
    Industry,
    /// Free text that identifies; no pack may use it.
    Text,
}

compact!(
    enum FactKind {
        Bool,
        Count,
        Money,
        Years,
        Percent,
        Points,
        Rank,
        Choice,
        Set,
        Date,
        City,
        District,
        Industry,
        Text,
    }
);

impl FactKind {
    /// What it is called in a sentence to an author.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::Bool => "是非题",
            Self::Count => "数目",
            Self::Money => "金额",
            Self::Years => "年数",
            Self::Percent => "百分比",
            Self::Points => "分值",
            Self::Rank => "名次",
            Self::Choice => "单选题",
            Self::Set => "多选题",
            Self::Date => "日期",
            Self::City => "城市",
            Self::District => "区县",
            Self::Industry => "行业",
            Self::Text => "文字",
        }
    }
}

/// Of which years a fact is asked (docs/language.md §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactPeriod {
    /// A fiscal year.
    Year,
    /// The end of a fiscal year.
    YearEnd,
    /// The year of application.
    ApplicationYear,
}

compact!(
    enum FactPeriod {
        Year,
        YearEnd,
        ApplicationYear,
    }
);

/// How a firm could change a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lever {
    /// More of it can be worked for.
    Increase,
    /// Less of it can be worked for.
    Decrease,
    /// Only waiting changes it.
    TimeOnly,
    /// Nothing changes it.
    Fixed,
}

compact!(
    enum Lever {
        Increase,
        Decrease,
        TimeOnly,
        Fixed,
    }
);
