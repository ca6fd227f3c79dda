//! The search of the pages 「认定名单查询」, 「名录」 and 「数据地图」: `zjtx_directory::Shelf` for their script.
//!
//! What it does **not** do: it fetches nothing and asks no clock; its page (`static/directory/`) gives it the
//! pieces and the day.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use zjtx_directory::{Day, Filter, Index, Shelf};

/// The pieces that have arrived.
#[wasm_bindgen]
pub struct Directory(Shelf);

#[wasm_bindgen]
impl Directory {
    /// Begins with the index.
    ///
    /// # Errors
    /// When it is of another format.
    #[wasm_bindgen(constructor)]
    pub fn new(index: &str) -> Result<Self, JsError> {
        let index = Index::from_json(index).ok_or_else(|| JsError::new("this index is of another format"))?;
        Ok(Self(Shelf::new(index)))
    }

    /// Takes up a piece; how many firms have arrived.
    ///
    /// # Errors
    /// When the bytes are no piece of this directory.
    pub fn add(&mut self, bytes: &[u8]) -> Result<usize, JsError> {
        if self.0.add(bytes) { Ok(self.0.len()) } else { Err(JsError::new("this is no piece")) }
    }

    /// Firms that a query finds on a day, as JSON.
    pub fn search(&self, typed: &str, day: &str, most: usize) -> String {
        json(&Day::parse(day).map(|day| self.0.search(typed, day, most)).unwrap_or_default())
    }

    /// Firms that a filter in JSON leaves, from a position on, as JSON with how many there are.
    ///
    /// # Errors
    /// When filter or day are none.
    pub fn list(&self, filter: &str, day: &str, from: usize, most: usize) -> Result<String, JsError> {
        let filter: Filter = serde_json::from_str(filter).map_err(|_| JsError::new("this is no filter"))?;
        let day = Day::parse(day).ok_or_else(|| JsError::new("this is no day"))?;
        Ok(json(&self.0.list(&filter, day, from, most)))
    }

    /// Titles that are held on a day by area, and recognitions by year and batch, as JSON.
    pub fn counts(&self, day: &str) -> String {
        json(&Day::parse(day).map(|day| self.0.counts(day)).unwrap_or_default())
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
