//! Many dossiers at once. Reading a dossier takes several times as long as judging it, so each is judged as it was read:
//! the plan over columns (`crates/columns`) would save little and be too large for what a page may download of this package.

use crate::{error::BadInput, pack_for, read};
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::JsValue;
use zjtx_evaluator::{Assessment, Rulebook, Truth, evaluate, number::format_micros, scores::Points};

/// What became of one dossier.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Row<'r> {
    /// It was judged.
    Judged(Judged<'r>),
    /// It cannot be.
    Refused { error: BadInput },
}

#[derive(Serialize)]
pub(crate) struct Judged<'r> {
    pack: &'r str,
    revision: &'r str,
    verdict: Truth,
    score: Option<Score>,
    unmet: Vec<&'r str>,
}

#[derive(Serialize)]
struct Score {
    min: String,
    max: String,
}

/// Judges every dossier of a list, in its order.
pub(crate) fn rows<'r>(dossiers: &Array, pack_id: Option<&str>, rulebook: &'r Rulebook) -> Vec<Row<'r>> {
    let judged = |dossier: &JsValue| {
        let dossier = read(dossier, rulebook)?;
        let pack = pack_for(rulebook, &dossier, pack_id)?;
        Ok(Row::Judged(Judged::of(&evaluate(pack, &dossier))))
    };
    dossiers.iter().map(|dossier| judged(&dossier).unwrap_or_else(|error| Row::Refused { error })).collect()
}

impl<'r> Judged<'r> {
    fn of(assessment: &Assessment<'r, '_>) -> Self {
        let pack = assessment.pack();
        let criteria = assessment.criteria();
        let unmet = criteria.into_iter().filter(|judged| judged.truth == Truth::Unmet);
        Self {
            pack: pack.id(),
            revision: pack.revision(),
            verdict: assessment.verdict(),
            score: assessment.sheet().map(|sheet| Score::of(sheet.total())),
            unmet: unmet.map(|judged| judged.criterion.id.as_str()).collect(),
        }
    }
}

impl Score {
    fn of(points: Points) -> Self {
        let text = |micros| format_micros(i128::from(micros));
        Self { min: text(points.min), max: text(points.max) }
    }
}
