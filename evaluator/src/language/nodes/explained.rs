//! The explanation tree: the answer and its reasons are one value.

use super::{Node, Run};
use crate::{
    base::{number::Magnitude, truth::Truth},
    language::{cause::Cause, quantities::Measured},
};

/// A node with its truth and how it came about. Borrows from the pack; holds no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained<'p> {
    /// Node that was evaluated.
    pub node: &'p Node,
    /// Truth of the node.
    pub truth: Truth,
    /// Why it is undetermined; `None` when it is settled.
    pub cause: Option<Cause>,
    /// The period it was read in, counted back from the current one.
    pub years_ago: u8,
    /// How it came about.
    pub detail: Detail<'p>,
}

/// How a truth came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail<'p> {
    /// From an answer.
    Leaf,
    /// From a measured quantity.
    Measured(Measured),
    /// From children, in the order of the pack or from the newest period to the oldest.
    Children(Vec<Explained<'p>>),
    /// From some of the node's rows or readings, each with its position.
    Rows(Vec<(usize, Explained<'p>)>),
}

impl<'p> Explained<'p> {
    pub(crate) fn leaf(node: &'p Node, run: &Run<'_, 'p>, truth: Truth, open: Cause) -> Self {
        Self::new(node, run, truth, Some(open), Detail::Leaf)
    }

    /// A composite: its cause is that of its first undetermined child.
    pub(crate) fn of_children(node: &'p Node, run: &Run<'_, 'p>, truth: Truth, children: Vec<Self>) -> Self {
        let cause = first_cause(&children);
        Self::new(node, run, truth, cause, Detail::Children(children))
    }

    pub(crate) fn new(
        node: &'p Node,
        run: &Run<'_, 'p>,
        truth: Truth,
        open: Option<Cause>,
        detail: Detail<'p>,
    ) -> Self {
        let cause = if truth == Truth::Undetermined { open } else { None };
        Self { node, truth, cause, years_ago: run.answers.years_ago, detail }
    }

    /// The nodes beneath, whatever they are.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        let (plain, rows) = match &self.detail {
            Detail::Children(children) => (children.as_slice(), [].as_slice()),
            Detail::Rows(rows) => ([].as_slice(), rows.as_slice()),
            Detail::Leaf | Detail::Measured(_) => ([].as_slice(), [].as_slice()),
        };
        plain.iter().chain(rows.iter().map(|(_, row)| row))
    }

    /// Whether a waiver decided it (docs/language.md §6, `waived_if`).
    pub fn is_waived(&self) -> bool {
        matches!(self.node, Node::WaivedIf(_))
            && self.truth == Truth::Met
            && self.children().next().is_some_and(|test| test.truth != Truth::Met)
    }

    /// The measured value, where it is known.
    pub fn measured(&self) -> Option<Magnitude> {
        if let Detail::Measured(Ok(magnitude)) = &self.detail { Some(*magnitude) } else { None }
    }
}

/// The cause of the first undetermined child.
pub(crate) fn first_cause<'e, 'p: 'e>(
    children: impl IntoIterator<Item = &'e Explained<'p>>,
) -> Option<Cause> {
    children.into_iter().find_map(|child| child.cause)
}
