//! The tables of a file, row by row, whatever its format.

use crate::{
    error::SheetError,
    place::RowRef,
    read::{Cell, Content, FileKind, Row, Sheet, Taker, text_rows, workbook_rows},
};
use calamine::{Data, Reader, Xls};
use std::{
    io::{Cursor, Read},
    ops::ControlFlow,
};

/// A table.
#[derive(Default)]
pub(super) struct Table {
    /// Name of its sheet; empty for text.
    pub(super) name: String,
    /// Rows with something in them.
    pub(super) rows: Vec<Row>,
}

/// A statement has not a tenth as many rows.
const MOST_ROWS: usize = 5_000;

/// All tables of a file.
pub(super) fn tables(file: &[u8]) -> Result<Vec<Table>, SheetError> {
    const OLD: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
    if file.starts_with(&OLD) {
        return old(file);
    }
    let mut tables = Tables::default();
    match FileKind::of(&mut file.take(1 << 12))?.0 {
        FileKind::Archive => workbook_rows(Cursor::new(file), &mut tables)?,
        FileKind::Text => text_rows(file, &mut tables)?,
    }
    Ok(tables.0)
}

#[derive(Default)]
struct Tables(Vec<Table>);

impl Taker for Tables {
    fn begin(&mut self, sheet: Sheet) {
        self.0.push(Table { name: sheet.name().to_owned(), rows: Vec::new() });
    }

    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, SheetError> {
        let Some(table) = self.0.last_mut() else { return Ok(ControlFlow::Continue(())) };
        table.rows.push(row);
        Ok(if table.rows.len() < MOST_ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    }

    fn end(&mut self) -> Result<(), SheetError> {
        Ok(())
    }
}

/// The tables of an `.xls` workbook.
fn old(file: &[u8]) -> Result<Vec<Table>, SheetError> {
    let mut book: Xls<_> = Xls::new(Cursor::new(file)).map_err(|_| SheetError::OldOrLocked)?;
    let sheets = book.worksheets();
    let table = |(name, range): (String, calamine::Range<Data>)| {
        let (top, left) = range.start().unwrap_or_default();
        let rows = range.rows().take(MOST_ROWS).enumerate().map(|(index, cells)| {
            let cells = cells.iter().enumerate().filter_map(|(column, data)| {
                Some(Cell { column: left as usize + column, content: Content::of_data(data)? })
            });
            let place = RowRef { sheet: Some(name.as_str().into()), row: u64::from(top) + index as u64 + 1 };
            Row { place, cells: cells.collect(), is_hidden: false }
        });
        let rows = rows.filter(|row| !row.cells.is_empty()).collect();
        Table { name: name.clone(), rows }
    };
    Ok(sheets.into_iter().map(table).collect())
}
