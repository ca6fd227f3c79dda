//! The self-test in the browser: pages, fields and reports around the engine.
//!
//! What it does **not** do: it judges nothing itself (`zjtx-evaluator` does), it sends nothing
//! anywhere, and it reads no clock or storage outside [`effects`].

mod action;
mod app;
mod draft;
mod effects;
mod fields;
mod model;
mod pages;
mod questions;
mod record;
mod reduce;
mod report;
mod route;
mod rules;
mod scope;
mod shell;
mod standing;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod testing;
mod words;

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use zjtx_evaluator::{Diagnostic, Rulebook, RulebookDoc};

/// Starts the app in the page's `#app` element with the rules bundle, as `cargo xtask dist` packs it.
///
/// # Errors
/// When the bundle is not one, or a pack in it fails a check.
#[wasm_bindgen]
pub fn start(bundle: &[u8]) -> Result<(), JsError> {
    let doc: RulebookDoc = postcard::from_bytes(bundle)?;
    let (rulebook, found) = Rulebook::check(doc);
    match found.iter().find(|diagnostic| diagnostic.is_error()) {
        Some(Diagnostic { sentence, .. }) => Err(JsError::new(sentence)),
        None => {
            app::mount(rules::Rules::new(rulebook));
            Ok(())
        }
    }
}
