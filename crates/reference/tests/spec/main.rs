//! Every table of docs/language.md, row by row, and the sentences beside them.
//!
//! Not here: real packs and golden cases, which the package `conformance` runs.

mod criteria;
mod dossier;
mod fixture;
mod missing;
mod nodes;
mod packs;
mod quantities;
mod score;
mod size;
mod truth;
