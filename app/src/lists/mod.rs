//! 「批量摸底」: a list of firms, read and judged by a worker.

pub mod charts;
pub mod choose;
pub mod compare;
pub mod detail;
pub mod filters;
pub mod messages;
pub mod moves;
pub mod outcome;
pub mod page;
pub mod part;
pub mod progress;
pub mod session;
pub mod state;
pub mod table;
pub mod trial;
pub mod trying;
pub mod typing;
pub mod words;
