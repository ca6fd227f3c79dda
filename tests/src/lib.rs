//! What the conformance tests draw their inputs from: dossiers at random and at every threshold, and packs
//! with one mistake each.
//!
//! Everything works on plain JSON and knows nothing of any evaluator; judging is left to the tests.

pub mod at_threshold;
pub mod boundaries;
pub mod files;
pub mod imports;
pub mod literal;
pub mod mutants;
pub mod province;
pub mod quantity;
pub mod random;
pub mod rulebook;
pub mod sizes;
pub mod thresholds;
pub mod tree;
pub mod variants;
