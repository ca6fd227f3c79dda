//! Messages between page 批量摸底 and the worker that holds its list.
//!
//! The page sends an [`Ask`], the worker an [`Answer`], both as JSON; the bytes of a file go beside the text.
//! Days, kinds, languages, sentences and truths are the evaluator's own types, which this crate does not know:
//! both ends fill them in as type parameters.

mod answer;
mod ask;

pub use answer::{
    Answer, Comparison, Counts, Detail, DetailLevel, Figure, LevelCount, Line, LineLevel, Reached,
    StatedFigure, Statement, Summary, Trial, Tried,
};
pub use ask::{Against, Ask, Filter, Move, Settings, Wanted};
