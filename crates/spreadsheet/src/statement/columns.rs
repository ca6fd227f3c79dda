//! Columns of statements: of which year each is.

use super::period::{Period, Span, period};

/// Of what a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// 「本年累计金额」
    Cumulated,
    /// 「本期金额」
    Current,
    /// 「本月金额」: never asked for.
    Month,
    /// 「上期金额」「上年金额」
    Prior,
    /// 「期末余额」
    End,
    /// 「上年年末余额」「年初余额」
    Begin,
    /// A period that the heading names.
    Named(Period),
}

/// Whose figures they are, where a file has both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// 「合并」
    Consolidated,
    /// 「母公司」
    Parent,
}

/// A column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Its position, from 0.
    pub(super) position: usize,
    /// Of what it is.
    pub(super) of: Of,
    /// Whose it is; `None` where it is not said.
    pub(super) scope: Option<Scope>,
}

/// Headings and what they are of; the first that a heading holds counts.
const HEADINGS: [(&str, Of); 30] = [
    ("上年同期", Of::Prior),
    ("上年累计", Of::Prior),
    ("上期累计", Of::Prior),
    ("上年年末", Of::Begin),
    ("上年末", Of::Begin),
    ("年初", Of::Begin),
    ("期初", Of::Begin),
    ("本年累计", Of::Cumulated),
    ("本期累计", Of::Cumulated),
    ("累计金额", Of::Cumulated),
    ("累计数", Of::Cumulated),
    ("本年金额", Of::Cumulated),
    ("本年数", Of::Cumulated),
    ("本年实际", Of::Cumulated),
    ("本年发生", Of::Cumulated),
    ("本年度", Of::Cumulated),
    ("本月", Of::Month),
    ("当月", Of::Month),
    ("本季", Of::Month),
    ("本期", Of::Current),
    ("上期", Of::Prior),
    ("上年", Of::Prior),
    ("去年", Of::Prior),
    ("期末", Of::End),
    ("年末", Of::End),
    ("month", Of::Month),
    ("本年", Of::Cumulated),
    ("本期数", Of::Current),
    ("上期数", Of::Prior),
    ("期末数", Of::End),
];

/// Of what a column with this heading is.
pub(super) fn of(text: &str) -> Option<Of> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    const LONGEST: usize = 24;
    if compact.chars().count() > LONGEST {
        return None;
    }
    // 「2025年12月31日」 as a heading; with 期末余额 before it the year settles it too.
    if let Some(named) =
        period(&compact).filter(|_| compact.starts_with(|c: char| c.is_ascii_digit()) || is_named(&compact))
    {
        let span = if named.span == Span::Unsaid { Span::Year } else { named.span };
        return Some(Of::Named(Period { span, ..named }));
    }
    HEADINGS.iter().find(|(word, _)| compact.starts_with(word)).map(|(_, of)| *of)
}

/// A heading that names its year in brackets: 本期金额（2025年度）.
fn is_named(compact: &str) -> bool {
    HEADINGS.iter().any(|(word, _)| compact.starts_with(word)) && compact.contains("20")
}

/// Whose figures a text says they are.
pub(super) fn scope(text: &str) -> Option<Scope> {
    if text.contains("母公司") || text.contains("本公司") {
        Some(Scope::Parent)
    } else if text.contains("合并") {
        Some(Scope::Consolidated)
    } else {
        None
    }
}
