//! Exact values that everything else is written in: numbers, dates, truth, texts, answers, their bytes.

pub(crate) mod compact;
pub(crate) mod date;
pub(crate) mod entries;
pub mod number;
pub(crate) mod region;
pub(crate) mod text;
pub(crate) mod truth;
pub(crate) mod value;
