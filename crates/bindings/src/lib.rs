//! The evaluator as JavaScript functions: plain objects in, plain objects out.
//!
//! Thin: it converts and selects, and does not judge, keep, fetch or send anything. Bad input throws
//! an `Error` with a `code` and the `path` of the place. `cargo xtask package` makes it the npm package.

mod batch;
mod code;
mod error;
mod given;
mod glue;
mod held;

/// Numbers that `glue.js` has, too.
mod shared {
    include!(concat!(env!("OUT_DIR"), "/shared.rs"));
}

use std::cell::Cell;

use error::BadInput;
use js_sys::{Array, JSON};
use serde::Serialize;
use wasm_bindgen::{
    JsCast,
    prelude::{JsValue, wasm_bindgen},
};
use zjtx_evaluator::{Dossier, Pack, Rulebook, advice::advise as seek, evaluate as judge};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const FACTS: &str = include_str!(concat!(env!("OUT_DIR"), "/facts.d.ts"));

/// The rules as the build checked and wrote them.
const RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));

thread_local! {
    static RULEBOOK: Option<Rulebook> = Rulebook::from_compact(RULES).inspect(glue::introduce);
    /// The dossier judged last, whose memory the next one takes over: to ask for it anew takes as long as reading.
    static SPARE: Cell<Option<Dossier>> = const { Cell::new(None) };
}

/// Judges a dossier by a pack, or by the pack in force for specialised firms 「专精特新中小企业」 of its
/// region and day.
///
/// # Errors
/// An `Error` with `code` and `path` when the dossier or the pack id is bad.
#[wasm_bindgen(unchecked_return_type = "Outcome")]
pub fn evaluate(
    #[wasm_bindgen(unchecked_param_type = "Dossier")] dossier: &JsValue,
    #[wasm_bindgen(js_name = packId)] pack_id: Option<String>,
) -> Result<JsValue, JsValue> {
    with_rules(|rulebook| {
        let dossier = read(dossier, rulebook)?;
        let pack = pack_for(rulebook, &dossier, pack_id.as_deref())?;
        let outcome = glue::outcome(&judge(pack, &dossier), rulebook)?;
        SPARE.set(Some(dossier));
        Ok(outcome)
    })
}

/// What would have to change for a dossier to meet a pack, or the pack in force for specialised firms of
/// its region and day: gaps, routes, waiting, slack, and what to find out (docs/advice.md).
///
/// # Errors
/// An `Error` with `code` and `path` when the dossier or the pack id is bad.
#[wasm_bindgen(unchecked_return_type = "Advice")]
pub fn advise(
    #[wasm_bindgen(unchecked_param_type = "Dossier")] dossier: &JsValue,
    #[wasm_bindgen(js_name = packId)] pack_id: Option<String>,
) -> Result<JsValue, JsValue> {
    with_rules(|rulebook| {
        let dossier = read(dossier, rulebook)?;
        let pack = pack_for(rulebook, &dossier, pack_id.as_deref())?;
        to_object(&seek(rulebook, pack, &dossier).outcome())
    })
}

/// Judges many dossiers, each as `evaluate` does; a bad one is told in its row and stops nothing.
///
/// # Errors
/// An `Error` with `code` when it is given no list.
#[wasm_bindgen(js_name = evaluateBatch, unchecked_return_type = "BatchRow[]")]
pub fn evaluate_batch(
    #[wasm_bindgen(unchecked_param_type = "readonly Dossier[]")] dossiers: &JsValue,
    #[wasm_bindgen(js_name = packId)] pack_id: Option<String>,
) -> Result<JsValue, JsValue> {
    let dossiers: &Array = dossiers.dyn_ref().ok_or_else(BadInput::no_list)?;
    with_rules(|rulebook| to_object(&batch::rows(dossiers, pack_id.as_deref(), rulebook)))
}

/// All packs.
///
/// # Errors
/// An `Error` when the embedded rules are broken, which their tests exclude.
#[wasm_bindgen(unchecked_return_type = "PackInfo[]")]
pub fn packs() -> Result<JsValue, JsValue> {
    with_rules(|rulebook| to_object(&rulebook.packs().iter().map(PackInfo::of).collect::<Vec<_>>()))
}

#[derive(Serialize)]
struct PackInfo<'r> {
    id: &'r str,
    revision: &'r str,
    scheme: &'r str,
    region: &'r str,
    title: &'r str,
}

impl<'r> PackInfo<'r> {
    fn of(pack: &'r Pack) -> Self {
        Self {
            id: pack.id(),
            revision: pack.revision(),
            scheme: pack.scheme(),
            region: pack.region(),
            title: &pack.title().zh,
        }
    }
}

/// A dossier: plain ones as bytes, others and bad ones as JSON text.
fn read(dossier: &JsValue, rulebook: &Rulebook) -> Result<Dossier, BadInput> {
    let terms = rulebook.terms();
    let plain = glue::dossier_bytes(dossier).and_then(|bytes| given::dossier(&bytes, terms, SPARE.take()));
    plain
        .map_or_else(|| Dossier::parse(&to_json(dossier), terms), Ok)
        .map_err(|errors| BadInput::dossier(&errors))
}

fn with_rules<T>(work: impl FnOnce(&Rulebook) -> Result<T, JsValue>) -> Result<T, JsValue> {
    RULEBOOK.with(|rulebook| work(rulebook.as_ref().ok_or_else(BadInput::no_rules)?))
}

/// The pack of an id, or the one in force for specialised firms of the dossier's region and day.
fn pack_for<'r>(rulebook: &'r Rulebook, dossier: &Dossier, id: Option<&str>) -> Result<&'r Pack, BadInput> {
    let found = match id {
        Some(id) => rulebook.pack(id),
        None => {
            let region = rulebook.region_of(dossier);
            rulebook.select(&rulebook.catalog().default_scheme, &region, dossier.as_of(), dossier.kind())
        }
    };
    found.ok_or_else(|| BadInput::no_pack(id))
}

/// The value as JSON text; empty where it has none, which no reader takes for a dossier.
fn to_json(value: &JsValue) -> String {
    // What is declared a text is nothing at all for `undefined` and functions.
    let text = JSON::stringify(value).map(JsValue::from);
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn to_object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    JSON::parse(&to_json_text(value))
}

fn to_json_text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
