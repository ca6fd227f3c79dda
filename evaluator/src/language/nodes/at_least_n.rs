//! `at_least_n`: a number of the children.

use super::{
    Child, Explained, Join, Node, Parts, Place, Run, Voice, Words,
    kind::Kind,
    several::{check_several, clauses, explain_beside},
};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        checker::Checker,
        diagnostics::Code,
        words::{Clause, Lines},
    },
    written::AtLeastNDoc,
};

/// Nodes of which a number must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtLeastN {
    /// How many must hold, from 1 to all of them.
    pub n: usize,
    /// Nodes that are counted.
    pub of: Vec<Node>,
}

compact!(struct AtLeastN { n, of });

impl Kind for AtLeastN {
    type Doc = AtLeastNDoc;
    const KEY: &'static str = "at_least_n";

    fn check(doc: &AtLeastNDoc, c: &mut Checker<'_>) -> Option<Self> {
        let of = c.at("of", |c| check_several(&doc.of, c))?;
        let n = usize::from(doc.n);
        if !(1..=of.len()).contains(&n) {
            return c.at("n", |c| c.fail(Code::Constant, "n 应在 1 和子条件个数之间"));
        }
        Some(Self { n, of })
    }

    fn parts(&self) -> Parts<'_> {
        Parts::joined(Join::Several(self.n), Child::each(Place::of(Self::KEY).field("of"), &self.of))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
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

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::group(self.heading(words), clauses(&self.of, words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let heading = self.heading(&voice.words);
        lines.group(heading, explained.truth, |lines| explain_beside(explained, voice, lines));
    }
}

impl AtLeastN {
    fn heading(&self, words: &Words<'_>) -> String {
        let n = self.n;
        words.either(|| format!("以下至少 {n} 项"), || format!("At least {n} of the following"))
    }
}
