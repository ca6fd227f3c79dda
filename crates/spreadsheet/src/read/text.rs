//! Rows of text: CSV in UTF-8, UTF-16 or GB18030, separated by commas, tabs or semicolons.

use super::{
    Taker,
    content::{Cell, Content},
    lines::Lines,
    row::Row,
    sheet::Sheet,
};
use crate::{clean::clean, error::SheetError, place::RowRef};
use compact_str::CompactString;
use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Encoding, GB18030, UTF_8};
use encoding_rs_io::DecodeReaderBytes;
use std::{
    borrow::Cow,
    io::{self, BufReader, Cursor, Read},
};

/// How many bytes show by what cells are separated.
const HEAD: u64 = 4096;
/// Most of one row.
const ROW_BYTES: u64 = 16 << 20;
/// Cells of a row for which room is made at once; wider rows are seldom.
const WIDE: usize = 128;

pub(crate) fn read<R: Read>(input: R, rows: &mut impl Taker) -> Result<(), SheetError> {
    // Takes the mark before UTF-8 away, and turns marked UTF-16 into UTF-8.
    let mut decoded = DecodeReaderBytes::new(input);
    let mut head = Vec::new();
    decoded.by_ref().take(HEAD).read_to_end(&mut head)?;
    let (delimiter, told) = told_delimiter(&head).unwrap_or_else(|| (delimiter(&head), 0));
    let input = BufReader::new(Cursor::new(head.split_off(told)).chain(decoded));
    let bounded = Bounded { input: Lines::new(input, delimiter), left: ROW_BYTES };
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bounded);
    let (mut record, mut encoding) = (ByteRecord::new(), UTF_8);
    rows.begin(Sheet::default());
    for row in 1.. {
        reader.get_mut().left = ROW_BYTES;
        if !reader.read_byte_record(&mut record).map_err(|error| failed(error, row))? {
            break;
        }
        let place = RowRef { sheet: None, row };
        let cells = cells(&record, &mut encoding);
        if rows.row(Row { place, cells, is_hidden: false })?.is_break() {
            return Ok(());
        }
    }
    rows.end()
}

/// The separator of a first line `sep=;`, which spreadsheets do not show, and the line's length.
fn told_delimiter(head: &[u8]) -> Option<(u8, usize)> {
    let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, rest @ ..] = head else { return None };
    let end = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    (end > 0).then_some((*delimiter, 5 + end))
}

/// The separator that the beginning has most of, outside quotation marks.
fn delimiter(head: &[u8]) -> u8 {
    let mut counts = [(b',', 0_usize), (b'\t', 0), (b';', 0)];
    let mut is_quoted = false;
    for byte in head {
        is_quoted ^= *byte == b'"';
        for (separator, count) in &mut counts {
            *count += usize::from(byte == separator && !is_quoted);
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| separator)
}

/// The cells of a record. The first record that is not UTF-8 shows that the file is GB18030; its
/// separators are ASCII in both.
fn cells(record: &ByteRecord, encoding: &mut &'static Encoding) -> Vec<Cell> {
    if *encoding == UTF_8 {
        if let Some(cells) = filled(record, |field| std::str::from_utf8(field).ok().map(Cow::Borrowed)) {
            return cells;
        }
        *encoding = GB18030;
    }
    filled(record, |field| Some(encoding.decode_without_bom_handling(field).0)).unwrap_or_default()
}

/// The cells with something in them; `None` once a field cannot be read.
fn filled<'r>(
    record: &'r ByteRecord,
    decoded: impl Fn(&'r [u8]) -> Option<Cow<'r, str>>,
) -> Option<Vec<Cell>> {
    let mut cells = Vec::with_capacity(record.len().min(WIDE));
    for (column, field) in record.iter().enumerate() {
        if field.is_empty() {
            continue;
        }
        let text = decoded(field)?;
        let text = clean(&text);
        if !text.is_empty() {
            cells.push(Cell { column, content: Content::Text(CompactString::new(text)) });
        }
    }
    Some(cells)
}

fn failed(error: csv::Error, row: u64) -> SheetError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            SheetError::EndlessRow { line: row, limit: ROW_BYTES >> 20 }
        }
        csv::ErrorKind::Io(error) => SheetError::Io(error),
        _ => SheetError::Damaged,
    }
}

/// A reader that fails after a bound of bytes.
struct Bounded<R> {
    input: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}
