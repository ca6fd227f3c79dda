//! What is made of packs and assessments: advice, doubts, the guide, proofs, handbooks, comparisons, golden cases, data,
//! bytes.

pub mod advice;
mod compact;
pub mod diff;
pub mod doubts;
pub(crate) mod golden;
pub mod guide;
pub mod handbook;
mod notes;
pub(crate) mod outcome;
mod proof;
mod stripped;
