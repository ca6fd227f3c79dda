//! The lines of an explanation.

use super::Condition;
use crate::base::truth::Truth;

/// One line: a condition, or the heading of a group of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How deep it is indented.
    pub depth: u8,
    /// What is measured or asked, or the heading.
    pub subject: String,
    /// What is required; `None` on a heading.
    pub requirement: Option<String>,
    /// What the firm has; `None` on a heading and where it is unknown.
    pub own: Option<String>,
    /// Distance to the requirement.
    pub margin: Option<String>,
    /// Truth of what the line tells.
    pub truth: Truth,
    /// Why it is open.
    pub cause: Option<String>,
}

impl Line {
    /// Whether it is a heading.
    pub const fn is_heading(&self) -> bool {
        self.requirement.is_none()
    }
}

/// What was found of a condition, in words.
pub(crate) struct Found {
    /// What the firm has.
    pub(crate) own: Option<String>,
    /// Distance to the requirement.
    pub(crate) margin: Option<String>,
    /// Why it is open.
    pub(crate) cause: Option<String>,
}

/// Lines being written.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    depth: u8,
    lines: Vec<Line>,
}

impl Lines {
    /// A heading with what `inner` writes beneath it.
    pub(crate) fn group(&mut self, heading: String, truth: Truth, inner: impl FnOnce(&mut Self)) {
        self.push(heading, truth, None);
        self.depth = self.depth.saturating_add(1);
        inner(self);
        self.depth = self.depth.saturating_sub(1);
    }

    /// A condition and what was found.
    pub(crate) fn condition(&mut self, truth: Truth, condition: Condition, found: Found) {
        self.push(condition.subject, truth, Some(condition.requirement));
        if let Some(line) = self.lines.last_mut() {
            line.own = found.own;
            line.margin = found.margin;
            line.cause = found.cause;
        }
    }

    fn push(&mut self, subject: String, truth: Truth, requirement: Option<String>) {
        let depth = self.depth;
        self.lines.push(Line { depth, subject, requirement, own: None, margin: None, truth, cause: None });
    }

    pub(crate) fn finish(self) -> Vec<Line> {
        self.lines
    }
}
