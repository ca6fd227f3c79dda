//! Results as CSV text in UTF-8, with the mark that spreadsheets know it by.

use super::{JudgedFirm, Results, table::Table};
use crate::{error::SheetError, judge::Question, read::Reading};
use csv::Writer;
use std::{borrow::Cow, io::Write};

/// Writes results as CSV.
pub struct CsvResult<W: Write> {
    writer: Writer<W>,
    table: Table,
}

impl<W: Write> CsvResult<W> {
    /// Begins with the headings.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn new(mut out: W, question: &Question<'_>) -> Result<Self, SheetError> {
        out.write_all("\u{feff}".as_bytes()).map_err(SheetError::Write)?;
        let mut writer = Writer::from_writer(out);
        let table = Table::of(question);
        let headings = table.headings(question).into_iter().map(|(_, name)| name);
        writer.write_record(headings).map_err(failed)?;
        Ok(Self { writer, table })
    }
}

impl<W: Write> Results for CsvResult<W> {
    fn add(&mut self, firm: &JudgedFirm<'_>) -> Result<(), SheetError> {
        for cell in self.table.cells(firm) {
            self.writer.write_field(inert(cell).as_bytes()).map_err(failed)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(failed)
    }

    fn finish(mut self: Box<Self>, _reading: &Reading) -> Result<(), SheetError> {
        self.writer.flush().map_err(SheetError::Write)
    }
}

/// A spreadsheet must not take a firm's name for a formula.
fn inert(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell }
}

fn failed(error: csv::Error) -> SheetError {
    SheetError::Write(error.into())
}
