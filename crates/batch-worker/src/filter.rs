//! Which rows a person wants to see.

use crate::list::Row;
use serde::Deserialize;
use zjtx_evaluator::Truth;
use zjtx_spreadsheet::Verdict;

/// What is wanted; what is not said lets every row through.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filter {
    /// A part of the name.
    name: String,
    /// District code.
    district: Option<u32>,
    /// Position of the level that the rest is about; any level where none is said.
    level: Option<usize>,
    /// What the level came to.
    verdict: Option<Wanted>,
    /// Pack and id of a condition that is not met.
    unmet: Option<(String, String)>,
    /// Lacks at most so many conditions.
    lacks: Option<usize>,
}

/// What a row may have come to.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Wanted {
    Met,
    Unmet,
    Undetermined,
    /// It has mistakes and was not judged.
    Mistaken,
}

impl Filter {
    /// Whether the row is wanted.
    pub(crate) fn lets_through(&self, row: &Row<'_>) -> bool {
        row.firm.name.contains(self.name.trim())
            && self.district.is_none_or(|district| row.district == district)
            && self.lets_levels_through(row)
    }

    fn lets_levels_through(&self, row: &Row<'_>) -> bool {
        match self.verdict {
            Some(Wanted::Mistaken) => return !row.firm.mistakes.is_empty(),
            None if self.level.is_none() && self.unmet.is_none() && self.lacks.is_none() => return true,
            _ => {}
        }
        let asked = row.firm.levels.iter().enumerate();
        let mut asked = asked.filter(|(at, _)| self.level.is_none_or(|level| level == *at));
        asked.any(|(_, level)| {
            level.verdict.as_ref().is_some_and(|verdict| self.lets_verdict_through(verdict))
        })
    }

    fn lets_verdict_through(&self, verdict: &Verdict<'_>) -> bool {
        let truth = match verdict.truth {
            Truth::Met => Wanted::Met,
            Truth::Unmet => Wanted::Unmet,
            Truth::Undetermined => Wanted::Undetermined,
        };
        let lacks = |(pack, id): &(String, String)| {
            verdict.pack.id() == pack && verdict.unmet.iter().any(|criterion| criterion.id == *id)
        };
        let is_near = |most| verdict.truth == Truth::Unmet && verdict.unmet.len() <= most;
        self.verdict.is_none_or(|wanted| wanted == truth)
            && self.unmet.as_ref().is_none_or(lacks)
            && self.lacks.is_none_or(is_near)
    }
}
