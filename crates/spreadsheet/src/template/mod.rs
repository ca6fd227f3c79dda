//! The template: one sheet to fill and one that explains every column.

mod columns;
mod explain;
mod fill;

use crate::error::SheetError;
use columns::columns;
use rust_xlsxwriter::Workbook;
use zjtx_evaluator::{Date, Rulebook};

/// The name in the example row begins with this; such rows are never judged.
pub(crate) const EXAMPLE: &str = "示例";

/// Name of the sheet to fill.
const FILL: &str = "填报";
/// Name of the sheet that explains.
const EXPLAIN: &str = "填写说明";
/// Rows above the first firm: title, headings, example.
const HEAD_ROWS: u32 = 3;

/// A workbook to fill, with the columns that the packs in force on a day ask for.
///
/// # Errors
/// When the workbook cannot be put together.
pub fn template(rulebook: &Rulebook, as_of: Date) -> Result<Vec<u8>, SheetError> {
    let columns = columns(rulebook, as_of);
    let mut workbook = Workbook::new();
    fill::write(workbook.add_worksheet(), &columns, rulebook.terms(), as_of)?;
    explain::write(workbook.add_worksheet(), &columns, rulebook.terms())?;
    Ok(workbook.save_to_buffer()?)
}
