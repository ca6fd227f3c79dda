//! The checked vocabulary: facts by index, sections, cities and industries.

mod areas;
mod check;
mod derivation;
mod fact_ix;
mod gate;
mod industries;
mod tables;
mod term;
mod vocabulary;

pub use areas::{Areas, City, Coded, Merged, Zone};
pub(crate) use check::check_terms;
pub use derivation::Derivation;
pub use fact_ix::FactIx;
pub use gate::Gate;
pub use industries::{Industries, IndustrySection};
pub(crate) use tables::check_tables;
pub use term::Term;
pub use vocabulary::{Section, Terms};
