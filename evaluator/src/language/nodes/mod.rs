//! Test nodes (docs/language.md §6): one file per kind, each with its check, its truth and its words.

mod all;
mod ambiguous;
mod any;
mod any_year;
mod at_least_n;
mod compare;
mod every_year;
mod explained;
mod holds;
mod includes_any;
mod not;
mod one_of;
mod rank_within;
mod review;
mod run;
mod score;
mod size_class;
mod threshold_by;
mod title;
mod waived_if;
mod walk;

pub use ambiguous::{Ambiguous, Reading};
pub use at_least_n::AtLeastN;
pub use compare::{Compare, Operator};
pub use every_year::Years;
pub use explained::{Cause, Detail, Explained};
pub use includes_any::IncludesAny;
pub use one_of::OneOf;
pub use rank_within::RankWithin;
pub(crate) use run::Run;
pub use size_class::AmongClasses;
pub use threshold_by::{Selector, ThresholdBy, TierRow};
pub use waived_if::WaivedIf;

use crate::{
    base::compact::compact,
    language::{
        checker::Checker,
        terms::FactIx,
        words::{Clause, Lines, Voice, Words},
    },
    written::NodeDoc,
};

/// A checked node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// All children.
    All(Vec<Node>),
    /// Any child.
    Any(Vec<Node>),
    /// The opposite.
    Not(Box<Node>),
    /// At least n children.
    AtLeastN(AtLeastN),
    /// A test with a waiver.
    WaivedIf(Box<WaivedIf>),
    /// A quantity against a literal.
    Compare(Compare),
    /// A fact answered 是.
    Holds(FactIx),
    /// A valid title.
    Title(FactIx),
    /// A choice among some.
    OneOf(OneOf),
    /// A set with one of some.
    IncludesAny(IncludesAny),
    /// A rank good enough.
    RankWithin(RankWithin),
    /// A size class among some.
    SizeClass(AmongClasses),
    /// What only people can decide, and the fact that says they did.
    Review(FactIx),
    /// A text that can be read in several ways.
    Ambiguous(Ambiguous),
    /// A test in each of the last periods.
    EveryYear(Years),
    /// A test in any of the last periods.
    AnyYear(Years),
    /// A test chosen by a tier.
    ThresholdBy(ThresholdBy),
    /// The score sheet reached.
    Score,
}

compact!(
    enum Node {
        All(inner),
        Any(inner),
        Not(inner),
        AtLeastN(inner),
        WaivedIf(inner),
        Compare(inner),
        Holds(inner),
        Title(inner),
        OneOf(inner),
        IncludesAny(inner),
        RankWithin(inner),
        SizeClass(inner),
        Review(inner),
        Ambiguous(inner),
        EveryYear(inner),
        AnyYear(inner),
        ThresholdBy(inner),
        Score,
    }
);

impl Node {
    pub(crate) fn check(doc: &NodeDoc, c: &mut Checker<'_>) -> Option<Self> {
        c.at(Self::key_of(doc), |c| match doc {
            NodeDoc::All(docs) => all::check(docs, c).map(Self::All),
            NodeDoc::Any(docs) => all::check(docs, c).map(Self::Any),
            NodeDoc::Not(doc) => Self::check(doc, c).map(|node| Self::Not(Box::new(node))),
            NodeDoc::AtLeastN(doc) => AtLeastN::check(doc, c).map(Self::AtLeastN),
            NodeDoc::WaivedIf(doc) => WaivedIf::check(doc, c).map(|node| Self::WaivedIf(Box::new(node))),
            NodeDoc::Compare(doc) => Compare::check(doc, c).map(Self::Compare),
            NodeDoc::Holds(fact) => holds::check(fact, c).map(Self::Holds),
            NodeDoc::Title(fact) => holds::check(fact, c).map(Self::Title),
            NodeDoc::OneOf(doc) => OneOf::check(doc, c).map(Self::OneOf),
            NodeDoc::IncludesAny(doc) => IncludesAny::check(doc, c).map(Self::IncludesAny),
            NodeDoc::RankWithin(doc) => RankWithin::check(doc, c).map(Self::RankWithin),
            NodeDoc::SizeClass(doc) => AmongClasses::check(doc, c).map(Self::SizeClass),
            NodeDoc::Review(doc) => {
                c.at("confirmed_by", |c| holds::check(&doc.confirmed_by, c)).map(Self::Review)
            }
            NodeDoc::Ambiguous(doc) => Ambiguous::check(doc, c).map(Self::Ambiguous),
            NodeDoc::EveryYear(doc) => Years::check(doc, c).map(Self::EveryYear),
            NodeDoc::AnyYear(doc) => Years::check(doc, c).map(Self::AnyYear),
            NodeDoc::ThresholdBy(doc) => ThresholdBy::check(doc, c).map(Self::ThresholdBy),
            NodeDoc::Score(_) => score::check(c).then_some(Self::Score),
        })
    }

    const fn key_of(doc: &NodeDoc) -> &'static str {
        match doc {
            NodeDoc::All(_) => "all",
            NodeDoc::Any(_) => "any",
            NodeDoc::Not(_) => "not",
            NodeDoc::AtLeastN(_) => "at_least_n",
            NodeDoc::WaivedIf(_) => "waived_if",
            NodeDoc::Compare(_) => "compare",
            NodeDoc::Holds(_) => "holds",
            NodeDoc::Title(_) => "title",
            NodeDoc::OneOf(_) => "one_of",
            NodeDoc::IncludesAny(_) => "includes_any",
            NodeDoc::RankWithin(_) => "rank_within",
            NodeDoc::SizeClass(_) => "size_class",
            NodeDoc::Review(_) => "review",
            NodeDoc::Ambiguous(_) => "ambiguous",
            NodeDoc::EveryYear(_) => "every_year",
            NodeDoc::AnyYear(_) => "any_year",
            NodeDoc::ThresholdBy(_) => "threshold_by",
            NodeDoc::Score(_) => "score",
        }
    }

    /// The node's truth and how it came about.
    pub(crate) fn eval<'p>(&'p self, run: &Run<'_, 'p>) -> Explained<'p> {
        match self {
            Self::All(nodes) => all::eval(self, nodes, run),
            Self::Any(nodes) => any::eval(self, nodes, run),
            Self::Not(node) => not::eval(self, node, run),
            Self::AtLeastN(node) => node.eval(self, run),
            Self::WaivedIf(node) => node.eval(self, run),
            Self::Compare(node) => node.eval(self, run),
            Self::Holds(fact) => holds::eval(self, *fact, run),
            Self::Title(fact) => title::eval(self, *fact, run),
            Self::OneOf(node) => node.eval(self, run),
            Self::IncludesAny(node) => node.eval(self, run),
            Self::RankWithin(node) => node.eval(self, run),
            Self::SizeClass(node) => node.eval(self, run),
            Self::Review(fact) => review::eval(self, *fact, run),
            Self::Ambiguous(node) => node.eval(self, run),
            Self::EveryYear(years) => every_year::eval(self, years, run),
            Self::AnyYear(years) => any_year::eval(self, years, run),
            Self::ThresholdBy(node) => node.eval(self, run),
            Self::Score => score::eval(self, run),
        }
    }

    /// What it requires, in words.
    pub fn describe(&self, words: &Words<'_>) -> Clause {
        match self {
            Self::All(nodes) => all::describe(nodes, words),
            Self::Any(nodes) => any::describe(nodes, words),
            Self::Not(node) => not::describe(node, words),
            Self::AtLeastN(node) => node.describe(words),
            Self::WaivedIf(node) => waived_if::describe(node, words),
            Self::Compare(node) => Clause::Condition(node.condition(words)),
            Self::Holds(fact) => Clause::Condition(holds::condition(*fact, true, words)),
            Self::Title(fact) => Clause::Condition(title::condition(*fact, words)),
            Self::OneOf(node) => Clause::Condition(node.condition(words)),
            Self::IncludesAny(node) => Clause::Condition(node.condition(words)),
            Self::RankWithin(node) => Clause::Condition(node.condition(words)),
            Self::SizeClass(node) => Clause::Condition(node.condition(words)),
            Self::Review(fact) => Clause::Condition(review::condition(*fact, words)),
            Self::Ambiguous(node) => node.describe(words),
            Self::EveryYear(years) => every_year::describe(years, words),
            Self::AnyYear(years) => any_year::describe(years, words),
            Self::ThresholdBy(node) => node.describe(words),
            Self::Score => score::describe(words),
        }
    }

    /// What it requires, in words; the members of `all` stand side by side.
    pub fn describe_each(&self, words: &Words<'_>) -> Vec<Clause> {
        match self {
            Self::All(nodes) => all::clauses(nodes, words),
            node => vec![node.describe(words)],
        }
    }

    /// Writes what was required, what was found and what follows.
    pub(crate) fn explain(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        match explained.node {
            Self::All(_) => all::explain(explained, voice, lines),
            Self::Any(_) => any::explain(explained, voice, lines),
            Self::Not(node) => not::explain(node, explained, voice, lines),
            Self::AtLeastN(node) => node.explain(explained, voice, lines),
            Self::WaivedIf(_) => waived_if::explain(explained, voice, lines),
            Self::Compare(node) => node.explain(explained, voice, lines),
            Self::Holds(fact) => holds::explain(*fact, true, explained, voice, lines),
            Self::Title(fact) => title::explain(*fact, explained, voice, lines),
            Self::OneOf(node) => node.explain(explained, voice, lines),
            Self::IncludesAny(node) => node.explain(explained, voice, lines),
            Self::RankWithin(node) => node.explain(explained, voice, lines),
            Self::SizeClass(node) => node.explain(explained, voice, lines),
            Self::Review(fact) => review::explain(*fact, explained, voice, lines),
            Self::Ambiguous(node) => node.explain(explained, voice, lines),
            Self::EveryYear(_) => every_year::explain(explained, voice, lines),
            Self::AnyYear(years) => any_year::explain(years, explained, voice, lines),
            Self::ThresholdBy(node) => node.explain(explained, voice, lines),
            Self::Score => score::explain(voice, lines),
        }
    }
}
