//! What a workbook says of its sheets beside their cells: what is merged, what is hidden, and which formulas
//! have no value. Merged cells stand behind the cells of a sheet, so that a sheet is looked through before.

use crate::error::SheetError;
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Seek},
};
use zip::ZipArchive;

/// A rectangle of cells, from 0, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    /// First and last row.
    pub(super) rows: (u32, u32),
    /// First and last column.
    pub(super) columns: (u32, u32),
}

/// What is known of a sheet beside its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Merged cells by first row.
    pub(super) merged: Vec<Area>,
    /// First and last of rows that one cannot see, ascending.
    hidden_rows: Vec<(u32, u32)>,
    /// First and last of columns that one cannot see.
    hidden_columns: Vec<(u32, u32)>,
    /// Formulas without value, by row and column.
    unanswered: Vec<(u32, u32)>,
}

/// More merged cells of one sheet are none that a person made.
const MOST_MERGED: usize = 1 << 17;

impl Shape {
    /// Whether a row is hidden.
    pub(super) fn hides_row(&self, row: u32) -> bool {
        let next = self.hidden_rows.partition_point(|(_, last)| *last < row);
        self.hidden_rows.get(next).is_some_and(|(first, _)| *first <= row)
    }

    /// Whether a column is hidden.
    pub(super) fn hides_column(&self, column: usize) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first as usize..=*last as usize).contains(&column))
    }

    /// Whether a cell is a formula without value.
    pub(super) fn is_unanswered(&self, cell: (u32, u32)) -> bool {
        self.unanswered.binary_search(&cell).is_ok()
    }

    fn hide_row(&mut self, row: u32) {
        match self.hidden_rows.last_mut() {
            Some((_, last)) if last.saturating_add(1) == row => *last = row,
            _ => self.hidden_rows.push((row, row)),
        }
    }

    fn sort(&mut self) {
        self.merged.sort_by_key(|area| area.rows.0);
        self.hidden_rows.sort_unstable();
        self.unanswered.sort_unstable();
    }
}

/// The shapes of all sheets of a workbook, by name.
pub(super) fn shapes<R: Read + Seek>(input: &mut R) -> Result<BTreeMap<String, Shape>, SheetError> {
    let mut archive = ZipArchive::new(input)?;
    let targets = attributes(&mut archive, "xl/_rels/workbook.xml.rels", "Relationship", ["Id", "Target"])?;
    let sheets = attributes(&mut archive, "xl/workbook.xml", "sheet", ["name", "id"])?;
    let mut shapes = BTreeMap::new();
    for [name, id] in sheets {
        let target = targets.iter().find(|[known, _]| *known == id).map(|[_, target]| part(target));
        let Some(shape) = target.map(|part| shape(&mut archive, &part)).transpose()? else { continue };
        shapes.insert(name, shape);
    }
    Ok(shapes)
}

/// The part of the archive that a target of the workbook names.
fn part(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}

/// Two attributes of every element of a name, whatever their prefixes.
fn attributes<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    part: &str,
    element: &str,
    names: [&str; 2],
) -> Result<Vec<[String; 2]>, SheetError> {
    let Some(index) = archive.index_for_name(part) else { return Ok(Vec::new()) };
    let mut reader = reader(BufReader::new(archive.by_index(index)?));
    let (mut found, mut buffer) = (Vec::new(), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| SheetError::Damaged)? {
            Event::Start(start) if start.local_name().as_ref() == element => {
                found.push(names.map(|name| attribute(&start, name).unwrap_or_default()));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn reader<B: BufRead>(part: B) -> Reader<B> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    reader
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let all = attributes.with_checks(false).filter_map(Result::ok);
    let found = { all }.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn shape<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &str) -> Result<Shape, SheetError> {
    let Some(index) = archive.index_for_name(part) else { return Ok(Shape::default()) };
    let mut scan = Scan::default();
    let mut reader = reader(BufReader::with_capacity(1 << 16, archive.by_index(index)?));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| SheetError::Damaged)? {
            Event::Start(start) => scan.start(&start),
            Event::Text(text) if scan.in_value => scan.has_value |= !text.trim_ascii().is_empty(),
            Event::End(end) => scan.end(end.local_name().as_ref()),
            Event::Eof => break,
            _ => {}
        }
    }
    scan.shape.sort();
    Ok(scan.shape)
}

/// A sheet while it is looked through.
#[derive(Default)]
struct Scan {
    shape: Shape,
    row: u32,
    column: u32,
    has_formula: bool,
    in_value: bool,
    has_value: bool,
}

impl Scan {
    fn start(&mut self, start: &BytesStart<'_>) {
        match start.local_name().as_ref() {
            "c" => {
                (self.has_formula, self.has_value) = (false, false);
                if let Some((row, column)) =
                    start.try_get_attribute("r").ok().flatten().and_then(|r| cell(&r.value))
                {
                    (self.row, self.column) = (row, column);
                }
            }
            "f" => self.has_formula = true,
            "v" | "is" => self.in_value = true,
            "row" => self.row(start),
            "col" if is_on(start, "hidden") => {
                let number = |name| attribute(start, name)?.parse::<u32>().ok()?.checked_sub(1);
                self.shape.hidden_columns.extend(number("min").zip(number("max")));
            }
            "mergeCell" if self.shape.merged.len() < MOST_MERGED => {
                self.shape.merged.extend(attribute(start, "ref").and_then(|area| self::area(&area)));
            }
            _ => {}
        }
    }

    fn row(&mut self, start: &BytesStart<'_>) {
        let number = attribute(start, "r").and_then(|number| number.parse::<u32>().ok()?.checked_sub(1));
        self.row = number.unwrap_or(self.row);
        self.column = 0;
        if is_on(start, "hidden") {
            self.shape.hide_row(self.row);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" | "is" => self.in_value = false,
            "c" => {
                if self.has_formula && !self.has_value {
                    self.shape.unanswered.push((self.row, self.column));
                }
                self.column = self.column.saturating_add(1);
            }
            "row" => self.row = self.row.saturating_add(1),
            _ => {}
        }
    }
}

fn is_on(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}

/// `B4` as row and column.
fn cell(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at_checked(letters)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// `B2:B4`.
fn area(name: &str) -> Option<Area> {
    let (first, last) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
    (top <= bottom && left <= right).then_some(Area { rows: (top, bottom), columns: (left, right) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_read_as_spreadsheets_name_them() {
        assert_eq!(area("B2:C14"), Some(Area { rows: (1, 13), columns: (1, 2) }));
        assert_eq!(cell("AA10"), Some((9, 26)));
        for wrong in ["B2", "C3:B2", "2B:3C", "", "B0:B1", "ZZZZZZZZZ1:A2"] {
            assert_eq!(area(wrong), None, "{wrong}");
        }
    }
}
