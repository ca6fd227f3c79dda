//! Results out, one firm at a time: a workbook, CSV text, or JSON lines.

mod csv;
mod json;
mod summary;
mod table;
pub(crate) mod words;
mod workbook;

pub use self::csv::CsvResult;
pub use json::JsonLines;
pub use workbook::ResultWorkbook;

use crate::{
    error::SheetError,
    judge::{Level, Question},
    place::RowRef,
    read::{CellError, Firm, Reading},
};

/// A firm with what it reached.
#[derive(Clone, Debug)]
pub struct JudgedFirm<'r> {
    /// Where it stands in the list.
    pub place: RowRef,
    /// Its name; empty where the list has none.
    pub name: String,
    /// Every mistake in its row.
    pub mistakes: Vec<CellError>,
    /// Its levels, in the order of the question; none where the row has mistakes.
    pub levels: Vec<Level<'r>>,
}

impl<'r> JudgedFirm<'r> {
    /// Judges a firm.
    pub fn of(firm: Firm, question: &Question<'r>) -> Self {
        let Firm { place, name, dossier } = firm;
        match dossier {
            Ok(dossier) => Self { place, name, mistakes: Vec::new(), levels: question.judge(&dossier) },
            Err(mistakes) => Self { place, name, mistakes, levels: Vec::new() },
        }
    }
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
