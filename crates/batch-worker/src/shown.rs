//! Rows as the page shows them: a line of the table, and all that is known of one firm.

use crate::list::{List, Row};
use serde::Serialize;
use zjtx_evaluator::{Lang, Terms, Text, Truth};
use zjtx_spreadsheet::{CellError, Level, Verdict};

/// A line of the table.
#[derive(Serialize)]
pub(crate) struct Line<'l> {
    index: usize,
    place: String,
    name: &'l str,
    mistakes: usize,
    /// In the order of the settings' schemes; `null` where no rules apply.
    levels: Vec<Option<Short>>,
}

#[derive(Serialize)]
struct Short {
    truth: Truth,
    score: Option<String>,
    lacks: usize,
}

/// All that is known of one firm.
#[derive(Serialize)]
pub(crate) struct Detail<'l> {
    name: &'l str,
    place: String,
    /// In both languages: the page may change its own.
    mistakes: Vec<Text>,
    levels: Vec<Option<Whole<'l>>>,
}

#[derive(Serialize)]
struct Whole<'l> {
    pack: &'l str,
    truth: Truth,
    score: Option<String>,
    /// Ids of conditions.
    unmet: Vec<&'l str>,
    /// Facts, by id and year.
    missing: Vec<(&'l str, Option<i16>)>,
    /// The nearest route in words of both languages.
    nearest: Option<Text>,
}

impl List<'_> {
    /// Lines of the rows that were chosen.
    pub(crate) fn window(&self, start: usize, length: usize) -> Vec<Line<'_>> {
        let chosen = self.chosen.iter().skip(start).take(length);
        chosen.filter_map(|index| Some(Line::of(*index, self.rows.get(*index)?))).collect()
    }

    /// What is known of a firm.
    pub(crate) fn detail(&self, index: usize) -> Option<Detail<'_>> {
        let firm = &self.rows.get(index)?.firm;
        let levels =
            firm.levels.iter().map(|level| Some(Whole::of(level.verdict.as_ref()?, self.rulebook.terms())));
        Some(Detail {
            name: &firm.name,
            place: firm.place.to_string(),
            mistakes: firm.mistakes.iter().map(CellError::text).collect(),
            levels: levels.collect(),
        })
    }
}

impl<'l> Line<'l> {
    fn of(index: usize, row: &'l Row<'_>) -> Self {
        let firm = &row.firm;
        let levels = firm.levels.iter().map(Short::of).collect();
        Self { index, place: firm.place.to_string(), name: &firm.name, mistakes: firm.mistakes.len(), levels }
    }
}

impl Short {
    fn of(level: &Level<'_>) -> Option<Self> {
        let verdict = level.verdict.as_ref()?;
        Some(Self { truth: verdict.truth, score: score(verdict), lacks: verdict.unmet.len() })
    }
}

impl<'l> Whole<'l> {
    fn of(verdict: &'l Verdict<'_>, terms: &'l Terms) -> Self {
        Self {
            pack: verdict.pack.id(),
            truth: verdict.truth,
            score: score(verdict),
            unmet: verdict.unmet.iter().map(|criterion| criterion.id.as_str()).collect(),
            missing: verdict.missing.iter().map(|place| (terms.id(place.fact), place.year)).collect(),
            nearest: nearest(verdict),
        }
    }
}

fn nearest(verdict: &Verdict<'_>) -> Option<Text> {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| verdict.nearest_words(lang));
    Some(Text { zh: zh?, en: en? })
}

fn score(verdict: &Verdict<'_>) -> Option<String> {
    verdict.score.map(|score| score.display())
}
