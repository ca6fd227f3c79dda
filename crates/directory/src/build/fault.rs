//! What is wrong with a list, where, and what to do.

use std::fmt;

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The list's file.
    pub file: String,
    /// Sheet and cell, such as `Sheet1!B17`; empty for the whole file.
    pub cell: String,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The cell or place in the file.
    pub place: Place,
    /// What, and what to do.
    pub sentence: String,
}

impl Fault {
    pub(crate) fn at(file: &str, cell: String, sentence: impl Into<String>) -> Self {
        Self { place: Place { file: file.to_owned(), cell }, sentence: sentence.into() }
    }

    pub(crate) fn whole(file: &str, sentence: impl Into<String>) -> Self {
        Self::at(file, String::new(), sentence)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, cell } = &self.place;
        let between = if cell.is_empty() || file.is_empty() { "" } else { " " };
        let colon = if cell.is_empty() && file.is_empty() { "" } else { "：" };
        write!(f, "{file}{between}{cell}{colon}{}", self.sentence)
    }
}
