//! Rows of `.xlsx` workbooks: cell by cell, values only. Formulas are not computed, macros not run.

use super::{
    Taker, archive,
    content::{Cell, Content},
    format::Format,
    row::Row,
    shape::{Shape, shapes},
    sheet::Sheet,
};
use crate::{error::SheetError, place::RowRef};
use calamine::{Reader, SheetVisible, Xlsx, XlsxError};
use std::{
    io::{BufReader, Read, Seek},
    ops::ControlFlow,
    sync::Arc,
};

/// A sheet has no more rows and columns.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: u32 = 1 << 14;

pub(crate) fn read<R: Read + Seek>(mut input: R, rows: &mut impl Taker) -> Result<(), SheetError> {
    archive::check(&mut input)?;
    input.rewind()?;
    let mut shapes = shapes(&mut input)?;
    input.rewind()?;
    let mut workbook = Xlsx::new(BufReader::new(input)).map_err(opened)?;
    for sheet in workbook.sheets_metadata().to_vec() {
        let shape = shapes.remove(&sheet.name).unwrap_or_default();
        let is_hidden = sheet.visible != SheetVisible::Visible;
        if read_sheet(&mut workbook, &sheet.name, is_hidden, shape, rows)?.is_break() {
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

/// Cells by column; a file may have them in any order, of one column the last counts.
fn ascending(mut cells: Vec<Cell>) -> Vec<Cell> {
    if !cells.is_sorted_by_key(|cell| cell.column) {
        cells.sort_by_key(|cell| cell.column);
    }
    cells
}

fn read_sheet<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    name: &str,
    is_hidden: bool,
    mut shape: Shape,
    rows: &mut impl Taker,
) -> Result<ControlFlow<()>, SheetError> {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        // Charts and dialogs stand among the sheets and have no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(ControlFlow::Continue(())),
        reader => reader?,
    };
    let formats: Vec<Option<Format>> = reader.styles().iter().map(Format::of).collect();
    let count = u64::from(reader.dimensions().end.0) + 1;
    let merged = std::mem::take(&mut shape.merged);
    rows.begin(Sheet::named(name, count, is_hidden, merged, shape.clone()));
    let sheet: Arc<str> = name.into();
    let row_of = |number: u32, cells| Row {
        place: RowRef { sheet: Some(sheet.clone()), row: u64::from(number) + 1 },
        cells: ascending(cells),
        is_hidden: shape.hides_row(number),
    };
    let (mut row, mut cells) = (0, Vec::new());
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let (number, column) = cell.get_position();
        if number >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(SheetError::Damaged);
        }
        if number != row && !cells.is_empty() && rows.row(row_of(row, std::mem::take(&mut cells)))?.is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
        row = number;
        let format = formats.get(style).and_then(Option::as_ref);
        let content = Content::of(cell.get_value(), format)
            .or_else(|| shape.is_unanswered((number, column)).then_some(Content::NoValue));
        cells.extend(content.map(|content| Cell { column: column as usize, content }));
    }
    if !cells.is_empty() && rows.row(row_of(row, cells))?.is_break() {
        return Ok(ControlFlow::Break(()));
    }
    rows.end()?;
    Ok(ControlFlow::Continue(()))
}
