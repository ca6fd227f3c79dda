//! The checker: proves a rulebook before anything is evaluated with it (docs/language.md §12).

mod catalog;
mod code;
mod context;
mod criterion;
mod file;
mod findings;
mod inherit;
mod pack;
mod rounds;
mod sources;
mod tables;
mod terms;
mod usage;
mod validity;

pub(crate) use catalog::check_catalog;
pub use code::{Code, Diagnostic, Severity};
pub(crate) use context::Checker;
pub use file::parse_file;
pub(crate) use pack::{Shelf, check_packs};
pub(crate) use rounds::check_rounds;
pub(crate) use sources::check_sources;
pub(crate) use tables::check_tables;
pub(crate) use terms::check_terms;

/// Name of a pack's file within the rulebook.
fn file_of(pack: &str) -> String {
    format!("packs/{pack}.json")
}

/// A name as a segment of a JSON pointer.
fn segment(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// Nothing stays nothing; something that failed fails.
fn optional<T>(checked: Option<Option<T>>) -> Option<Option<T>> {
    checked.map_or(Some(None), |checked| checked.map(Some))
}
