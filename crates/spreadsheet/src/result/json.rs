//! Results as JSON, one object a line: for programs.

use super::{JudgedFirm, Results, table};
use crate::{
    error::SheetError,
    judge::{Level, Verdict},
    read::Reading,
};
use serde::Serialize;
use std::io::Write;
use zjtx_evaluator::{Lang, Truth, number::format_micros};

/// Writes results as JSON lines.
pub struct JsonLines<W: Write> {
    out: W,
}

impl<W: Write> JsonLines<W> {
    /// Writes to `out`.
    pub const fn new(out: W) -> Self {
        Self { out }
    }
}

#[derive(Serialize)]
struct Line {
    place: String,
    enterprise_name: String,
    levels: Vec<LevelLine>,
    errors: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

#[derive(Serialize)]
struct LevelLine {
    scheme: String,
    pack: Option<String>,
    revision: Option<String>,
    verdict: Option<Truth>,
    score: Option<ScoreLine>,
    unmet: Vec<String>,
    missing: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<String>,
}

#[derive(Serialize)]
struct ScoreLine {
    min: String,
    max: String,
}

impl<W: Write> Results for JsonLines<W> {
    fn add(&mut self, firm: &JudgedFirm<'_>) -> Result<(), SheetError> {
        let line = Line {
            place: firm.place.to_string(),
            enterprise_name: firm.name.clone(),
            levels: firm.levels.iter().map(LevelLine::of).collect(),
            errors: table::sentences(&firm.mistakes, Lang::Zh),
            notes: table::notes(firm, Lang::Zh),
        };
        serde_json::to_writer(&mut self.out, &line).map_err(|error| SheetError::Write(error.into()))?;
        self.out.write_all(b"\n").map_err(SheetError::Write)
    }

    fn finish(mut self: Box<Self>, _reading: &Reading) -> Result<(), SheetError> {
        self.out.flush().map_err(SheetError::Write)
    }
}

impl LevelLine {
    fn of(level: &Level<'_>) -> Self {
        let verdict = level.verdict.as_ref();
        Self {
            scheme: level.scheme.to_owned(),
            pack: verdict.map(|verdict| verdict.pack.id().to_owned()),
            revision: verdict.map(|verdict| verdict.pack.revision().to_owned()),
            verdict: verdict.map(|verdict| verdict.truth),
            score: verdict.and_then(ScoreLine::of),
            unmet: verdict
                .into_iter()
                .flat_map(|verdict| &verdict.unmet)
                .map(|unmet| unmet.id.clone())
                .collect(),
            missing: verdict.map(missing_ids).unwrap_or_default(),
            nearest: verdict.and_then(|verdict| verdict.nearest_words(Lang::Zh)),
        }
    }
}

impl ScoreLine {
    fn of(verdict: &Verdict<'_>) -> Option<Self> {
        let score = verdict.score?;
        let text = |micros| format_micros(i128::from(micros));
        Some(Self { min: text(score.min), max: text(score.max) })
    }
}

/// Ids of the decisive facts, each once.
fn missing_ids(verdict: &Verdict<'_>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for missing in &verdict.missing {
        let id = verdict.pack.terms().id(missing.fact);
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}
