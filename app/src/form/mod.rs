//! 「填写」: the form.

pub mod derived;
pub mod doubted;
pub mod guidance;
pub mod page;
pub mod questions;
pub mod section;
pub mod standing_line;
