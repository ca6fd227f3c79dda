//! 「结果」: what the engine explains, shown. Nothing here decides.

pub mod case;
pub mod chapter;
pub mod citation;
pub mod criterion;
pub mod doubts;
pub mod edit;
pub mod evidence;
pub mod levels;
pub mod marks;
pub mod missing;
pub mod narrowed;
pub mod otherwise;
pub mod otherwise_table;
pub mod page;
pub mod part;
pub mod passed;
pub mod plain;
pub mod plan;
pub mod purpose;
pub mod renewal;
pub mod review;
pub mod scope_line;
pub mod score;
pub mod tools;
pub mod whole;
pub mod words;
