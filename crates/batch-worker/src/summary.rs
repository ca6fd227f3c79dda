//! What a list came to, and what its rows can be filtered by.

use crate::list::List;
use serde::Serialize;
use std::{cmp::Reverse, collections::BTreeMap};
use zjtx_evaluator::{Text, Truth};
use zjtx_spreadsheet::CellError;

/// Counts over a list.
#[derive(Serialize)]
pub(crate) struct Summary<'l> {
    firms: usize,
    mistaken: usize,
    /// What a person should know of the file.
    notes: &'l [Text],
    /// The first mistakes as sentences, in both languages, and how many there are in all.
    mistakes: Vec<Text>,
    all_mistakes: usize,
    levels: Vec<LevelCount<'l>>,
    /// District codes with their numbers of firms.
    districts: BTreeMap<u32, usize>,
}

/// Counts of a level.
#[derive(Default, Serialize)]
pub(crate) struct LevelCount<'l> {
    scheme: &'l str,
    met: usize,
    unmet: usize,
    undetermined: usize,
    /// Firms that no rules apply to.
    without: usize,
    /// Pack and id of conditions with how many firms do not meet them, the most frequent first.
    conditions: Vec<(&'l str, &'l str, usize)>,
}

/// More mistakes are counted, and told with their rows.
const MISTAKES_TOLD: usize = 50;

impl List<'_> {
    /// What the list came to.
    pub(crate) fn summary(&self) -> Summary<'_> {
        let mistakes = || self.rows.iter().flat_map(|row| &row.firm.mistakes);
        let mut districts = BTreeMap::new();
        for row in self.rows.iter().filter(|row| row.district > 0) {
            *districts.entry(row.district).or_default() += 1;
        }
        Summary {
            firms: self.rows.len(),
            mistaken: self.rows.iter().filter(|row| !row.firm.mistakes.is_empty()).count(),
            notes: &self.reading.notes,
            mistakes: mistakes().take(MISTAKES_TOLD).map(CellError::text).collect(),
            all_mistakes: mistakes().count(),
            levels: (0..).zip(&self.schemes).map(|(at, scheme)| self.level(at, scheme)).collect(),
            districts,
        }
    }

    fn level<'l>(&'l self, at: usize, scheme: &'l str) -> LevelCount<'l> {
        let mut count = LevelCount { scheme, ..LevelCount::default() };
        let mut conditions: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for level in self.rows.iter().filter_map(|row| row.firm.levels.get(at)) {
            let Some(verdict) = &level.verdict else {
                count.without += 1;
                continue;
            };
            match verdict.truth {
                Truth::Met => count.met += 1,
                Truth::Unmet => count.unmet += 1,
                Truth::Undetermined => count.undetermined += 1,
            }
            for criterion in &verdict.unmet {
                *conditions.entry((verdict.pack.id(), &criterion.id)).or_default() += 1;
            }
        }
        count.conditions = conditions.into_iter().map(|((pack, id), firms)| (pack, id, firms)).collect();
        count.conditions.sort_by_key(|(_, _, firms)| Reverse(*firms));
        count
    }
}
