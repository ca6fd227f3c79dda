//! Checked rule packs 「规则包」. A [`Pack`] can only come from [`crate::Rulebook`], after every check.

mod check;
mod criterion;
mod in_force;
mod inherit;
mod pack;
mod parts;
mod usage;
mod validity;

pub(crate) use check::{Shelf, check_packs, check_whole, whole};
pub use in_force::InForce;
pub use pack::Pack;
pub use parts::{Body, Chapters, Criterion};
