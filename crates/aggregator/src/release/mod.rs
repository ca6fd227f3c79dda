//! From waiting counts to tables that anyone may see.
//!
//! Once a week [`job`] turns each batch that is large enough into one increment: exact counts plus
//! [`noise`], linked to the increment before by [`chain`]. [`history`] sums increments into the
//! tables that readers get; [`shown`] decides how much of a table its counts allow.

pub mod chain;
pub mod epsilon;
pub mod history;
pub mod job;
pub mod noise;
pub mod rules;
pub mod sheet;
pub mod shown;
