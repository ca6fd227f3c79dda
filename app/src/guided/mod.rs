//! 「引导模式」: the form question by question, in the order of the guide, until every level is settled.

pub mod ask;
pub mod gate;
pub mod page;
pub mod part;
pub mod step;
pub mod words;
