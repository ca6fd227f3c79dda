//! The lines of an explanation.

use super::{Condition, Voice};
use crate::{base::truth::Truth, language::nodes::Explained};

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
    /// Its truth.
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

/// Lines being written.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    depth: u8,
    lines: Vec<Line>,
}

impl Lines {
    /// A heading with what `inner` writes beneath it.
    pub(crate) fn group(
        &mut self,
        heading: String,
        explained: &Explained<'_>,
        inner: impl FnOnce(&mut Self),
    ) {
        self.push(heading, explained.truth, None);
        self.depth = self.depth.saturating_add(1);
        inner(self);
        self.depth = self.depth.saturating_sub(1);
    }

    /// A condition.
    pub(crate) fn condition(
        &mut self,
        explained: &Explained<'_>,
        condition: Condition,
        own: Option<String>,
        margin: Option<String>,
        voice: &Voice<'_>,
    ) {
        self.push(condition.subject, explained.truth, Some(condition.requirement));
        if let Some(line) = self.lines.last_mut() {
            line.own = own;
            line.margin = margin;
            line.cause = explained.cause.map(|cause| voice.cause(cause));
        }
    }

    /// A condition on points.
    pub(crate) fn scored(&mut self, truth: Truth, condition: Condition, own: String) {
        self.push(condition.subject, truth, Some(condition.requirement));
        if let Some(line) = self.lines.last_mut() {
            line.own = Some(own);
        }
    }

    fn push(&mut self, subject: String, truth: Truth, requirement: Option<String>) {
        let depth = self.depth;
        self.lines.push(Line { depth, subject, requirement, own: None, margin: None, truth, cause: None });
    }

    pub(super) fn finish(self) -> Vec<Line> {
        self.lines
    }
}
