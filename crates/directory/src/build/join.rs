//! Rows of all lists put together by firm: by code, else by name or a former name.

use super::{
    fault::Fault,
    read::{List, Row, word},
};
use crate::Act;
use std::collections::HashMap;

/// Firms with the rows that speak of them, as positions of list and row.
pub(super) struct Joined {
    pub(super) firms: Vec<JoinedFirm>,
    pub(super) notes: Vec<Fault>,
}

/// A firm and its rows.
#[derive(Debug, Default)]
pub(super) struct JoinedFirm {
    pub(super) name: String,
    pub(super) former: Vec<String>,
    pub(super) code: Option<[u8; 18]>,
    pub(super) area: String,
    pub(super) rows: Vec<(usize, usize)>,
}

/// Puts the rows together, oldest list first.
pub(super) fn join(lists: &[List]) -> Result<Joined, Vec<Fault>> {
    let mut known = Known::default();
    let names = with_codes(lists);
    for (list_at, list) in lists.iter().enumerate() {
        for (row_at, row) in list.rows.iter().enumerate() {
            let firm = known.firm(row, &names);
            known.firms[firm].add(row, (list_at, row_at));
        }
    }
    let mut faults = Vec::new();
    let mut notes = Vec::new();
    for firm in &mut known.firms {
        faults.extend(contradictions(firm, lists));
        notes.extend(nothing_to_end(firm, lists));
    }
    if faults.is_empty() { Ok(Joined { firms: known.firms, notes }) } else { Err(faults) }
}

/// Codes that the lists have for a name; a name with two codes is of two firms.
fn with_codes(lists: &[List]) -> HashMap<&str, Option<[u8; 18]>> {
    let mut names: HashMap<&str, Option<[u8; 18]>> = HashMap::new();
    for row in lists.iter().flat_map(|list| &list.rows) {
        let Some(code) = row.code else { continue };
        for name in std::iter::once(&row.name).chain(&row.former) {
            let known = names.entry(name).or_insert(Some(code));
            if *known != Some(code) {
                *known = None;
            }
        }
    }
    names
}

#[derive(Default)]
struct Known {
    firms: Vec<JoinedFirm>,
    by_code: HashMap<[u8; 18], usize>,
    by_name: HashMap<String, usize>,
}

impl Known {
    /// Position of the firm of a row, a new one where it is not known.
    fn firm(&mut self, row: &Row, names: &HashMap<&str, Option<[u8; 18]>>) -> usize {
        let own_names = || std::iter::once(&row.name).chain(&row.former);
        let code =
            row.code.or_else(|| own_names().find_map(|name| names.get(name.as_str()).copied().flatten()));
        let by_name = || own_names().find_map(|name| self.by_name.get(name).copied());
        let found = match code {
            Some(code) => self.by_code.get(&code).copied(),
            None => by_name(),
        };
        let firm = found.unwrap_or_else(|| {
            self.firms.push(JoinedFirm { code, ..JoinedFirm::default() });
            self.firms.len() - 1
        });
        match code {
            Some(code) => self.by_code.extend([(code, firm)]),
            None => self.by_name.extend(own_names().map(|name| (name.clone(), firm))),
        }
        firm
    }
}

impl JoinedFirm {
    /// Takes up a row; the newest list has the firm's name and area.
    fn add(&mut self, row: &Row, at: (usize, usize)) {
        let before = std::mem::replace(&mut self.name, row.name.clone());
        for name in std::iter::once(before).chain(row.former.clone()) {
            if !name.is_empty() && name != self.name && !self.former.contains(&name) {
                self.former.push(name);
            }
        }
        self.former.retain(|name| *name != row.name);
        // A list that only says the province does not take back what another said more closely.
        if !self.area.starts_with(row.area.trim_end_matches("00")) {
            self.area.clone_from(&row.area);
        }
        self.rows.push(at);
    }
}

/// One list that says two things of one title of a firm.
fn contradictions(firm: &mut JoinedFirm, lists: &[List]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for (list_at, row_at) in std::mem::take(&mut firm.rows) {
        let (list, row) = (&lists[list_at], &lists[list_at].rows[row_at]);
        let same = |(other_list, other_row): &&(usize, usize)| {
            *other_list == list_at && lists[*other_list].rows[*other_row].title == row.title
        };
        let Some((_, other)) = kept.iter().find(same) else {
            kept.push((list_at, row_at));
            continue;
        };
        let other = &list.rows[*other];
        if (other.from, other.until) != (row.from, row.until) {
            let sentence = format!("“{}”在 {} 已有一行，日期不同", row.name, other.cell);
            faults.push(Fault::at(&list.file, row.cell.clone(), sentence));
        }
    }
    firm.rows = kept;
    faults
}

/// A revocation or renewal of what no list gave before: told, for an older list may be missing.
fn nothing_to_end(firm: &JoinedFirm, lists: &[List]) -> Vec<Fault> {
    let row = |(list, row): &(usize, usize)| (&lists[*list], &lists[*list].rows[*row]);
    let needs = |act| matches!(act, Act::Renewed | Act::Revoked);
    let lacks = firm.rows.iter().enumerate().filter_map(|(index, at)| {
        let (list, own) = row(at);
        let before = firm.rows[..index].iter().map(row);
        let mut given =
            before.filter(|(list, other)| other.title == own.title && super::gives(list.description.act));
        (needs(list.description.act) && given.next().is_none()).then_some((list, own))
    });
    let note = |(list, own): (&List, &Row)| {
        let sentence = format!("{}“{}”，但没有更早认定它的名单", word(list.description.act), own.name);
        Fault::at(&list.file, own.cell.clone(), sentence)
    };
    lacks.map(note).collect()
}
