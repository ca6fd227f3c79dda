//! The libraries alone: every cell read, every cell of a result written.

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use std::path::Path;

/// A cell with its place.
pub(super) type Cell = ((u32, u32), Data);

/// The cells of every sheet.
pub(super) fn read(path: &Path) -> Vec<Vec<Cell>> {
    let mut workbook: Xlsx<_> = open_workbook(path).expect("a workbook");
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let mut reader = workbook.worksheet_cells_reader(&name).expect("a sheet");
        let mut cells = Vec::new();
        while let Some(cell) = reader.next_cell().expect("a cell") {
            cells.push((cell.get_position(), cell.get_value().clone().into()));
        }
        sheets.push(cells);
    }
    sheets
}

/// Writes them, row by row as the program does.
pub(super) fn write(path: &Path, sheets: &[Vec<Cell>]) {
    let mut workbook = Workbook::new();
    for cells in sheets {
        let sheet = workbook.add_worksheet_with_constant_memory().expect("a sheet");
        for ((row, column), value) in cells {
            let column = u16::try_from(*column).expect("a column");
            match value {
                Data::Float(number) => sheet.write_number(*row, column, *number),
                other => sheet.write_string(*row, column, other.to_string()),
            }
            .expect("a cell");
        }
    }
    workbook.save(path).expect("a workbook");
}
