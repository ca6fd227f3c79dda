//! The files of a rulebook exactly as written (docs/language.md §3): unknown fields are refused,
//! nothing is checked yet. [`crate::Rulebook`] turns these into types that cannot be wrong.

mod among;
mod catalog;
mod node;
mod pack;
mod quantity;
mod rounds;
mod rulebook;
#[cfg(feature = "schema")]
pub mod schema;
mod score;
mod size;
mod source;
mod tables;
mod terms;

pub use among::*;
pub use catalog::*;
pub use node::*;
pub use pack::*;
pub use quantity::*;
pub use rounds::*;
pub use rulebook::*;
pub use score::*;
pub use size::*;
pub use source::*;
pub use tables::*;
pub use terms::*;
