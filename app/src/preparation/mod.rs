//! 「准备清单」: the steps to an application.

pub mod link;
pub mod list;
pub mod page;
pub mod reach;
pub mod words;
