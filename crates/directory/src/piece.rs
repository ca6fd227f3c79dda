//! A piece of a directory: some thousand firms, read from bytes and held column by column.

use crate::{
    bytes::Reader,
    code::{last, organisation},
    day::Day,
    postings::Postings,
};

/// The first bytes of a piece.
pub(crate) const MARK: &[u8; 4] = b"ZF1\n";
/// Firms that a piece may have.
pub(crate) const MOST_FIRMS: usize = 1 << 16;
/// Ways in which a code is written.
pub(crate) const NO_CODE: u8 = 0;
pub(crate) const FIRM_CODE: u8 = 1;
pub(crate) const WHOLE_CODE: u8 = 2;
/// What an entry says itself.
pub(crate) const OWN_BATCH: u32 = 1;
pub(crate) const OWN_UNTIL: u32 = 2;
pub(crate) const OWN_FROM: u32 = 4;

/// What one row of a list says of a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Position of the list in [`crate::Index::sources`].
    pub source: u16,
    /// Position of the title in [`crate::Index::titles`].
    pub title: u8,
    /// Row of the list, from 1, as spreadsheets count.
    pub row: u32,
    /// Position of the batch in [`crate::Index::batches`].
    pub batch: Option<u16>,
    /// First day on which it holds; the day of a revocation.
    pub from: Day,
    /// Last day on which it holds; none for a revocation.
    pub until: Option<Day>,
}

/// A firm to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmRecord {
    /// Name in its one form.
    pub name: String,
    /// Names that lists had for it before.
    pub former: Vec<String>,
    /// Its unified social credit code.
    pub code: Option<[u8; 18]>,
    /// Position of its area in [`crate::Index::areas`].
    pub area: u16,
    /// What the lists say of it, oldest first.
    pub entries: Vec<Entry>,
}

/// A firm of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Firm<'p> {
    /// Name of the piece.
    pub name: &'p str,
    /// Former names, with commas between them; empty for none.
    pub former: &'p str,
    /// Code; empty where no list states it.
    pub code: &'p str,
    /// Position of its area.
    pub area: u16,
    /// What the lists say of it, oldest first.
    pub entries: &'p [Entry],
}

/// A piece in memory.
#[derive(Debug)]
pub struct Piece {
    pub(crate) names: Vec<Box<str>>,
    pub(crate) former: Vec<(u16, Box<str>)>,
    pub(crate) codes: String,
    pub(crate) code_ends: Vec<u32>,
    areas: Vec<u16>,
    entries: Vec<Entry>,
    entry_ends: Vec<u32>,
    pub(crate) postings: Postings,
}

impl Piece {
    /// Reads a piece; `None` for bytes that are none.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes.strip_prefix(MARK)?);
        let count = reader.count(MOST_FIRMS)?;
        let names = names(&mut reader, count)?;
        let former = former(&mut reader, count)?;
        let (codes, code_ends) = codes(&mut reader, count)?;
        let areas = areas(&mut reader, count)?;
        let (entries, entry_ends) = entries(&mut reader, count)?;
        let postings = Postings::of(&names, &former);
        let piece = Self { names, former, codes, code_ends, areas, entries, entry_ends, postings };
        reader.is_at_end().then_some(piece)
    }

    /// How many firms it has.
    pub const fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether it has none.
    pub const fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The firm at a position.
    pub fn firm(&self, index: usize) -> Option<Firm<'_>> {
        let name = self.names.get(index)?;
        let (code_from, code_to) = between(&self.code_ends, index);
        let (from, to) = between(&self.entry_ends, index);
        let former = self.former.binary_search_by_key(&index, |(firm, _)| usize::from(*firm));
        Some(Firm {
            name,
            former: former.map_or("", |at| &self.former[at].1),
            code: self.codes.get(code_from..code_to)?,
            area: *self.areas.get(index)?,
            entries: self.entries.get(from..to)?,
        })
    }

    /// All firms.
    pub fn firms(&self) -> impl Iterator<Item = Firm<'_>> {
        (0..self.len()).filter_map(|index| self.firm(index))
    }
}

/// From where to where the part of an index reaches.
pub(crate) fn between(ends: &[u32], index: usize) -> (usize, usize) {
    let end = |at: usize| ends.get(at).map_or(0, |end| *end as usize);
    (index.checked_sub(1).map_or(0, end), end(index))
}

fn names(reader: &mut Reader<'_>, count: usize) -> Option<Vec<Box<str>>> {
    let names: Vec<Box<str>> = reader.text()?.split_terminator('\n').map(Box::from).collect();
    (names.len() == count).then_some(names)
}

fn former(reader: &mut Reader<'_>, count: usize) -> Option<Vec<(u16, Box<str>)>> {
    let mut former = Vec::new();
    let mut firm = 0_usize;
    for line in reader.text()?.split_terminator('\n') {
        let (step, names) = line.split_once(' ')?;
        firm = firm.checked_add(step.parse().ok()?)?;
        if firm >= count {
            return None;
        }
        former.push((u16::try_from(firm).ok()?, Box::from(names)));
    }
    Some(former)
}

/// Codes, the common ones without what follows from the rest of them.
fn codes(reader: &mut Reader<'_>, count: usize) -> Option<(String, Vec<u32>)> {
    let kinds = reader.take(count)?;
    let (mut places, mut bodies) = (Reader::new(reader.bytes()?), Reader::new(reader.bytes()?));
    let (mut codes, mut ends) = (String::new(), Vec::with_capacity(count));
    for kind in kinds {
        match *kind {
            NO_CODE => {}
            FIRM_CODE => codes.push_str(std::str::from_utf8(&firm_code(&mut places, &mut bodies)?).ok()?),
            WHOLE_CODE => codes.push_str(std::str::from_utf8(bodies.take(18)?).ok()?),
            _ => return None,
        }
        ends.push(u32::try_from(codes.len()).ok()?);
    }
    Some((codes, ends))
}

/// A firm's code from its place and the eight characters of its organisation.
fn firm_code(places: &mut Reader<'_>, bodies: &mut Reader<'_>) -> Option<[u8; 18]> {
    let mut code = *b"910000000000000000";
    code[2..8].copy_from_slice(places.take(6)?);
    code[8..16].copy_from_slice(bodies.take(8)?);
    code[16] = organisation(&code[8..16]);
    code[17] = last(&code);
    Some(code)
}

fn areas(reader: &mut Reader<'_>, count: usize) -> Option<Vec<u16>> {
    let mut areas = Vec::with_capacity(count);
    while areas.len() < count {
        let (area, run) = (u16::try_from(reader.number()?).ok()?, reader.count(count - areas.len())?);
        if run == 0 {
            return None;
        }
        areas.extend(std::iter::repeat_n(area, run));
    }
    Some(areas)
}

fn entries(reader: &mut Reader<'_>, count: usize) -> Option<(Vec<Entry>, Vec<u32>)> {
    let (terms, mut rows) = (terms(reader)?, Reader::new(reader.bytes()?));
    let (mut entries, mut ends) = (Vec::new(), Vec::with_capacity(count));
    for _ in 0..count {
        for _ in 0..reader.count(1 << 12)? {
            let term = *terms.get(reader.count(terms.len())?)?;
            let row = rows.take(3)?;
            let row = u32::from(row[0]) | u32::from(row[1]) << 8 | u32::from(row[2]) << 16;
            entries.push(Entry { row, ..term });
        }
        ends.push(u32::try_from(entries.len()).ok()?);
    }
    rows.is_at_end().then_some((entries, ends))
}

/// What the entries of a piece say besides their rows; few are different.
fn terms(reader: &mut Reader<'_>) -> Option<Vec<Entry>> {
    let count = reader.count(1 << 20)?;
    let mut terms = Vec::new();
    for _ in 0..count {
        let (source, title, says) = (reader.number()?, reader.number()?, reader.number()?);
        let batch = if says & OWN_BATCH == 0 { None } else { Some(u16::try_from(reader.number()?).ok()?) };
        let from = if says & OWN_FROM == 0 { Day::default() } else { Day::from_number(reader.number()?)? };
        let until = if says & OWN_UNTIL == 0 { None } else { Some(Day::from_number(reader.number()?)?) };
        let (source, title) = (u16::try_from(source).ok()?, u8::try_from(title).ok()?);
        terms.push(Entry { source, title, row: 0, batch, from, until });
    }
    Some(terms)
}
