//! Lists of firms in: `.xlsx` workbooks and CSV text, row by row.
//!
//! Bounds: a part of a workbook is at most 1 GB unpacked (texts and styles 256 MB), a row of CSV at most
//! 16 MB. What a file is, its first bytes decide, whatever its name ends with.

mod answer;
mod archive;
mod aside;
mod content;
mod date;
mod firms;
mod format;
mod kind;
mod layout;
mod lines;
mod merged;
mod problem;
mod row;
mod shape;
mod sheet;
mod text;
mod units;
mod words;
mod workbook;

pub use problem::{CellError, CellProblem};
pub use row::FirmRow;

pub(crate) use content::{Cell, Content};
pub(crate) use kind::FileKind;
pub(crate) use row::Row;
pub(crate) use sheet::Sheet;
pub(crate) use text::read as text_rows;
pub(crate) use workbook::read as workbook_rows;

use crate::{error::SheetError, place::RowRef};
use firms::Firms;
use std::{
    io::{Cursor, Read, Seek},
    ops::ControlFlow,
};
use zjtx_evaluator::{ApplicationKind, Date, Dossier, Terms, Text};

/// The day and kind of application of rows that do not say theirs.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    /// The day.
    pub as_of: Date,
    /// The kind.
    pub kind: ApplicationKind,
}

/// A firm of the list.
#[derive(Clone, Debug)]
pub struct Firm {
    /// Where it stands.
    pub place: RowRef,
    /// Its name; empty where the list has none.
    pub name: String,
    /// Its answers, without those of cells with mistakes.
    pub dossier: Dossier,
    /// Every mistake in its row.
    pub mistakes: Vec<CellError>,
}

impl Firm {
    /// Its answers, unless a mistake might decide something.
    pub fn usable(&self) -> Option<&Dossier> {
        self.mistakes.iter().all(|mistake| mistake.problem.is_mild()).then_some(&self.dossier)
    }

    /// Its answers, if its day and kind of application are understood, by which rules are chosen.
    pub(crate) fn judged(&self) -> Option<&Dossier> {
        self.mistakes.iter().all(|mistake| mistake.fact.is_some()).then_some(&self.dossier)
    }
}

/// What a reader is told while a list is read.
pub enum Event {
    /// A sheet with headings begins; how many rows its file says it has.
    Sheet {
        /// Rows, headings included; `None` where the file does not say.
        rows: Option<u64>,
    },
    /// A firm's row.
    Firm(FirmRow),
}

/// What a list turned out to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Rows with a firm.
    pub firms: u64,
    /// What a person should know, such as columns that were not understood.
    pub notes: Vec<Text>,
    /// Whether the receiver asked to stop.
    pub stopped: bool,
}

/// Takes the rows of a file, sheet by sheet.
pub(crate) trait Taker {
    /// A sheet begins.
    fn begin(&mut self, sheet: Sheet);

    /// A row with something in it; breaks off when no more are wanted.
    ///
    /// # Errors
    /// When the whole file is unusable.
    fn row(&mut self, row: Row) -> Result<ControlFlow<()>, SheetError>;

    /// The sheet ends.
    ///
    /// # Errors
    /// When the whole file is unusable.
    fn end(&mut self) -> Result<(), SheetError>;
}

/// Where firms are sent; breaking off ends the reading.
type Sink<'s> = &'s mut dyn FnMut(Event) -> ControlFlow<()>;

/// Reads a list of whatever kind its first bytes show.
///
/// # Errors
/// When the whole file is unusable; mistakes in a row come with its [`Firm`].
pub fn read<R: Read + Seek>(
    mut input: R,
    terms: &Terms,
    occasion: Occasion,
    sink: Sink<'_>,
) -> Result<Reading, SheetError> {
    let (kind, _) = FileKind::of(&mut input)?;
    input.rewind()?;
    let mut firms = Firms::new(terms, occasion, sink);
    match kind {
        FileKind::Archive => workbook::read(input, &mut firms)?,
        FileKind::Text => text::read(input, &mut firms)?,
    }
    firms.finish()
}

/// Reads a list from a stream that cannot go back, such as standard input; a workbook is held in memory.
///
/// # Errors
/// As [`read`]; also for workbooks of more than 1 GB.
pub fn read_stream<R: Read>(
    mut input: R,
    terms: &Terms,
    occasion: Occasion,
    sink: Sink<'_>,
) -> Result<Reading, SheetError> {
    let (kind, head) = FileKind::of(&mut input)?;
    let mut whole = Cursor::new(head).chain(input);
    let mut firms = Firms::new(terms, occasion, sink);
    match kind {
        FileKind::Archive => workbook::read(Cursor::new(archive::held(&mut whole)?), &mut firms)?,
        FileKind::Text => text::read(whole, &mut firms)?,
    }
    firms.finish()
}
