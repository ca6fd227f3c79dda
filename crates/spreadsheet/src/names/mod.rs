//! Names and former names of places and industries, and the codes that they stand for.
//!
//! Places are those of `zjtx-places`, industries the groups and classes of GB/T 4754-2017 with names of the
//! edition of 2011: `rules/tables/industry-names.json`.

mod industries;
mod places;

pub(crate) use industries::industry;
pub(crate) use places::{city_of, place};
