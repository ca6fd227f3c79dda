//! The worker of page 批量摸底 (`static/lists/worker.js`), where lists are read and judged.

use crate::lists::messages::{Answer, Ask};
use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// The rules as documents, within the site.
const DOCUMENTS: &str = "rules.json";

/// A worker at work; it ends when this is dropped.
pub struct ListWorker {
    worker: Worker,
    _answers: [EventListener; 2],
}

impl ListWorker {
    /// Starts a worker; `None` where the browser has none or the page names none.
    pub fn start(then: impl Fn(Answer, Vec<u8>) + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&address("lists-worker")?, &options).ok()?;
        let then = Rc::new(then);
        let tell = Rc::clone(&then);
        let answers = EventListener::new(&worker, "message", move |event| {
            if let Some(message) = event.dyn_ref::<MessageEvent>() {
                let message = message.data().dyn_into::<Array>().unwrap_or_default();
                tell(answer(&message.get(0)), bytes(&message.get(1)));
            }
        });
        let errors = EventListener::new(&worker, "error", move |_| then(Answer::Lost, Vec::new()));
        let started = Self { worker, _answers: [answers, errors] };
        let [rules, glue, wasm] = ["all-rules", "lists", "lists-wasm"].map(address);
        let documents = super::surroundings::site() + DOCUMENTS;
        let directory = recognised().map_or(JsValue::UNDEFINED, JsValue::from);
        started.post(&Array::of5(
            &rules?.into(),
            &documents.into(),
            &glue?.into(),
            &wasm?.into(),
            &directory,
        ));
        Some(started)
    }

    /// Asks for something.
    pub fn ask(&self, ask: &Ask) {
        self.post(&Array::of1(&text(ask)));
    }

    /// Asks for something that is about a file.
    pub fn ask_with(&self, ask: &Ask, file: &File) {
        self.post(&Array::of2(&text(ask), file));
    }

    fn post(&self, message: &Array) {
        // Texts and files can all be sent.
        let _ = self.worker.post_message(message);
    }
}

impl Drop for ListWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// JSON takes every ask; an empty text would be told by the worker.
fn text(ask: &Ask) -> JsValue {
    serde_json::to_string(ask).unwrap_or_default().into()
}

/// The answer in a message.
fn answer(message: &JsValue) -> Answer {
    let answer = message.as_string().and_then(|text| serde_json::from_str(&text).ok());
    answer.unwrap_or(Answer::NotUnderstood)
}

/// The file that goes with an answer.
fn bytes(message: &JsValue) -> Vec<u8> {
    message.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

/// Where the site's lists of recognised firms are; none on a site without any, whose page loads no script of theirs.
fn recognised() -> Option<String> {
    let script = super::document().query_selector("script[src^='directory/']").ok()?;
    script.map(|_| format!("{}directory/", super::surroundings::site()))
}

/// The address of a file that the page's head names.
fn address(part: &str) -> Option<String> {
    let named = super::document().query_selector(&format!("[data-part={part}]")).ok()??;
    let base = super::document().base_uri().ok()??;
    Some(web_sys::Url::new_with_base(&named.get_attribute("content")?, &base).ok()?.href())
}
