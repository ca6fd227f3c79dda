//! 「规则说明」: rule packs as documents.

pub mod pack;
pub mod page;
pub mod previous;
pub mod words;
