//! What people read: names, numbers, conditions and the lines of an explanation.
//!
//! Text is made only when somebody reads it. The words of a node kind stand in the kind's own file; here is
//! what they are written with.

mod cause;
mod clause;
mod lines;
mod names;
mod number;
mod policy;
mod shared;

pub use clause::{Clause, Condition};
pub use lines::Line;
pub(crate) use lines::{Found, Lines};
pub use names::Names;
pub(crate) use number::{margin, requirement, shown};
pub use shared::{confidence, verdict, warning};
