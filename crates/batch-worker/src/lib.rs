//! The worker of page 批量摸底: a list of firms comes in as a file and stays here, away from the page,
//! which asks for the rows that it shows.
//!
//! What it does **not** do: it judges nothing itself (`zjtx-spreadsheet` asks `zjtx-evaluator`), keeps
//! nothing beyond the worker's life, and sends nothing anywhere but to its page.

mod filter;
mod kept;
mod list;
mod shown;
mod summary;

use js_sys::Function;
use list::{List, Settings};
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use zjtx_evaluator::{Date, Lang, Rulebook};

/// The worker's state: the rules, and the list once there is one.
#[wasm_bindgen]
pub struct Desk {
    rulebook: &'static Rulebook,
    list: Option<List<'static>>,
}

#[wasm_bindgen]
impl Desk {
    /// Begins with the rules as `cargo xtask dist` checked and wrote them.
    ///
    /// # Errors
    /// When they are of another build.
    #[wasm_bindgen(constructor)]
    pub fn new(rules: &[u8]) -> Result<Self, JsError> {
        let rulebook =
            Rulebook::from_compact(rules).ok_or_else(|| wrong("these rules are of another build"))?;
        // The worker lives as long as its rules.
        Ok(Self { rulebook: Box::leak(Box::new(rulebook)), list: None })
    }

    /// The workbook to fill, for a day.
    ///
    /// # Errors
    /// When the day is none or the workbook cannot be put together.
    pub fn template(&self, as_of: &str) -> Result<Vec<u8>, JsError> {
        let day = Date::parse(as_of).ok_or_else(|| wrong("not a day"))?;
        zjtx_spreadsheet::template(self.rulebook, day).map_err(|error| told(&error, Lang::Zh))
    }

    /// Reads and judges a file by settings in JSON, and tells how many rows are done, of how many;
    /// returns what it came to as JSON.
    ///
    /// # Errors
    /// A sentence for people when the whole file is unusable.
    pub fn read(&mut self, file: Vec<u8>, settings: &str, tell: &Function) -> Result<String, JsError> {
        self.list = None;
        let settings: Settings = serde_json::from_str(settings)?;
        let list = List::read(self.rulebook, &settings, &file, telling(tell));
        let list = list.map_err(|error| told(&error, settings.lang))?;
        let summary = to_json(&list.summary());
        self.list = Some(list);
        summary
    }

    /// Chooses the rows to show by a filter in JSON; returns how many there are.
    ///
    /// # Errors
    /// When the filter is not one.
    pub fn filter(&mut self, filter: &str) -> Result<usize, JsError> {
        let filter = serde_json::from_str(filter)?;
        Ok(self.list.as_mut().map_or(0, |list| list.choose(&filter)))
    }

    /// Rows of those that were chosen, as JSON.
    ///
    /// # Errors
    /// Never; JSON takes every row.
    pub fn window(&self, start: usize, length: usize) -> Result<String, JsError> {
        to_json(&self.list.as_ref().map(|list| list.window(start, length)).unwrap_or_default())
    }

    /// What there is to know of a firm, as JSON.
    ///
    /// # Errors
    /// Never; JSON takes every firm.
    pub fn firm(&self, index: usize) -> Result<String, JsError> {
        to_json(&self.list.as_ref().and_then(|list| list.detail(index)))
    }

    /// The firm's answers as a dossier file; nothing for a row with mistakes.
    pub fn dossier(&self, index: usize) -> Option<String> {
        self.list.as_ref()?.dossier(index)
    }

    /// The result of all rows, as a workbook or as CSV, with mistakes in a language (`zh`, `en`).
    ///
    /// # Errors
    /// When it cannot be put together.
    pub fn result(&self, as_csv: bool, lang: &str, tell: &Function) -> Result<Vec<u8>, JsError> {
        let lang = if lang == "en" { Lang::En } else { Lang::Zh };
        let list = self.list.as_ref().ok_or_else(|| wrong("there is no list"))?;
        list.result(as_csv, lang, telling(tell)).map_err(|error| told(&error, lang))
    }
}

/// Rows done, and rows in all as far as they are known.
fn telling(tell: &Function) -> impl FnMut(usize, usize) {
    move |done, all| {
        // A page that is gone hears nothing.
        let _ = tell.call2(&JsValue::NULL, &JsValue::from(done), &JsValue::from(all));
    }
}

fn to_json(value: &impl Serialize) -> Result<String, JsError> {
    Ok(serde_json::to_string(value)?)
}

fn told(error: &zjtx_spreadsheet::SheetError, lang: Lang) -> JsError {
    wrong(error.text().get(lang))
}

fn wrong(text: &str) -> JsError {
    JsError::new(text)
}
