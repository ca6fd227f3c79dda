//! What every page has around it.

pub mod footer;
pub mod frame;
pub mod header;
pub mod heading;
pub mod look;
pub mod lost;
pub mod notice;
pub mod table;
pub mod titles;
pub mod words;
