//! A rulebook: all packs with the vocabulary, documents and rounds they rest on, checked together.

mod catalog;
mod documents;
mod files;
mod placing;
mod round;
#[expect(
    clippy::module_inception,
    reason = "the room is named for the one thing that everything in it makes"
)]
mod rulebook;
mod source;

pub use catalog::{Catalog, PreparationStep, Region, Scheme};
pub use documents::Documents;
pub use placing::Placing;
pub use round::{Round, Stage};
pub use rulebook::{Omitted, Rulebook};
pub use source::Source;
