//! What every kind of node does.

use super::{Explained, Node, Parts, Run, Voice, Words};
use crate::language::{
    checker::Checker,
    words::{Clause, Lines},
};

/// A kind of node. Each kind implements it in its own file; [`Node`] passes every call on.
pub(super) trait Kind: Sized {
    /// The kind as rule files write it.
    type Doc: ?Sized;

    /// Key of the kind in rule files.
    const KEY: &'static str;

    /// The checked node; `None` after reporting what is wrong with the document.
    fn check(doc: &Self::Doc, c: &mut Checker<'_>) -> Option<Self>;

    /// What it consists of.
    fn parts(&self) -> Parts<'_>;

    /// Its truth with the reasons. `node` is the kind itself, wrapped.
    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p>;

    /// What it requires, in words.
    fn describe(&self, words: &Words<'_>) -> Clause;

    /// Writes what was required, what was found and what follows.
    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines);
}
