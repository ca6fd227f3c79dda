//! The self-test in the browser: pages, fields and reports around the engine.
//!
//! What it does **not** do: it judges nothing itself (`zjtx-evaluator` does), it sends
//! nothing but the counts that a person wants sent (`statistics`), and it reads no clock
//! or storage outside [`effects`].

// Built as two parts that are loaded apart from each other (features `form` and `desk`), each without
// what only the other uses; the lints look at both together.
#![cfg_attr(not(all(feature = "form", feature = "desk")), allow(dead_code, unused_imports))]

#[cfg(feature = "desk")]
mod about;
mod action;
mod address;
#[cfg(feature = "desk")]
mod advice;
mod carried;
mod clockless;
#[cfg(feature = "desk")]
mod dossier_file;
mod draft;
mod effects;
mod fields;
mod firms;
mod form;
#[cfg(feature = "desk")]
mod hosting;
#[cfg(feature = "desk")]
mod lists;
mod model;
mod pages;
#[cfg(feature = "desk")]
mod preparation;
#[cfg(feature = "desk")]
mod privacy;
#[cfg(feature = "desk")]
mod records;
mod reduce;
mod result;
mod root;
#[cfg(feature = "desk")]
mod rounds;
mod rulebook;
#[cfg(feature = "desk")]
mod rules;
mod scope;
mod shell;
mod standing;
#[cfg(feature = "form")]
mod start;
#[cfg(feature = "desk")]
mod statistics;
mod store;
#[cfg(test)]
mod testing;
mod words;

use carried::Carried;
use clockless::{Clockless, ClocklessProps};
use js_sys::Function;
use root::{App, AppProps, Message};
use rulebook::Rules;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use yew::AppHandle;

/// A part of the app, drawn into the page; none on a device whose clock cannot be read.
#[wasm_bindgen]
pub struct Running(Option<AppHandle<App>>);

/// Draws this part of the app into the page's `#app` element, with the rules as `cargo xtask dist`
/// checked and wrote them, going on from what another part left behind. `whole_rules` gives a promise
/// of the bytes of all rules, for when these are not enough.
///
/// # Errors
/// When the rules are not of this build.
#[wasm_bindgen]
pub fn start(rules: &[u8], left_behind: Option<String>, whole_rules: Function) -> Result<Running, JsError> {
    let rules = Rules::read(rules).ok_or_else(|| JsError::new("these rules are of another build"))?;
    let carried = left_behind.and_then(|text| Carried::parse(&text));
    let root = effects::focus::root();
    let running = match effects::clock::today() {
        Ok(today) => {
            let props = AppProps { rules, carried, whole_rules, today };
            Some(yew::Renderer::<App>::with_root_and_props(root, props).render())
        }
        Err(clock) => {
            yew::Renderer::<Clockless>::with_root_and_props(root, ClocklessProps { clock }).render();
            None
        }
    };
    Ok(Running(running))
}

#[wasm_bindgen]
impl Running {
    /// The state as text; none while the stored draft is one that only the other part can read.
    pub fn state(&self) -> Option<String> {
        self.0.as_ref()?.get_component()?.carried().map(|carried| carried.to_text())
    }

    /// Goes on from a state as [`Running::state`] gave it, with another scope or language set in it.
    pub fn resume(&self, state: &str) {
        if let (Some(app), Some(carried)) = (&self.0, Carried::parse(state)) {
            app.send_message(Message::Resume(Box::new(carried)));
        }
    }

    /// Takes this part off the page; returns what it leaves behind.
    pub fn stop(self) -> Option<String> {
        let left_behind = self.state();
        if let Some(app) = self.0 {
            app.destroy();
        }
        left_behind
    }
}
