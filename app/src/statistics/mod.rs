//! 「匿名计入本区统计」: a result counted, when a person wants it.

pub mod count;
pub mod endpoint;
pub mod offer;
pub mod preview;
pub mod preview_card;
pub mod sending;
pub mod step;
pub mod token;
pub mod words;
