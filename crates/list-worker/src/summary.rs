//! What a list came to, and what its rows can be filtered by.

use crate::list::List;
use std::{cmp::Reverse, collections::BTreeMap};
use zjtx_evaluator::{Text, Truth};
use zjtx_spreadsheet::CellError;
use zjtx_wire::lists::{LevelCount, Summary};

/// Mistakes in the summary; all others are counted, and told with their rows.
const MISTAKES_TOLD: usize = 50;

impl List<'_> {
    /// What the list came to.
    pub(crate) fn summary(&self) -> Summary<Text> {
        let mistakes = || self.rows.iter().flat_map(|row| &row.firm.mistakes);
        let mut districts = BTreeMap::new();
        for row in self.rows.iter().filter(|row| row.district > 0) {
            *districts.entry(row.district).or_default() += 1;
        }
        Summary {
            firms: self.rows.len(),
            mistaken: self.rows.iter().filter(|row| !row.firm.mistakes.is_empty()).count(),
            notes: self.reading.notes.clone(),
            mistakes: mistakes().take(MISTAKES_TOLD).map(CellError::text).collect(),
            all_mistakes: mistakes().count(),
            standards: self.standards(),
            levels: (0..).zip(&self.schemes).map(|(at, scheme)| self.level(at, scheme)).collect(),
            districts,
        }
    }

    /// Packs that firms were judged by, in the order of the levels.
    fn standards(&self) -> Vec<(String, usize)> {
        let mut standards: Vec<(String, usize)> = Vec::new();
        for at in 0..self.schemes.len() {
            let mut firms: BTreeMap<&str, usize> = BTreeMap::new();
            for row in self.rows.iter().filter(|row| row.kept.is_some()) {
                if let Some(verdict) = row.firm.levels.get(at).and_then(|level| level.verdict.as_ref()) {
                    *firms.entry(verdict.pack.id()).or_default() += 1;
                }
            }
            standards.extend(firms.into_iter().map(|(pack, firms)| (pack.to_owned(), firms)));
        }
        standards
    }

    fn level(&self, at: usize, scheme: &str) -> LevelCount {
        let mut count = LevelCount { scheme: scheme.to_owned(), ..LevelCount::default() };
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
        let counted = |((pack, id), firms): ((&str, &str), usize)| (pack.to_owned(), id.to_owned(), firms);
        count.conditions = conditions.into_iter().map(counted).collect();
        count.conditions.sort_by_key(|(_, _, firms)| Reverse(*firms));
        count
    }
}
