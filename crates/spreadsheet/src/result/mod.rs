//! Results out, one firm at a time: a workbook, CSV text, or JSON lines.

mod csv;
mod json;
mod summary;
mod table;
mod workbook;

pub use self::csv::CsvResult;
pub use json::JsonLines;
pub use workbook::ResultWorkbook;

use crate::{
    error::SheetError,
    judge::Level,
    read::{Firm, Reading},
};

/// A firm with what it reached; no levels where its row has mistakes.
#[derive(Clone, Debug)]
pub struct JudgedFirm<'r> {
    /// The firm.
    pub firm: Firm,
    /// Its levels, in the order of the question.
    pub levels: Vec<Level<'r>>,
}

/// Takes firms in the order of the list.
pub trait Results {
    /// One more firm.
    ///
    /// # Errors
    /// When it cannot be written.
    fn add(&mut self, firm: &JudgedFirm<'_>) -> Result<(), SheetError>;

    /// The list is at its end.
    ///
    /// # Errors
    /// When the result cannot be completed.
    fn finish(self: Box<Self>, reading: &Reading) -> Result<(), SheetError>;
}
