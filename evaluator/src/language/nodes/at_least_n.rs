//! `at_least_n`: so many of the children.

use super::{Explained, Node, Run, all};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        checker::Checker,
        diagnostics::Code,
        words::{Clause, Lines, Voice, Words},
    },
    written::AtLeastNDoc,
};

/// At least n of some nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtLeastN {
    /// How many, from 1 to all of them.
    pub n: usize,
    /// Of which.
    pub of: Vec<Node>,
}

compact!(struct AtLeastN { n, of });

impl AtLeastN {
    pub(super) fn check(doc: &AtLeastNDoc, c: &mut Checker<'_>) -> Option<Self> {
        let of = c.at("of", |c| all::check(&doc.of, c))?;
        let n = usize::from(doc.n);
        if !(1..=of.len()).contains(&n) {
            return c.at("n", |c| c.fail(Code::Constant, "n 应在 1 和子条件个数之间"));
        }
        Some(Self { n, of })
    }

    pub(super) fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let children: Vec<_> = self.of.iter().map(|node| node.eval(run)).collect();
        let count = |least: Truth| children.iter().filter(|child| child.truth >= least).count();
        let truth = if count(Truth::Met) >= self.n {
            Truth::Met
        } else if count(Truth::Undetermined) >= self.n {
            Truth::Undetermined
        } else {
            Truth::Unmet
        };
        Explained::of_children(node, run, truth, children)
    }

    fn heading(&self, words: &Words<'_>) -> String {
        let n = self.n;
        words.either(|| format!("以下至少 {n} 项"), || format!("At least {n} of the following"))
    }

    pub(super) fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::group(self.heading(words), all::clauses(&self.of, words))
    }

    pub(super) fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let heading = self.heading(&voice.words);
        lines.group(heading, explained, |lines| all::explain_beside(explained, voice, lines));
    }
}
