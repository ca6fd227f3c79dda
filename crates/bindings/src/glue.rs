//! What JavaScript does at the border (`glue.js`): it writes plain objects as bytes and makes plain objects
//! of codes, which takes a fraction of the time that JSON text takes.

use crate::{code, given, to_json_text, to_object};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zjtx_evaluator::{ApplicationKind, Assessment, Rulebook, SizeClass, Term, Truth};

#[wasm_bindgen(raw_module = "./glue.js")]
extern "C" {
    #[wasm_bindgen(js_name = learnWords)]
    fn learn_words(json: &str);
    #[wasm_bindgen(js_name = learnShape)]
    fn learn_shape(pack: usize, json: &str);
    #[wasm_bindgen(js_name = outcomeOf)]
    fn outcome_of(pack: usize, code: &[i32]) -> JsValue;
    /// A dossier as bytes; `None` where it is not plain.
    #[wasm_bindgen(js_name = dossierBytes)]
    pub(crate) fn dossier_bytes(dossier: &JsValue) -> Option<Vec<u8>>;
    /// Facts as bytes; `None` where they are not plain.
    #[wasm_bindgen(js_name = factBytes)]
    pub(crate) fn fact_bytes(facts: &JsValue) -> Option<Vec<u8>>;
}

/// Ids by the numbers that codes have for them.
#[derive(Serialize)]
struct Words<'r> {
    facts: Vec<&'r str>,
    truths: [&'static str; 3],
    sizes: Vec<&'static str>,
    kinds: [&'static str; 2],
}

/// Tells JavaScript the ids of a rulebook.
pub(crate) fn introduce(rulebook: &Rulebook) {
    let sizes = SizeClass::ALL.into_iter().map(SizeClass::id).chain([code::NO_SIZE_CLASS]);
    let words = Words {
        facts: rulebook.terms().facts().map(|(_, term): (_, &Term)| term.id()).collect(),
        truths: code::TRUTHS.map(Truth::id),
        sizes: sizes.collect(),
        kinds: given::KINDS.map(ApplicationKind::id),
    };
    learn_words(&to_json_text(&words));
}

/// The outcome as a plain object; the first of a pack tells JavaScript what all of them have alike. One with an
/// adviser's expectations, which no code has, goes as JSON text.
///
/// # Errors
/// Those of JavaScript's JSON, which the evaluator's text does not cause.
pub(crate) fn outcome(assessment: &Assessment<'_, '_>, rulebook: &Rulebook) -> Result<JsValue, JsValue> {
    if assessment.without_expectations().is_some() {
        return to_object(&assessment.outcome());
    }
    let pack = rulebook.packs().iter().position(|pack| std::ptr::eq(pack, assessment.pack()));
    let (pack, code) = (pack.unwrap_or_default(), code::of(assessment));
    let outcome = outcome_of(pack, &code);
    if !outcome.is_undefined() {
        return Ok(outcome);
    }
    learn_shape(pack, &to_json_text(&assessment.outcome()));
    Ok(outcome_of(pack, &code))
}
