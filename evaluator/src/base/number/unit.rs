//! Units of quantities (docs/language.md §1).

use crate::base::{compact::compact, text::Lang};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 万元; a millionth of it is one 分.
    Money,
    /// Percent of something.
    Percent,
    /// Points of a score sheet, 「分」.
    Points,
    /// Years, 「年」.
    Years,
    /// Things or people, 「项」「人」; whole.
    Count,
    /// Place in an order, 「名」; whole, from 1.
    Rank,
    /// Calendar days, 「天」; whole.
    Days,
}

compact!(
    enum Unit {
        Money,
        Percent,
        Points,
        Years,
        Count,
        Rank,
        Days,
    }
);

impl Unit {
    /// What stands behind a number of this unit, with its space where the language wants one. A number of
    /// people has a word of its own.
    pub fn suffix(self, number: &str, people: bool, lang: Lang) -> &'static str {
        let is_one = number == "1";
        match self {
            Self::Money => lang.pick(" 万元", " ×10,000 CNY"),
            Self::Percent => "%",
            Self::Points => lang.pick(" 分", if is_one { " point" } else { " points" }),
            Self::Years => lang.pick(" 年", if is_one { " year" } else { " years" }),
            Self::Count if people => lang.pick(" 人", if is_one { " person" } else { " people" }),
            Self::Count => lang.pick(" 项", if is_one { " item" } else { " items" }),
            Self::Rank => lang.pick(" 名", if is_one { " place" } else { " places" }),
            Self::Days => lang.pick(" 天", if is_one { " day" } else { " days" }),
        }
    }

    /// Whether only whole numbers make sense.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Count | Self::Rank | Self::Days)
    }
}
