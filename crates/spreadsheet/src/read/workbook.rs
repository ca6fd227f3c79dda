//! Rows of `.xlsx` workbooks: cell by cell, values only. Formulas are not computed, macros not run.

use super::{
    archive,
    content::{Cell, Content},
    firms::Firms,
};
use crate::{error::SheetError, place::RowRef};
use calamine::{Reader, Xlsx, XlsxError};
use std::{
    io::{BufReader, Read, Seek},
    ops::ControlFlow,
    sync::Arc,
};

/// A sheet has no more rows and columns.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: u32 = 1 << 14;

pub(super) fn read<R: Read + Seek>(mut input: R, firms: &mut Firms<'_, '_>) -> Result<(), SheetError> {
    archive::check(&mut input)?;
    input.rewind()?;
    let mut workbook = Xlsx::new(BufReader::new(input)).map_err(opened)?;
    for sheet in workbook.sheet_names() {
        if read_sheet(&mut workbook, &sheet, firms)?.is_break() {
            break;
        }
    }
    Ok(())
}

fn opened(error: XlsxError) -> SheetError {
    match error {
        XlsxError::Password => SheetError::OldOrLocked,
        error => error.into(),
    }
}

fn read_sheet<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    name: &str,
    firms: &mut Firms<'_, '_>,
) -> Result<ControlFlow<()>, SheetError> {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        // Charts and dialogs stand among the sheets and have no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(ControlFlow::Continue(())),
        reader => reader?,
    };
    let sheet: Arc<str> = name.into();
    let mut row = (0, Vec::new());
    firms.begin(Some(name), Some(u64::from(reader.dimensions().end.0) + 1));
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        let (number, column) = cell.pos;
        if number >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(SheetError::Damaged);
        }
        if number != row.0 && !row.1.is_empty() {
            let place = RowRef { sheet: Some(sheet.clone()), row: u64::from(row.0) + 1 };
            if firms.row(place, std::mem::take(&mut row.1))?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        row.0 = number;
        if let Some(content) = Content::of(&cell.value, cell.formula.is_some()) {
            row.1.push(Cell { column: column as usize, content });
        }
    }
    let place = RowRef { sheet: Some(sheet), row: u64::from(row.0) + 1 };
    if !row.1.is_empty() && firms.row(place, row.1)?.is_break() {
        return Ok(ControlFlow::Break(()));
    }
    firms.end()?;
    Ok(ControlFlow::Continue(()))
}
