//! Directories made from lists: workbooks and CSV as authorities publish them, each with a description of its
//! source beside it (`NAME.toml` beside `NAME.xlsx`).

mod dates;
mod description;
mod diff;
mod fault;
mod folder;
mod headings;
mod join;
mod read;
mod table;
mod titles;
mod verify;

pub use description::Description;
pub use diff::{Change, diff};
pub use fault::{Fault, Place};
pub use folder::{Directory, FolderError, read_folder, write_folder};
pub use verify::verify;

use crate::{Act, AreaEntry, Day, Entry, FirmRecord, Index, PieceEntry, Source, TitleEntry, encode::encode};
use join::Joined;
use read::{List, Row};
use std::path::PathBuf;
use zjtx_places::Places;

/// Firms of one piece: a quarter of a second at 1.6 Mbit/s.
const PIECE: usize = 2_000;

/// What lists are read with.
#[derive(Clone, Copy)]
pub struct Knowledge<'k> {
    /// Titles that there are, from the rules.
    pub titles: &'k [TitleEntry],
    /// The table of places that names are looked up in.
    pub places: &'k Places,
}

/// A directory in memory, ready to be written.
#[derive(Debug)]
pub struct Built {
    /// The index.
    pub index: Index,
    /// The pieces' bytes, in the order of the index.
    pub pieces: Vec<Vec<u8>>,
    /// What a person should know although nothing is wrong.
    pub notes: Vec<Fault>,
}

/// Reads lists and builds their directory.
///
/// # Errors
/// Everything that is wrong with the lists, by place; nothing is built then.
pub fn build(files: &[PathBuf], knowledge: Knowledge<'_>) -> Result<Built, Vec<Fault>> {
    let (mut lists, mut faults, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for file in files {
        match List::read(file, knowledge) {
            Ok(list) => lists.push(list),
            Err(found) => faults.extend(found),
        }
    }
    if files.is_empty() {
        faults.push(Fault::whole("", "没有指定名单"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    lists.sort_by(|one, other| {
        (&one.description.published, &one.description.title)
            .cmp(&(&other.description.published, &other.description.title))
    });
    for list in &mut lists {
        notes.append(&mut list.notes);
    }
    let joined = join::join(&lists)?;
    notes.extend(joined.notes.iter().cloned());
    Ok(assemble(&lists, joined, knowledge, notes))
}

fn assemble(lists: &[List], joined: Joined, knowledge: Knowledge<'_>, notes: Vec<Fault>) -> Built {
    let mut areas: Vec<&str> = joined.firms.iter().map(|firm| firm.area.as_str()).collect();
    areas.sort_unstable();
    areas.dedup();
    let mut batches: Vec<&str> = rows(lists).filter_map(|row| row.batch.as_deref()).collect();
    batches.sort_unstable();
    batches.dedup();
    let position = |of: &[&str], text: &str| of.binary_search(&text).unwrap_or_default() as u16;
    let entry = |(list, row): (usize, &Row)| Entry {
        source: list as u16,
        title: row.title,
        row: row.number,
        batch: row.batch.as_deref().map(|batch| position(&batches, batch)),
        from: row.from,
        until: row.until,
    };
    let mut firms: Vec<FirmRecord> = joined
        .firms
        .iter()
        .map(|firm| FirmRecord {
            name: firm.name.clone(),
            former: firm.former.clone(),
            code: firm.code,
            area: position(&areas, &firm.area),
            entries: firm.rows.iter().map(|(list, row)| entry((*list, &lists[*list].rows[*row]))).collect(),
        })
        .collect();
    firms.sort_by(|one, other| (one.area, &one.name).cmp(&(other.area, &other.name)));
    let pieces: Vec<Vec<u8>> = firms.chunks(PIECE).map(encode).collect();
    let index = Index {
        schema: 1,
        made_up: lists.iter().any(|list| list.description.made_up),
        firms: firms.len(),
        sources: lists.iter().map(source).collect(),
        titles: knowledge.titles.to_vec(),
        areas: areas.iter().map(|code| area(code, knowledge.places)).collect(),
        batches: batches.into_iter().map(str::to_owned).collect(),
        pieces: pieces.iter().zip(firms.chunks(PIECE)).enumerate().map(piece).collect(),
    };
    Built { index, pieces, notes }
}

fn rows(lists: &[List]) -> impl Iterator<Item = &Row> {
    lists.iter().flat_map(|list| &list.rows)
}

fn source(list: &List) -> Source {
    let Description { title, number, issuer, published, link, act, .. } = list.description.clone();
    Source { title, number, issuer, published: published.to_string(), link, act, rows: list.rows.len() }
}

fn area(code: &str, places: &Places) -> AreaEntry {
    let Some(place) = places.get(code) else {
        return AreaEntry { code: code.to_owned(), zh: code.to_owned(), en: code.to_owned() };
    };
    AreaEntry { code: code.to_owned(), zh: places.full_name(place), en: place.english() }
}

fn piece((number, (bytes, firms)): (usize, (&Vec<u8>, &[FirmRecord]))) -> PieceEntry {
    let file = format!("firms-{number:03}-{}.bin", folder::hash(bytes));
    PieceEntry { file, firms: firms.len(), bytes: bytes.len() }
}

/// The last day of a term of whole years that begins on a day.
pub(crate) fn last_day(from: Day, years: i16) -> Option<Day> {
    let (number, date) = (i32::try_from(from.number()).ok()?, jiff::civil::date);
    let first = date((number / 10_000) as i16, (number / 100 % 100) as i8, (number % 100) as i8);
    let last = first.checked_add(jiff::Span::new().years(years)).ok()?.yesterday().ok()?;
    Day::parse(&last.to_string())
}

/// Whether a list says that firms hold a title.
pub(crate) const fn gives(act: Act) -> bool {
    matches!(act, Act::Recognised | Act::Renewed)
}
