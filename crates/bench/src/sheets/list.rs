//! A list of firms that differ in every amount.

use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::{iter::once, path::Path};

/// A golden case of 2026 with an answer to every question.
const CASE: &str = include_str!("../../../../tests/golden/regime-2026/C01.json");

/// The columns of the list, a heading for each fact and year of the golden case.
pub(super) struct List(Vec<(String, String)>);

impl List {
    /// Its headings and what the golden case answers.
    pub(super) fn new() -> Self {
        let case: Value = serde_json::from_str(CASE).expect("a golden case is JSON");
        let facts = case["dossier"]["facts"].as_object().expect("facts");
        Self(facts.iter().flat_map(|(id, value)| columns(id, value)).collect())
    }

    /// Writes it as a workbook of `firms` firms.
    pub(super) fn workbook(&self, path: &Path, firms: u32) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory().expect("a sheet");
        sheet.write_string(0, 0, "enterprise_name").expect("a heading");
        for ((heading, _), column) in self.0.iter().zip(1..) {
            sheet.write_string(0, column, heading).expect("a heading");
        }
        for row in 1..=firms {
            sheet.write_string(row, 0, format!("企业{row}")).expect("a name");
            for ((_, value), column) in self.0.iter().zip(1..) {
                match number(value, row) {
                    Some(number) => sheet.write_number(row, column, number),
                    None => sheet.write_string(row, column, value),
                }
                .expect("a cell");
            }
        }
        workbook.save(path).expect("a workbook");
    }

    /// Writes it as CSV of `firms` firms.
    pub(super) fn csv(&self, path: &Path, firms: u32) {
        let mut writer = csv::Writer::from_path(path).expect("a file");
        let headings = self.0.iter().map(|(heading, _)| heading.as_str());
        writer.write_record(once("enterprise_name").chain(headings)).expect("headings");
        for row in 1..=firms {
            let cell = |value: &String| number(value, row).map_or_else(|| value.clone(), |it| it.to_string());
            let cells = self.0.iter().map(|(_, value)| cell(value));
            writer.write_record(once(format!("企业{row}")).chain(cells)).expect("a row");
        }
        writer.flush().expect("the rows");
    }
}

/// The number in a cell, amounts different in every row; `None` for text and codes that begin with 0.
fn number(value: &str, row: u32) -> Option<f64> {
    match value.parse::<f64>() {
        Ok(number) if number >= 1_000.0 => Some(number + f64::from(row % 997) - 498.0),
        Ok(number) if !value.starts_with('0') => Some(number),
        _ => None,
    }
}

fn columns(id: &str, value: &Value) -> Vec<(String, String)> {
    match value {
        Value::Object(years) => {
            years.iter().map(|(year, value)| (format!("{id}_{year}"), text(value))).collect()
        }
        value => vec![(id.to_owned(), text(value))],
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Bool(yes) => if *yes { "是" } else { "否" }.to_owned(),
        Value::Array(answers) => answers.iter().map(text).collect::<Vec<_>>().join("；"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
