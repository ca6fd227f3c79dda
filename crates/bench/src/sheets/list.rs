//! A list of firms that differ in every amount.

use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::path::Path;

/// A golden case of 2026 with an answer to every question.
const CASE: &str = include_str!("../../../../tests/golden/regime-2026/C01.json");

/// Writes a list of `firms` firms, a heading for each fact and year of the golden case.
pub(super) fn write(path: &Path, firms: u32) {
    let case: Value = serde_json::from_str(CASE).expect("a golden case is JSON");
    let facts = case["dossier"]["facts"].as_object().expect("facts");
    let columns: Vec<(String, String)> = facts.iter().flat_map(|(id, value)| columns(id, value)).collect();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory().expect("a sheet");
    sheet.write_string(0, 0, "enterprise_name").expect("a heading");
    for ((heading, _), column) in columns.iter().zip(1..) {
        sheet.write_string(0, column, heading).expect("a heading");
    }
    for row in 1..=firms {
        sheet.write_string(row, 0, format!("企业{row}")).expect("a name");
        for ((_, value), column) in columns.iter().zip(1..) {
            match value.parse::<f64>() {
                Ok(number) if number >= 1_000.0 => {
                    sheet.write_number(row, column, number + f64::from(row % 997) - 498.0)
                }
                Ok(number) if !value.starts_with('0') => sheet.write_number(row, column, number),
                _ => sheet.write_string(row, column, value),
            }
            .expect("a cell");
        }
    }
    workbook.save(path).expect("a workbook");
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
