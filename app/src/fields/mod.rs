//! The questions of the form: one file for each kind of answer.

mod area;
pub mod choice;
pub mod city;
mod date;
pub mod district;
mod elsewhere;
pub mod field;
pub mod frame;
pub mod industry;
pub mod number;
mod place;
pub mod props;
pub mod radios;
pub mod rank;
pub mod set;
pub mod text;
pub mod typed;
pub mod words;
pub mod yes_no;
