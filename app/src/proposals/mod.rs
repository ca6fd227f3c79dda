//! Proposed answers beside what is filled in; nothing enters the form before a person ticked it and said so.

pub mod choice;
pub mod row;
pub mod words;
