//! Page 批量摸底 without the browser: what it knows of a list that its worker holds.

mod filter;
mod found;
mod state;

pub use filter::{Filter, Wanted};
pub use found::{Count, Detail, Line, Short, Summary, Whole, truth};
pub use state::{Busy, Phase, Say, State, WINDOW, seconds_left};
