//! 「填写」: the form.

pub mod derived;
pub mod doubted;
pub mod guidance;
pub mod page;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod province;
pub mod questions;
pub mod section;
pub mod sizing;
pub mod standing_line;
pub mod words;
