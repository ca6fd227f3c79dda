//! The rule language: checked vocabulary, packs and dossiers, and their evaluation with its reasons.

pub(crate) mod answers;
pub(crate) mod assessment;
pub(crate) mod cause;
pub(crate) mod checker;
pub(crate) mod diagnostics;
pub(crate) mod dossier;
pub(crate) mod missing;
pub mod nodes;
pub(crate) mod packs;
pub mod quantities;
pub(crate) mod rulebook;
pub mod scores;
pub(crate) mod size;
pub(crate) mod terms;
pub(crate) mod words;
