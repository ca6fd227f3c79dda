//! Exact values that everything else is written in: numbers, dates, truth, texts, answers, their bytes.

pub mod application_kind;
pub mod citation;
pub(crate) mod compact;
pub mod date;
pub(crate) mod entries;
pub mod fact_kind;
pub mod number;
pub(crate) mod region;
pub mod round;
pub mod route_role;
pub mod span;
pub mod text;
pub mod truth;
pub mod value;
