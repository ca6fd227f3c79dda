//! 「差距与路径」: what would have to change, and trying it out.

pub mod change;
pub mod coming;
pub mod findings;
pub mod gap;
pub mod ground;
pub mod handle;
pub mod ladder;
pub mod later;
pub mod level;
pub mod levers;
pub mod outlook;
pub mod page;
pub mod part;
pub mod plan;
pub mod route;
pub mod scale;
pub mod sheet;
pub mod slack;
pub mod standing;
pub mod tools;
pub mod trial;
pub mod tryout;
pub mod words;
