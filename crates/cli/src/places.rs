//! What is wrong with the table of places of a rules folder, in the words of all other diagnostics.

use crate::input;
use anyhow::Result;
use std::path::Path;
use zjtx_evaluator::{Code, Diagnostic};
use zjtx_places::{Fault, FaultKind};

const FILE: &str = "tables/places.json";

/// The findings of a folder's table; none where the folder has no such table, or for the embedded rules, whose
/// table is checked where it is made.
pub fn findings(folder: Option<&Path>) -> Result<Vec<Diagnostic>> {
    let Some(path) = folder.map(|folder| folder.join(FILE)).filter(|path| path.exists()) else {
        return Ok(Vec::new());
    };
    let faults = zjtx_places::parse(&input::read(&path)?).err().unwrap_or_default();
    Ok(faults.into_iter().map(diagnostic).collect())
}

fn diagnostic(fault: Fault) -> Diagnostic {
    let code = match fault.kind {
        FaultKind::Malformed => Code::Malformed,
        FaultKind::UnknownReference => Code::UnknownReference,
        FaultKind::DuplicateId => Code::DuplicateId,
        FaultKind::NoCitation => Code::NoCitation,
    };
    Diagnostic {
        code,
        file: FILE.to_owned(),
        pointer: fault.pointer,
        sentence: fault.sentence,
        english: None,
    }
}
