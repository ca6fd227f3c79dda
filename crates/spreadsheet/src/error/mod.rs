//! What makes a whole file unusable.

mod other;
mod words;

pub use other::Other;

use std::io;
use thiserror::Error;
use zjtx_evaluator::Text;

/// A file that cannot be read, or a result that cannot be written.
#[derive(Debug, Error)]
#[error("{}", self.text().zh)]
pub enum SheetError {
    /// A workbook of before 2007, or one with a password.
    OldOrLocked,
    /// A zip archive that is no .xlsx workbook.
    NotAWorkbook,
    /// Bytes that are no text.
    NotATable,
    /// Something else under the name of a list.
    Other(Other),
    /// Nothing in it.
    Empty,
    /// A part that grows beyond all reason when it is unpacked.
    TooLarge {
        /// Name within the archive.
        part: String,
        /// The bound.
        limit: u64,
    },
    /// A row of text without end, most often from a quotation mark that is not closed.
    EndlessRow {
        /// Where it begins.
        line: u64,
        /// The bound.
        limit: u64,
    },
    /// A workbook or text that breaks off or contradicts itself.
    Damaged,
    /// No row of headings.
    NoHeading {
        /// How many rows were searched.
        searched: usize,
    },
    /// Two columns for one answer.
    TwiceTheSame {
        /// What both say.
        name: Text,
        /// Cell of one heading.
        first: String,
        /// Cell of the other.
        second: String,
    },
    /// Neither a balance sheet nor an income statement.
    NoStatement,
    /// Amounts of a column or table are in another currency, or in a unit that is not understood.
    UnknownUnit {
        /// Cell that says so, or the sheet.
        place: String,
        /// What it says.
        shown: String,
    },
    /// Two different units are stated for the amounts of one table.
    TwoUnits {
        /// Cell, or sheet, that states the first.
        first: String,
        /// What it says.
        first_shown: String,
        /// Cell, or sheet, that states the other.
        second: String,
        /// What it says.
        second_shown: String,
    },
    /// A unit is stated beneath amounts that were read in another.
    LateUnit {
        /// Cell that states it.
        place: String,
        /// What it says.
        shown: String,
    },
    /// More rows than a worksheet has.
    TooManyRows,
    /// The result cannot be written.
    Write(io::Error),
    /// The result cannot be put together.
    NoWorkbook,
    /// The file cannot be read.
    Io(#[from] io::Error),
}

impl From<calamine::XlsxError> for SheetError {
    fn from(error: calamine::XlsxError) -> Self {
        match error {
            calamine::XlsxError::Io(error) => Self::Io(error),
            _ => Self::Damaged,
        }
    }
}

impl From<zip::result::ZipError> for SheetError {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
                Self::Io(error)
            }
            _ => Self::Damaged,
        }
    }
}

impl From<rust_xlsxwriter::XlsxError> for SheetError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        match error {
            rust_xlsxwriter::XlsxError::RowColumnLimitError => Self::TooManyRows,
            rust_xlsxwriter::XlsxError::IoError(error) => Self::Write(error),
            _ => Self::NoWorkbook,
        }
    }
}
