//! What differs between two directories.

use super::Directory;
use crate::{Act, Day, Firm};
use std::collections::BTreeMap;

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A firm that was not there.
    Added(String),
    /// A firm that is no longer there.
    Removed(String),
    /// A firm whose titles changed: what is only before, and what is only now.
    Titles {
        /// The firm.
        firm: String,
        /// Lines that are only in the former directory.
        before: Vec<String>,
        /// Lines that are only in the new one.
        now: Vec<String>,
    },
}

/// The differences, by firm.
pub fn diff(before: &Directory, now: &Directory) -> Vec<Change> {
    let (before, now) = (lines(before), lines(now));
    let removed = before.keys().filter(|firm| !now.contains_key(*firm)).cloned().map(Change::Removed);
    let mut changes: Vec<Change> = removed.collect();
    for (firm, lines) in &now {
        let Some(former) = before.get(firm) else {
            changes.push(Change::Added(firm.clone()));
            continue;
        };
        let only = |these: &[String], those: &[String]| -> Vec<String> {
            these.iter().filter(|line| !those.contains(line)).cloned().collect()
        };
        let (before, now) = (only(former, lines), only(lines, former));
        if !(before.is_empty() && now.is_empty()) {
            changes.push(Change::Titles { firm: firm.clone(), before, now });
        }
    }
    changes
}

/// Each firm with a line for each thing that the lists say of it.
fn lines(directory: &Directory) -> BTreeMap<String, Vec<String>> {
    let firms = directory.pieces.iter().flat_map(crate::Piece::firms);
    firms.map(|firm| (of_firm(&firm), of_entries(&firm, directory))).collect()
}

fn of_firm(firm: &Firm<'_>) -> String {
    if firm.code.is_empty() { firm.name.to_owned() } else { format!("{} {}", firm.name, firm.code) }
}

fn of_entries(firm: &Firm<'_>, directory: &Directory) -> Vec<String> {
    let line = |entry: &crate::Entry| {
        let source = &directory.index.sources[usize::from(entry.source)];
        let title = &directory.index.titles[usize::from(entry.title)].zh;
        let until = entry.until.map_or(String::new(), |until: Day| format!("至 {until}"));
        let act = match source.act {
            Act::Announced => "公示",
            Act::Recognised => "认定",
            Act::Renewed => "复核通过",
            Act::Revoked => "撤销",
        };
        format!("{act} {title} {}{until}（{}）", entry.from, source.title)
    };
    firm.entries.iter().map(line).collect()
}
