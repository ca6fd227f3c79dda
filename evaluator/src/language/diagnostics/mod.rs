//! What the checker says: a code, a place in a rule file, and a sentence for its author (docs/language.md §12).

mod code;
mod file;
mod findings;
mod sentence;

pub use code::{Code, Diagnostic, Severity};
pub use file::parse_file;
pub(crate) use findings::Findings;
pub(crate) use sentence::Sentence;

/// Name of a pack's file within the rulebook.
pub(crate) fn file_of(pack: &str) -> String {
    format!("packs/{pack}.json")
}

/// A name as a segment of a JSON pointer.
pub(crate) fn segment(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}
