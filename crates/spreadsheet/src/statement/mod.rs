//! A firm's yearly statements 「资产负债表」「利润表」 as figures of a dossier.
//!
//! Rows are found by the official names of 财会〔2019〕6号 and of 小企业会计准则, columns by 本年累计, 本期, 上期, 期末 and
//! 上年年末. Each figure is told with its cell, unit and year; what is not certain is a question, and nothing enters
//! a dossier here.

mod columns;
mod items;
mod period;
mod recognise;
mod table;

pub use items::Item;

use crate::{error::SheetError, unit::shift};
use zjtx_evaluator::Text;

/// What was recognised in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Figures, in the order of the file.
    pub figures: Vec<Figure>,
    /// What a person should know, such as a period that is no full year.
    pub notes: Vec<Text>,
}

/// A recognised figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub item: Item,
    /// Fiscal year, or the year whose end it states.
    pub year: i16,
    /// Its amount in 元, a plain decimal.
    pub yuan: String,
    /// As the cell shows it.
    pub shown: String,
    /// The unit that it was read in.
    pub unit: &'static str,
    /// Where it stands.
    pub cell: String,
    /// What has to be settled before it is taken over; `None` where it can be proposed.
    pub question: Option<Text>,
}

impl Figure {
    /// Its amount in 万元, as the form takes it; nothing is rounded.
    pub fn ten_thousands(&self) -> Option<String> {
        shift(&self.yuan, -4)
    }
}

/// Reads a file of statements: `.xlsx`, `.xls` or CSV.
///
/// # Errors
/// When the file cannot be read, or holds no such statement.
pub fn statement(file: &[u8]) -> Result<Statement, SheetError> {
    let found = recognise::recognise(&table::tables(file)?);
    if found.figures.is_empty() && found.notes.is_empty() { Err(SheetError::NoStatement) } else { Ok(found) }
}
