//! What came of opening an archive.

/// What came of opening an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// Nothing was taken from the file of this name.
    Refused(String, Refusal),
    /// It was taken over.
    Taken {
        /// Name of the file.
        file: String,
        /// How many past tests are new here.
        kept: usize,
        /// Names of the firms that are new here.
        firms: Vec<String>,
        /// What was left out, and why.
        skipped: Vec<(String, Skip)>,
    },
}

/// Why a file is no archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is something else, or damaged.
    Other,
    /// A newer version of the page wrote it.
    Newer,
}

/// Why something in an archive was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skip {
    /// It is here already.
    Here,
    /// Another test has its number.
    Differs,
    /// It cannot be read; it is kept as it is.
    Unreadable,
    /// The firm has a form of its own here that is being filled in.
    Draft,
}
