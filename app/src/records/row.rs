//! What a list of past tests shows of one of them, and which of them a filter lets through. The list is
//! made of these alone: thousands of dossiers need not be read for it.

use crate::records::record::{Record, named, truth_of};
use serde::{Deserialize, Serialize};
use zjtx_evaluator::{Date, Lang, Truth};

/// A past test in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Slot of the firm that it belongs to; the key in storage tells it.
    #[serde(skip)]
    pub firm: String,
    /// The record's id.
    pub id: String,
    /// 「企业全称」
    pub name: String,
    /// Day and minute at which it was kept.
    pub kept_at: String,
    /// The day whose rules applied.
    pub as_of: Date,
    /// Scheme and verdict of each level.
    pub results: Vec<(String, String)>,
}

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of the name.
    pub name: String,
    /// First day, as dates are written; empty for any.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Scheme id; empty for any.
    pub level: String,
    /// Verdict of the level, or of any level.
    pub verdict: Option<Truth>,
}

impl Row {
    /// The row of a record.
    pub fn of(record: &Record, firm: &str) -> Self {
        let results = record.results.iter();
        Self {
            firm: firm.to_owned(),
            id: record.id.clone(),
            name: record.draft.firm().to_owned(),
            kept_at: record.kept_at.clone(),
            as_of: record.draft.scope.as_of,
            results: results.map(|result| (result.scheme.clone(), result.verdict.clone())).collect(),
        }
    }

    /// Reads a stored row.
    pub fn parse(firm: &str, text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(|row: Self| Self { firm: firm.to_owned(), ..row })
    }

    /// The row as it is stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Name for people.
    pub fn title(&self, lang: Lang) -> &str {
        named(&self.name, lang)
    }

    fn day(&self) -> &str {
        self.kept_at.get(..10).unwrap_or_default()
    }
}

impl Filter {
    /// Whether a row is one that is searched for.
    pub fn lets_through(&self, row: &Row) -> bool {
        let is_level = |scheme: &str| self.level.is_empty() || self.level == scheme;
        let is_verdict = |verdict: &str| self.verdict.is_none_or(|wanted| truth_of(verdict) == wanted);
        let mut results = row.results.iter();
        let is_any = self.level.is_empty() && self.verdict.is_none();
        (is_any || results.any(|(scheme, verdict)| is_level(scheme) && is_verdict(verdict)))
            && (self.from.is_empty() || row.day() >= self.from.as_str())
            && (self.to.is_empty() || row.day() <= self.to.as_str())
            && contains(&row.name, self.name.trim())
    }
}

fn contains(name: &str, part: &str) -> bool {
    part.is_empty() || name.to_ascii_lowercase().contains(&part.to_ascii_lowercase())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Filter, Row};
    use crate::{
        records::record::Record,
        testing::{draft, rules},
    };
    use zjtx_evaluator::Truth;

    fn row() -> Row {
        let rules = rules();
        let answers = [("enterprise_name", "Guangzhou 示例 Ltd"), ("false_information", "true")];
        let record =
            Record::of(&draft(&rules, &answers), "7".to_owned(), "2026-11-22 10:00".to_owned(), &rules);
        Row::of(&record, ".3")
    }

    #[test]
    fn a_stored_row_comes_back_whole() {
        assert_eq!(Row::parse(".3", &row().to_json()), Some(row()));
        assert_eq!(Row::parse("", "{\"id\":\"7\"}"), None);
    }

    #[test]
    fn each_part_of_a_filter_holds_back() {
        let through = |filter: Filter| filter.lets_through(&row());
        let level = || "little_giant".to_owned();
        assert!(through(Filter::default()));
        assert!(through(Filter { name: " guangzhou 示".to_owned(), ..Filter::default() }));
        assert!(!through(Filter { name: "深圳".to_owned(), ..Filter::default() }));
        assert!(through(Filter {
            from: "2026-11-22".to_owned(),
            to: "2026-11-22".to_owned(),
            ..Filter::default()
        }));
        assert!(!through(Filter { from: "2026-11-23".to_owned(), ..Filter::default() }));
        assert!(!through(Filter { to: "2026-11-21".to_owned(), ..Filter::default() }));
        assert!(!through(Filter { level: "innovative_sme".to_owned(), ..Filter::default() }));
        assert!(through(Filter { verdict: Some(Truth::Undetermined), ..Filter::default() }));
        assert!(through(Filter { verdict: Some(Truth::Unmet), level: level(), ..Filter::default() }));
        assert!(!through(Filter { verdict: Some(Truth::Undetermined), level: level(), ..Filter::default() }));
    }
}
