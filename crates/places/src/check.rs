//! What a table of places must hold before anybody finds a place in it.

use crate::{
    doc::{FormerDoc, PlaceDoc, PlacesDoc},
    place::Places,
};
use std::collections::BTreeSet;

/// What is wrong with a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Not the form of such a table.
    Malformed,
    /// A code that is not in the table.
    UnknownReference,
    /// A code twice.
    DuplicateId,
    /// Fewer than two public copies.
    NoCitation,
}

/// One fault: what, where, and a sentence for the author of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// JSON pointer within the table.
    pub pointer: String,
    /// The sentence.
    pub sentence: String,
}

impl Fault {
    fn new(kind: FaultKind, pointer: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { kind, pointer: pointer.into(), sentence: sentence.into() }
    }
}

/// Reads and checks a table.
///
/// # Errors
/// What is wrong with it.
pub fn parse(json: &str) -> Result<Places, Vec<Fault>> {
    let doc: PlacesDoc = serde_json::from_str(json).map_err(|error| {
        let sentence = format!("第 {} 行第 {} 列不符合本表的格式", error.line(), error.column());
        vec![Fault::new(FaultKind::Malformed, "", sentence)]
    })?;
    let faults = check(&doc);
    if faults.is_empty() { Ok(Places::of(doc)) } else { Err(faults) }
}

/// Everything that is wrong with a table.
pub fn check(doc: &PlacesDoc) -> Vec<Fault> {
    let mut faults = check_head(doc);
    let current: BTreeSet<&str> = doc.places.iter().map(|place| place.code.as_str()).collect();
    let mut before = "";
    for (index, place) in doc.places.iter().enumerate() {
        faults.extend(check_place(place, before, &current, &format!("/places/{index}")));
        before = &place.code;
    }
    let mut known = current;
    known.extend(doc.former.iter().map(|former| former.code.as_str()));
    let mut before = ("", 0);
    for (index, former) in doc.former.iter().enumerate() {
        faults.extend(check_former(former, before, &known, &format!("/former/{index}")));
        before = (&former.code, former.until);
    }
    faults
}

fn check_head(doc: &PlacesDoc) -> Vec<Fault> {
    let mut faults = Vec::new();
    if doc.schema != 1 {
        faults.push(Fault::new(FaultKind::Malformed, "/schema", "应为 1"));
    }
    if !is_day(&doc.as_of) {
        faults.push(Fault::new(FaultKind::Malformed, "/as_of", "应为日期，例如 2024-12-31"));
    }
    if doc.copies.len() < 2 {
        faults.push(Fault::new(FaultKind::NoCitation, "/copies", "应有两份独立的公开名录互相核对"));
    }
    faults
}

fn check_place(place: &PlaceDoc, before: &str, current: &BTreeSet<&str>, pointer: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let at = |field: &str| format!("{pointer}/{field}");
    let code = place.code.as_str();
    if !is_code(code) {
        faults.push(Fault::new(FaultKind::Malformed, at("code"), "代码应为六位数字"));
    } else if code == before {
        faults.push(Fault::new(FaultKind::DuplicateId, at("code"), format!("“{code}”已经有了")));
    } else if code < before {
        faults.push(Fault::new(FaultKind::Malformed, at("code"), "各行应按代码从小到大排列"));
    } else if !current.contains(format!("{}0000", &code[..2]).as_str()) {
        faults.push(Fault::new(FaultKind::UnknownReference, at("code"), "没有它所在的省级行政区"));
    }
    for (field, text) in [("name", &place.name), ("pinyin", &place.pinyin)] {
        if text.chars().count() < 2 || text.contains(['\t', '\n']) {
            faults.push(Fault::new(FaultKind::Malformed, at(field), "应为一个名称"));
        }
    }
    faults
}

fn check_former(
    former: &FormerDoc,
    before: (&str, u16),
    known: &BTreeSet<&str>,
    pointer: &str,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !is_code(&former.code) {
        faults.push(Fault::new(FaultKind::Malformed, format!("{pointer}/code"), "代码应为六位数字"));
    }
    let order = (former.code.as_str(), former.until);
    if order == before {
        faults.push(Fault::new(FaultKind::DuplicateId, pointer, "同一代码同一年只能有一行"));
    } else if order < before {
        faults.push(Fault::new(FaultKind::Malformed, pointer, "各行应按代码、年份从小到大排列"));
    }
    for (index, into) in former.into.iter().enumerate() {
        if !known.contains(into.as_str()) {
            let pointer = format!("{pointer}/into/{index}");
            faults.push(Fault::new(FaultKind::UnknownReference, pointer, format!("没有“{into}”这个代码")));
        }
    }
    faults
}

/// Whether a text has the form of a code.
pub(crate) fn is_code(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts.as_slice(), [year, month, day] if [year.len(), month.len(), day.len()] == [4, 2, 2]
        && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())))
}
