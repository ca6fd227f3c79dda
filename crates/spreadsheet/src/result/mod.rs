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
use zjtx_evaluator::{Dossier, Text};

/// A firm with what it reached.
#[derive(Clone, Debug)]
pub struct JudgedFirm<'r> {
    /// Where it stands in the list.
    pub place: RowRef,
    /// Its name; empty where the list has none.
    pub name: String,
    /// Every mistake in its row, where one of them might decide a level: the firm is not judged.
    pub mistakes: Vec<CellError>,
    /// Cells that count as not given, though the firm is judged: none of them decides anything.
    pub notes: Vec<CellError>,
    /// Figures that contradict each other or are beyond a small firm, a sentence each.
    pub doubts: Vec<Text>,
    /// Its levels, in the order of the question; none where the row has mistakes.
    pub levels: Vec<Level<'r>>,
}

impl<'r> JudgedFirm<'r> {
    /// Judges firms together, in their order.
    pub fn all(firms: Vec<Firm>, judge: &mut Judge<'_, 'r>) -> Vec<Self> {
        let dossiers: Vec<&Dossier> = firms.iter().filter_map(Firm::judged).collect();
        let mut levels = judge.levels(&dossiers).into_iter();
        let reached: Vec<_> =
            firms.iter().map(|firm| firm.judged().and_then(|_| levels.next()).unwrap_or_default()).collect();
        firms.into_iter().zip(reached).map(|(firm, levels)| Self::of(firm, levels, judge)).collect()
    }

    /// A firm that was judged, if none of its mistakes might decide a level.
    fn of(firm: Firm, levels: Vec<Level<'r>>, judge: &Judge<'_, 'r>) -> Self {
        let is_judged = firm.judged().is_some();
        let doubts = judge.doubts(&firm.dossier, &levels);
        let Firm { place, name, mistakes, .. } = firm;
        if is_judged && !mistakes.iter().any(|mistake| decides(mistake, &levels)) {
            return Self { place, name, mistakes: Vec::new(), notes: mistakes, doubts, levels };
        }
        Self { place, name, mistakes, notes: Vec::new(), doubts, levels: Vec::new() }
    }
}

/// Whether the answer that a mistake leaves open might decide a level.
fn decides(mistake: &CellError, levels: &[Level<'_>]) -> bool {
    let missing =
        levels.iter().filter_map(|level| level.verdict.as_ref()).flat_map(|verdict| &verdict.missing);
    !mistake.problem.is_mild() && missing.into_iter().any(|missing| Some(*missing) == mistake.fact)
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
