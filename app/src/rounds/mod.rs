//! 「申报批次」: rounds of application and their days.

pub mod page;
pub mod words;
