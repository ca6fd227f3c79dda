//! Rows of CSV text, in UTF-8 or GB18030, separated by commas, tabs or semicolons.

use super::{
    content::{Cell, Content},
    firms::Firms,
};
use crate::{error::SheetError, place::RowRef};
use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Encoding, GB18030, UTF_8};
use std::io::{self, BufRead, BufReader, Read};

/// Most of one row.
const ROW_BYTES: u64 = 16 << 20;

pub(super) fn read<R: Read>(input: R, firms: &mut Firms<'_, '_>) -> Result<(), SheetError> {
    let mut input = BufReader::new(input);
    skip_mark(&mut input)?;
    let delimiter = delimiter(input.fill_buf()?);
    let bounded = Bounded { input, left: ROW_BYTES };
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bounded);
    let (mut record, mut encoding) = (ByteRecord::new(), UTF_8);
    firms.begin(None, None);
    loop {
        reader.get_mut().left = ROW_BYTES;
        let line = reader.position().line();
        if !reader.read_byte_record(&mut record).map_err(|error| failed(error, line))? {
            return firms.end();
        }
        let line = record.position().map_or(line, csv::Position::line);
        if firms.row(RowRef { sheet: None, row: line }, cells(&record, &mut encoding))?.is_break() {
            return Ok(());
        }
    }
}

/// Goes past the mark that some programs put before UTF-8.
fn skip_mark<R: BufRead>(input: &mut R) -> io::Result<()> {
    let marked = input.fill_buf()?.starts_with(&[0xEF, 0xBB, 0xBF]);
    input.consume(if marked { 3 } else { 0 });
    Ok(())
}

/// The separator that the beginning has most of.
fn delimiter(head: &[u8]) -> u8 {
    let count = |separator: u8| head.iter().filter(|byte| **byte == separator).count();
    let separators = [b'\t', b';', b','];
    separators.into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// The cells of a record. The first record that is not UTF-8 shows that the file is GB18030; its
/// separators are ASCII in both.
fn cells(record: &ByteRecord, encoding: &mut &'static Encoding) -> Vec<Cell> {
    if *encoding == UTF_8 && record.iter().any(|field| std::str::from_utf8(field).is_err()) {
        *encoding = GB18030;
    }
    let contents = record.iter().map(|field| Content::text(&encoding.decode_without_bom_handling(field).0));
    contents.enumerate().filter_map(|(column, content)| Some(Cell { column, content: content? })).collect()
}

fn failed(error: csv::Error, line: u64) -> SheetError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            SheetError::EndlessRow { line, limit: ROW_BYTES >> 20 }
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
