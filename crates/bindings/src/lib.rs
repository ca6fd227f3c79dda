//! The evaluator as JavaScript functions: plain objects in, plain objects out.
//!
//! Thin: it converts and selects, and does not judge, keep, fetch or send anything. Bad input throws
//! an `Error` with a `code` and the `path` of the place.

mod error;

use error::{bad_dossier, no_pack, no_rules};
use js_sys::JSON;
use serde_json::json;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zjtx_evaluator::{Dossier, Pack, Rulebook, advise::advise as seek, evaluate as judge};

thread_local! {
    static RULEBOOK: Result<Rulebook, String> = Rulebook::load(zjtx_rules::BUNDLE).map_err(|found| {
        found.first().map(ToString::to_string).unwrap_or_default()
    });
}

/// The scheme that is meant when no pack is named.
const DEFAULT_SCHEME: &str = "specialized_sme";

/// Judges a dossier object by a pack, or by the pack in force for specialised firms of its region and day.
///
/// # Errors
/// An `Error` with `code` and `path` when the dossier or the pack id is bad.
#[wasm_bindgen]
pub fn evaluate(dossier: &JsValue, pack_id: Option<String>) -> Result<JsValue, JsValue> {
    with_dossier(dossier, pack_id.as_deref(), |pack, dossier| {
        serde_json::to_string(&judge(pack, dossier).outcome()).unwrap_or_default()
    })
}

/// What would have to change for a dossier object to meet a pack, or the pack in force for specialised firms of
/// its region and day: gaps, routes, waiting, slack, and what to find out (docs/advice.md).
///
/// # Errors
/// An `Error` with `code` and `path` when the dossier or the pack id is bad.
#[wasm_bindgen]
pub fn advise(dossier: &JsValue, pack_id: Option<String>) -> Result<JsValue, JsValue> {
    with_dossier(dossier, pack_id.as_deref(), |pack, dossier| {
        serde_json::to_string(&seek(pack, dossier).outcome()).unwrap_or_default()
    })
}

/// What `work` makes of a dossier and its pack as JSON, as an object.
fn with_dossier(
    dossier: &JsValue,
    pack_id: Option<&str>,
    work: impl FnOnce(&Pack, &Dossier) -> String,
) -> Result<JsValue, JsValue> {
    let json = JSON::stringify(dossier).map_or_else(|_| String::new(), String::from);
    with_rules(|rulebook| {
        let dossier = Dossier::parse(&json, rulebook.terms()).map_err(|errors| bad_dossier(&errors))?;
        let pack = pack(rulebook, &dossier, pack_id).ok_or_else(|| no_pack(pack_id))?;
        JSON::parse(&work(pack, &dossier))
    })
}

/// All packs: id, revision, scheme, region and Chinese title.
///
/// # Errors
/// An `Error` when the embedded rules are broken, which their tests exclude.
#[wasm_bindgen]
pub fn packs() -> Result<JsValue, JsValue> {
    with_rules(|rulebook| {
        let rows: Vec<_> = rulebook.packs().iter().map(row).collect();
        JSON::parse(&json!(rows).to_string())
    })
}

fn row(pack: &Pack) -> serde_json::Value {
    json!({
        "id": pack.id(),
        "revision": pack.revision(),
        "scheme": pack.scheme(),
        "region": pack.region(),
        "title": pack.title().zh,
    })
}

fn with_rules<T>(work: impl FnOnce(&Rulebook) -> Result<T, JsValue>) -> Result<T, JsValue> {
    RULEBOOK.with(|rulebook| match rulebook {
        Ok(rulebook) => work(rulebook),
        Err(message) => Err(no_rules(message)),
    })
}

fn pack<'r>(rulebook: &'r Rulebook, dossier: &Dossier, id: Option<&str>) -> Option<&'r Pack> {
    let Some(id) = id else {
        let region = rulebook.region_of(dossier);
        return rulebook.select(DEFAULT_SCHEME, &region, dossier.as_of(), dossier.kind());
    };
    rulebook.pack(id)
}
