//! Explanations in words: what was required, what the firm has, by how much, and why it is open.
//!
//! Text is made only when somebody reads it. The words of each node stand in the node's own file;
//! here are the lines they are written into and the numbers as people read them.

mod advice;
mod cause;
mod clause;
mod lines;
mod number;
mod policy;
mod voice;
mod words;

pub use advice::{AdviceWords, ChangeWords, closed_years};
pub use clause::{Clause, Condition};
pub use lines::Line;
pub(crate) use lines::Lines;
pub(crate) use number::{margin, requirement, shown};
pub use voice::Voice;
pub use words::Words;

use crate::{
    assessment::{Assessment, Judged, Reasons},
    node::Node,
    text::Lang,
};

impl Assessment<'_, '_> {
    /// The reasons of one criterion as lines for a reader; its children explain themselves.
    pub fn explain(&self, judged: &Judged<'_>, lang: Lang) -> Vec<Line> {
        let voice = Voice::new(self, lang);
        let mut lines = Lines::default();
        if let Reasons::Test(explained) = &judged.reasons {
            Node::explain(explained, &voice, &mut lines);
        }
        lines.finish()
    }
}
