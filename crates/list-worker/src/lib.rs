//! The worker of page 批量摸底: a list of firms comes in as a file and stays here, away from the page,
//! which asks for the rows that it shows.
//!
//! What it does **not** do: it judges nothing itself (`zjtx-spreadsheet` asks `zjtx-evaluator`), keeps
//! nothing beyond the worker's life, and sends nothing anywhere but to its page. Its messages are
//! `zjtx_wire::lists`; `static/lists/worker.js` carries them.

mod compare;
mod filter;
mod kept;
mod ladder;
mod list;
mod shown;
mod statement;
mod summary;
mod titles;
mod trial;
mod worker;

use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use worker::{Answer, Worker};
use zjtx_evaluator::Rulebook;

/// The worker's state: the rules, and the list once there is one.
#[wasm_bindgen]
pub struct ListWorker(Worker<'static>);

#[wasm_bindgen]
impl ListWorker {
    /// Begins with the rules as `cargo xtask dist` checked and wrote them, and their documents in JSON.
    ///
    /// # Errors
    /// When they are of another build.
    #[wasm_bindgen(constructor)]
    pub fn new(rules: &[u8], documents: String) -> Result<Self, JsError> {
        let rulebook = Rulebook::from_compact(rules);
        let rulebook = rulebook.ok_or_else(|| JsError::new("these rules are of another build"))?;
        // The worker lives as long as its rules.
        Ok(Self(Worker::new(Box::leak(Box::new(rulebook)), documents)))
    }

    /// Answers an ask in JSON, with the bytes of the file that came with it: the answer in JSON, and the bytes
    /// of the file that goes with it. `tell` is called with the rows done and the rows in all.
    pub fn answer(&mut self, ask: &str, file: Option<Vec<u8>>, tell: &Function) -> Array {
        let telling = |done: usize, all: usize| {
            // A page that is gone hears nothing.
            let _ = tell.call2(&JsValue::NULL, &done.into(), &all.into());
        };
        let (answer, file) = self.0.answer(ask, file, telling);
        let bytes = file.map_or(JsValue::UNDEFINED, |file| Uint8Array::from(file.as_slice()).into());
        Array::of2(&to_json(&answer).into(), &bytes)
    }

    /// Day and names of the list's firms in JSON, to be looked up in lists of recognised firms.
    pub fn names(&self) -> String {
        self.0.names().and_then(|names| serde_json::to_string(&names).ok()).unwrap_or_default()
    }

    /// Fills in the titles that were found, in JSON; the answer that the list was read, anew.
    pub fn put_titles(&mut self, found: &str) -> String {
        self.0.put_titles(found).map_or_else(String::new, |answer| to_json(&answer))
    }
}

/// The message that tells how far reading or writing has come, `taken` in milliseconds.
#[wasm_bindgen]
pub fn progress(done: u32, all: u32, taken: f64) -> String {
    to_json(&Answer::Progress { done, all, taken })
}

/// Answers have texts for keys, which is all that JSON asks for; an empty text would be told by the page.
fn to_json(answer: &Answer) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}
