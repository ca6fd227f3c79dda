//! 「企业」: the firms of one device, whose forms and past tests never mix.

pub mod current;
pub mod firm;
pub mod page;
pub mod state;
pub mod switch_button;
pub mod words;
