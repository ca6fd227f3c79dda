//! The archive file 「自测记录文件」: all past tests of some firms in one versioned JSON text.

use crate::{
    firms::firm::Firm,
    records::{imported::Refusal, record::Record, stored::Stored},
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// What tells the file from others.
const FORMAT: &str = "zjtx-archive";
/// Format version.
const SCHEMA: u8 = 1;

/// The file.
#[derive(Serialize, Deserialize)]
pub struct Archive {
    format: String,
    schema: u8,
    pub firms: Vec<Archived>,
}

/// A firm with all that is its own.
#[derive(Serialize, Deserialize)]
pub struct Archived {
    /// Its id, on whatever device.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its form as it was being filled in, as it is stored.
    pub draft: Option<String>,
    /// Its past tests.
    pub records: Vec<Box<RawValue>>,
    /// What could not be read, as it is stored.
    pub aside: Vec<String>,
}

/// Only what tells the format.
#[derive(Deserialize)]
struct Head {
    format: String,
    schema: u64,
}

impl Archived {
    fn of(firm: &Firm, draft: Option<String>, stored: Vec<Stored>) -> Self {
        let (mut records, mut aside) = (Vec::new(), Vec::new());
        for Stored { text, .. } in stored {
            let raw = Record::parse(&text).and_then(|_| RawValue::from_string(text.clone()).ok());
            raw.map_or_else(|| aside.push(text), |raw| records.push(raw));
        }
        Self { id: firm.id.clone(), name: firm.name.clone(), draft, records, aside }
    }
}

/// Writes the archive of these firms; `drafts` by slot.
pub fn write(firms: &[Firm], mut drafts: BTreeMap<String, String>, stored: Vec<Stored>) -> String {
    let mut by_firm: BTreeMap<String, Vec<Stored>> = BTreeMap::new();
    for item in stored {
        by_firm.entry(item.firm.clone()).or_default().push(item);
    }
    let archived = |firm: &Firm| {
        let stored = by_firm.remove(&firm.slot).unwrap_or_default();
        Archived::of(firm, drafts.remove(&firm.slot), stored)
    };
    let firms = firms.iter().map(archived).collect();
    let archive = Archive { format: FORMAT.to_owned(), schema: SCHEMA, firms };
    serde_json::to_string(&archive).unwrap_or_default()
}

/// Reads an archive.
pub fn read(text: &str) -> Result<Archive, Refusal> {
    let head: Head = serde_json::from_str(text).map_err(|_| Refusal::Other)?;
    match (head.format.as_str(), head.schema) {
        (FORMAT, schema) if schema > u64::from(SCHEMA) => Err(Refusal::Newer),
        (FORMAT, _) => serde_json::from_str(text).map_err(|_| Refusal::Other),
        _ => Err(Refusal::Other),
    }
}
