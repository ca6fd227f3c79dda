//! The checker: proves a rulebook before anything is evaluated with it (docs/language.md §12).

mod code;
mod context;
mod file;
mod pack;
mod sources;
mod terms;
mod validity;

pub use code::{Code, Diagnostic, Severity};
pub(crate) use context::Checker;
pub use file::parse_file;
pub(crate) use pack::{Shelf, check_packs};
pub(crate) use sources::check_sources;
pub(crate) use terms::check_terms;
