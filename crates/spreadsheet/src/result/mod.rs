//! Results out, one firm at a time: a workbook, CSV text, or JSON lines.

mod csv;
mod json;
mod summary;
mod table;
pub(crate) mod words;
pub(crate) mod workbook;

pub use self::csv::CsvResult;
pub use json::JsonLines;
pub use workbook::ResultWorkbook;

use crate::{
    error::SheetError,
    judge::{Judge, Level},
    place::RowRef,
    read::{CellError, Firm, Reading},
};
use zjtx_evaluator::Dossier;

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
    /// Judges firms together, in their order.
    pub fn all(firms: Vec<Firm>, judge: &mut Judge<'_, 'r>) -> Vec<Self> {
        let dossiers: Vec<&Dossier> = firms.iter().filter_map(|firm| firm.dossier.as_ref().ok()).collect();
        let mut levels = judge.levels(&dossiers).into_iter();
        let judged = firms.into_iter().map(|Firm { place, name, dossier }| match dossier {
            Ok(_) => Self { place, name, mistakes: Vec::new(), levels: levels.next().unwrap_or_default() },
            Err(mistakes) => Self { place, name, mistakes, levels: Vec::new() },
        });
        judged.collect()
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
