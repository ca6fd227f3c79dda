//! What every page has around it.

pub mod footer;
pub mod frame;
pub mod header;
pub mod heading;
#[cfg(feature = "desk")]
pub mod lost;
#[cfg(feature = "desk")]
pub mod open_button;
pub mod titles;
