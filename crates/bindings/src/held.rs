//! A dossier that is read once, changed and judged many times: what a form does that is filled in.

use crate::{error::BadInput, given, glue, pack_for, read, to_json, to_object, with_rules};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zjtx_evaluator::{Dossier, Pack, Rulebook, advice::advise as seek, evaluate as judge};

/// A dossier that stays in the evaluator; `types.d.ts` declares it, without what older TypeScript does not know.
#[wasm_bindgen(skip_typescript)]
pub struct HeldDossier {
    dossier: Dossier,
}

#[wasm_bindgen]
impl HeldDossier {
    /// Reads a dossier.
    ///
    /// # Errors
    /// An `Error` with `code` and `path` when it is bad.
    #[wasm_bindgen(constructor, skip_typescript)]
    pub fn new(dossier: &JsValue) -> Result<Self, JsValue> {
        with_rules(|rulebook| Ok(Self { dossier: read(dossier, rulebook)? }))
    }

    /// Changes the facts that are named, of a yearly fact the years that are named; `null` forgets. With a mistake
    /// nothing changes.
    ///
    /// # Errors
    /// An `Error` with `code` and `path`, from the facts on, when they are bad.
    #[wasm_bindgen(skip_typescript)]
    pub fn set(&mut self, facts: &JsValue) -> Result<(), JsValue> {
        with_rules(|rulebook| {
            let terms = rulebook.terms();
            let bytes = glue::fact_bytes(facts);
            if bytes.and_then(|bytes| given::change(&mut self.dossier, &bytes, terms)).is_some() {
                return Ok(());
            }
            let changed = self.dossier.change(&to_json(facts), terms);
            changed.map_err(|errors| BadInput::dossier(&errors).into())
        })
    }

    /// Judges it as `evaluate` does.
    ///
    /// # Errors
    /// An `Error` with `code` when the pack id is bad.
    #[wasm_bindgen(skip_typescript)]
    pub fn evaluate(&self, pack_id: Option<String>) -> Result<JsValue, JsValue> {
        self.with_pack(pack_id, |pack, rulebook| glue::outcome(&judge(pack, &self.dossier), rulebook))
    }

    /// Says what would have to change, as `advise` does.
    ///
    /// # Errors
    /// An `Error` with `code` when the pack id is bad.
    #[wasm_bindgen(skip_typescript)]
    pub fn advise(&self, pack_id: Option<String>) -> Result<JsValue, JsValue> {
        self.with_pack(pack_id, |pack, rulebook| to_object(&seek(rulebook, pack, &self.dossier).outcome()))
    }

    fn with_pack(
        &self,
        pack_id: Option<String>,
        work: impl FnOnce(&Pack, &Rulebook) -> Result<JsValue, JsValue>,
    ) -> Result<JsValue, JsValue> {
        with_rules(|rulebook| work(pack_for(rulebook, &self.dossier, pack_id.as_deref())?, rulebook))
    }
}
