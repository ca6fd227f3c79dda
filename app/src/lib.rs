//! The self-test in the browser: pages, fields and reports around the engine.
//!
//! What it does **not** do: it judges nothing itself (`zjtx-evaluator` does), it sends
//! nothing but the counts that a person wants sent (`statistics`), and it reads no clock
//! or storage outside `effects`. It holds no state but the root component's.

mod about;
mod accessibility;
mod action;
mod address;
mod advice;
mod clockless;
mod dossier;
mod draft;
mod effects;
mod fields;
mod firms;
mod form;
mod guided;
mod hosting;
mod lists;
mod message;
mod model;
mod part;
mod preparation;
mod privacy;
mod proposals;
mod records;
mod reduce;
mod result;
mod rooms;
mod root;
mod rounds;
mod rulebook;
mod rules;
mod scope;
mod shell;
mod site;
mod split;
mod standing;
mod start;
mod statement;
mod statistics;
mod store;
mod storing;
#[cfg(test)]
mod testing;
mod visits;
mod words;

use clockless::{Clockless, ClocklessProps};
use js_sys::Function;
use message::{AppProps, Asked, Message};
use root::App;
use rulebook::Rules;
use site::Site;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use yew::AppHandle;

/// The app, drawn into the page; none on a device whose clock cannot be read.
#[wasm_bindgen]
pub struct Running(Option<AppHandle<App>>);

/// Draws the app into the page's `#app` element, with the rules as `cargo xtask dist` checked and wrote
/// them. `whole_rules` gives a promise of the bytes of all rules, for when these are not enough; `site` is what the
/// site's settings say of the form, in lines.
///
/// # Errors
/// When the rules are not of this build.
#[wasm_bindgen]
pub fn start(rules: &[u8], whole_rules: Function, site: &str) -> Result<Running, JsError> {
    let site = Rc::new(Site::read(site));
    let rules = Rules::read(rules, site).ok_or_else(|| JsError::new("these rules are of another build"))?;
    let root = effects::focus::root();
    effects::look::restore();
    let running = match effects::clock::today() {
        Ok(today) => {
            let props = AppProps { rules, whole_rules, today };
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
    /// Whether there is a form to be [asked](Self::ask) of: none while the stored one is one that a later part reads.
    pub fn is_ready(&self) -> bool {
        let app = self.0.as_ref().and_then(|app| app.get_component());
        app.is_some_and(|app| app.is_ready())
    }

    /// Sets what the page's surroundings ask for, in the lines of `Asked`; all that was typed stays.
    pub fn ask(&self, lines: String) {
        if let Some(app) = &self.0 {
            app.send_message(Message::Asked(Asked(lines)));
        }
    }
}
