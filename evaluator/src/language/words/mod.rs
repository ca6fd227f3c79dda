//! Explanations in words: what was required, what the firm has, by how much, and why it is open.
//!
//! Text is made only when somebody reads it. The words of each node stand in the node's own file;
//! here are the lines they are written into and the numbers as people read them.

mod cause;
mod clause;
mod lines;
mod names;
mod number;
mod policy;
mod voice;

pub use clause::{Clause, Condition};
pub use lines::Line;
pub(crate) use lines::Lines;
pub use names::Words;
pub(crate) use number::{margin, requirement, shown};
pub use voice::Voice;

use crate::{
    base::text::Lang,
    language::{
        assessment::{Assessment, Judged, Reasons},
        nodes::Node,
    },
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
