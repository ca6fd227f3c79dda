//! Rulebooks without the texts that a program does not show.

mod explanations;
pub(crate) mod words;
