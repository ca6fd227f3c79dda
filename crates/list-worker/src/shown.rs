//! Rows as the page shows them: a line of the table, and all that is known of one firm.

use crate::list::{List, Row};
use zjtx_evaluator::{Lang, Terms, Text, Truth};
use zjtx_spreadsheet::{CellError, Level, Verdict};
use zjtx_wire::lists::{Detail, DetailLevel, Line, LineLevel};

impl List<'_> {
    /// Lines of the rows that were chosen.
    pub(crate) fn window(&self, start: usize, length: usize) -> Vec<Line<Truth>> {
        let chosen = self.chosen.iter().skip(start).take(length);
        chosen.filter_map(|index| Some(line(*index, self.rows.get(*index)?))).collect()
    }

    /// What is known of a firm.
    pub(crate) fn detail(&self, index: usize) -> Option<Detail<Text, Truth>> {
        let firm = &self.rows.get(index)?.firm;
        let terms = self.rulebook.terms();
        let levels = firm.levels.iter().map(|level| Some(detail_level(level.verdict.as_ref()?, terms)));
        Some(Detail {
            index,
            name: firm.name.clone(),
            place: firm.place.to_string(),
            mistakes: firm.mistakes.iter().map(CellError::text).collect(),
            notes: firm.notes.iter().map(CellError::text).chain(firm.doubts.iter().cloned()).collect(),
            levels: levels.collect(),
        })
    }
}

fn line(index: usize, row: &Row<'_>) -> Line<Truth> {
    let firm = &row.firm;
    Line {
        index,
        place: firm.place.to_string(),
        name: firm.name.clone(),
        mistakes: firm.mistakes.len(),
        levels: firm.levels.iter().map(line_level).collect(),
    }
}

fn line_level(level: &Level<'_>) -> Option<LineLevel<Truth>> {
    let verdict = level.verdict.as_ref()?;
    Some(LineLevel { truth: verdict.truth, score: score(verdict), lacks: verdict.unmet.len() })
}

fn detail_level(verdict: &Verdict<'_>, terms: &Terms) -> DetailLevel<Text, Truth> {
    DetailLevel {
        pack: verdict.pack.id().to_owned(),
        truth: verdict.truth,
        score: score(verdict),
        unmet: verdict.unmet.iter().map(|criterion| criterion.id.clone()).collect(),
        missing: verdict.missing.iter().map(|place| (terms.id(place.fact).to_owned(), place.year)).collect(),
        nearest: nearest(verdict),
    }
}

fn nearest(verdict: &Verdict<'_>) -> Option<Text> {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| verdict.nearest_words(lang));
    Some(Text { zh: zh?, en: en? })
}

fn score(verdict: &Verdict<'_>) -> Option<String> {
    verdict.score.map(|score| score.display())
}
