//! The worker of page 批量摸底 (`static/lists/worker.js`), where lists are read and judged.

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// A worker at work; it ends when this is dropped.
pub struct BatchWorker {
    worker: Worker,
    _answers: [EventListener; 2],
}

/// What a worker says.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Rows done, rows in all as far as they are known, and milliseconds since the start.
    Progress(f64, f64, f64),
    /// The list was read; its summary.
    Read(String),
    /// So many rows are shown.
    Filtered(usize),
    /// Lines from a position on.
    Lines(usize, String),
    /// What there is to know of a firm.
    Firm(usize, String),
    /// A firm's dossier file.
    Dossier(String),
    /// The template.
    Template(Vec<u8>),
    /// The result as a workbook or CSV.
    Result(Vec<u8>),
    /// Its program did not come.
    Lost,
    /// It could not do something; its reason.
    Failed(String),
}

impl BatchWorker {
    /// Starts a worker; `None` where the browser has none or the page names none.
    pub fn start(then: impl Fn(Answer) + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&address("batch-worker")?, &options).ok()?;
        let then = Rc::new(then);
        let tell = Rc::clone(&then);
        let answers = EventListener::new(&worker, "message", move |event| {
            if let Some(answer) = event.dyn_ref::<MessageEvent>().and_then(|event| read(&event.data())) {
                tell(answer);
            }
        });
        let errors = EventListener::new(&worker, "error", move |_| then(Answer::Lost));
        let started = Self { worker, _answers: [answers, errors] };
        let [rules, glue, wasm] = ["all-rules", "batch", "batch-wasm"].map(address);
        started.ask("open", [rules?.into(), glue?.into(), wasm?.into()]);
        Some(started)
    }

    /// Reads and judges a file, by settings in JSON.
    pub fn read(&self, settings: &str, file: &File) {
        self.ask("read", [settings.into(), file.into()]);
    }

    /// Chooses the rows to show, by a filter in JSON.
    pub fn filter(&self, filter: &str) {
        self.ask("filter", [filter.into()]);
    }

    /// Asks for lines of the rows that are shown.
    pub fn lines(&self, start: usize, length: usize) {
        self.ask("window", [start.into(), length.into()]);
    }

    /// Asks for all that is known of a firm.
    pub fn firm(&self, index: usize) {
        self.ask("firm", [index.into()]);
    }

    /// Asks for a firm's dossier file.
    pub fn dossier(&self, index: usize) {
        self.ask("dossier", [index.into()]);
    }

    /// Asks for the template of a day.
    pub fn template(&self, day: &str) {
        self.ask("template", [day.into()]);
    }

    /// Asks for the result, as a workbook or CSV, with mistakes in a language.
    pub fn result(&self, as_csv: bool, lang: &str) {
        self.ask("result", [as_csv.into(), lang.into()]);
    }

    fn ask<const N: usize>(&self, act: &str, words: [JsValue; N]) {
        let message: Array = std::iter::once(act.into()).chain(words).collect();
        // Texts, numbers and files can all be sent.
        let _ = self.worker.post_message(&message);
    }
}

impl Drop for BatchWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The address of a file that the page's head names.
fn address(part: &str) -> Option<String> {
    let named = super::document().query_selector(&format!("[data-part={part}]")).ok()??;
    let base = super::document().base_uri().ok()??;
    Some(web_sys::Url::new_with_base(&named.get_attribute("content")?, &base).ok()?.href())
}

fn read(message: &JsValue) -> Option<Answer> {
    let message: &Array = message.dyn_ref()?;
    let (result, word) = (message.get(1), message.get(2));
    let text = || result.as_string();
    let number = |value: &JsValue| value.as_f64();
    // Positions of rows are far below 2⁵³.
    let position = |value: &JsValue| number(value).map(|number| number as usize);
    let bytes = || result.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    Some(match message.get(0).as_string()?.as_str() {
        "progress" => Answer::Progress(number(&result)?, number(&word)?, number(&message.get(3))?),
        "read" => Answer::Read(text()?),
        "filter" => Answer::Filtered(position(&result)?),
        "window" => Answer::Lines(position(&word)?, text()?),
        "firm" => Answer::Firm(position(&word)?, text()?),
        "dossier" => Answer::Dossier(text()?),
        "template" => Answer::Template(bytes()?),
        "result" => Answer::Result(bytes()?),
        "failed" if word == "open" => Answer::Lost,
        "failed" => Answer::Failed(text()?),
        _ => return None,
    })
}
