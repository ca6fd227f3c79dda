//! Lists of firms as spreadsheets: a template to fill, lists in, results out.
//!
//! The template is made from the vocabulary; reading forgives the order of columns, renamed headings,
//! title rows, Chinese units and encodings, and names every mistake by sheet and cell. Numbers are read
//! by the evaluator's own reader of what people write. Memory stays bounded by one row and the limits of
//! [`read`], whatever the file.
//!
//! What this crate does **not** do: it judges nothing itself, opens no file, asks no clock, runs no
//! formula and no macro, and sends nothing anywhere.

mod amount;
mod clean;
mod compare;
mod error;
mod heading;
mod judge;
mod names;
mod place;
mod read;
mod result;
mod statement;
mod template;
mod unit;

pub use compare::{
    ComparedFirm, ComparisonWorkbook, Head, LevelMatrix, Matrix, SMALL, STATES, Side, State, Table,
    Transition,
};
pub use error::{Other, SheetError};
pub use judge::{Judge, Level, NEAR, Question, Verdict};
pub use place::{CellRef, RowRef};
pub use read::{CellError, CellProblem, Event, Firm, FirmRow, Occasion, Reading, read, read_stream};
pub use result::{CsvResult, JsonLines, JudgedFirm, ResultWorkbook, Results};
pub use statement::{Figure, Item, Statement, statement};
pub use template::template;
