//! 「企业」: the firms of one device, whose forms and past tests never mix.

pub mod current;
#[cfg(feature = "desk")]
pub mod firm;
#[cfg(feature = "desk")]
pub mod page;
#[cfg(feature = "desk")]
pub mod state;
#[cfg(feature = "desk")]
pub mod switch_button;
