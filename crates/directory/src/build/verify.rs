//! Whether a directory holds together, beyond what reading it shows.

use super::Directory;
use crate::{Firm, code};

/// What is wrong with a directory, in sentences; empty for a sound one.
pub fn verify(directory: &Directory) -> Vec<String> {
    let mut wrong = Vec::new();
    let counted: usize = directory.pieces.iter().map(crate::Piece::len).sum();
    if counted != directory.index.firms {
        wrong.push(format!("索引写明 {} 家，实有 {counted} 家", directory.index.firms));
    }
    for firm in directory.pieces.iter().flat_map(crate::Piece::firms) {
        wrong.extend(of_firm(&firm, directory));
    }
    wrong
}

fn of_firm(firm: &Firm<'_>, directory: &Directory) -> Option<String> {
    let index = &directory.index;
    let entries = firm.entries.iter().all(|entry| {
        index.sources.len() > usize::from(entry.source)
            && index.titles.len() > usize::from(entry.title)
            && entry.batch.is_none_or(|batch| index.batches.len() > usize::from(batch))
    });
    let known = entries && !firm.entries.is_empty() && index.areas.len() > usize::from(firm.area);
    if !known {
        return Some(format!("{}：来源、称号、批次或地区不在索引中", firm.name));
    }
    let error = Some(firm.code).filter(|code| !code.is_empty()).and_then(|code| code::check(code).err());
    error.map(|error| format!("{}：{}：{error}", firm.name, firm.code))
}
