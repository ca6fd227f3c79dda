//! Test nodes (docs/language.md §6): one file a kind, with its check, its parts, its truth and its words.

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
mod kind;
mod not;
mod one_of;
mod parts;
mod rank_within;
mod review;
mod run;
mod score;
mod several;
mod size_class;
mod threshold_by;
mod title;
mod voice;
mod waived_if;
mod words;
mod years;

pub use all::All;
pub use ambiguous::{Ambiguous, Reading};
pub use any::Any;
pub use any_year::AnyYear;
pub use at_least_n::AtLeastN;
pub use compare::Compare;
pub use every_year::EveryYear;
pub use explained::{Detail, Explained};
pub use holds::Holds;
pub use includes_any::IncludesAny;
pub use not::Not;
pub use one_of::OneOf;
pub use parts::{Child, Input, Join, Parts, Place, Threshold};
pub use rank_within::RankWithin;
pub use review::Review;
pub(crate) use run::Run;
pub use score::Score;
pub use size_class::AmongClasses;
pub use threshold_by::{Selector, ThresholdBy, TierRow};
pub use title::Title;
pub(crate) use voice::Voice;
pub use waived_if::WaivedIf;
pub use words::Words;
pub use years::Years;

use super::{
    checker::Checker,
    words::{Clause, Lines},
};
use crate::{base::compact::compact, written::NodeDoc};
use kind::Kind;

/// Makes [`Node`] of the list of kinds, and passes every call on to the kind.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident($kind:ident)),* $(,)?) => {
        /// A checked node.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Node {
            $($(#[$doc])* $variant($kind)),*
        }

        compact!(enum Node { $($variant(inner)),* });

        impl Node {
            pub(crate) fn check(doc: &NodeDoc, c: &mut Checker<'_>) -> Option<Self> {
                match doc {
                    $(NodeDoc::$variant(doc) => c.at($kind::KEY, |c| $kind::check(doc, c)).map(Self::$variant)),*
                }
            }

            /// What it consists of.
            pub fn parts(&self) -> Parts<'_> {
                match self {
                    $(Self::$variant(kind) => kind.parts()),*
                }
            }

            /// Its truth and how it came about.
            pub(crate) fn eval<'p>(&'p self, run: &Run<'_, 'p>) -> Explained<'p> {
                match self {
                    $(Self::$variant(kind) => kind.eval(self, run)),*
                }
            }

            /// What it requires, in words.
            pub fn describe(&self, words: &Words<'_>) -> Clause {
                match self {
                    $(Self::$variant(kind) => kind.describe(words)),*
                }
            }

            /// Writes what was required, what was found and what follows.
            pub(crate) fn explain(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
                match explained.node {
                    $(Self::$variant(kind) => kind.explain(explained, voice, lines)),*
                }
            }
        }
    };
}

kinds! {
    /// Met when every child is.
    All(All),
    /// Met when one child is.
    Any(Any),
    /// Met when its child is not.
    Not(Not),
    /// At least n children.
    AtLeastN(AtLeastN),
    /// A test with a waiver.
    WaivedIf(WaivedIf),
    /// A quantity against a literal.
    Compare(Compare),
    /// A fact answered 是.
    Holds(Holds),
    /// A valid title.
    Title(Title),
    /// A choice among some.
    OneOf(OneOf),
    /// A set with one of some.
    IncludesAny(IncludesAny),
    /// A rank good enough.
    RankWithin(RankWithin),
    /// A size class among some.
    SizeClass(AmongClasses),
    /// What only people can decide, and the fact that says they did.
    Review(Review),
    /// A text that can be read in several ways.
    Ambiguous(Ambiguous),
    /// A test in each of the last periods.
    EveryYear(EveryYear),
    /// A test in any of the last periods.
    AnyYear(AnyYear),
    /// A test chosen by a tier.
    ThresholdBy(ThresholdBy),
    /// The score sheet reached.
    Score(Score),
}

impl Node {
    /// What it requires, in words; the members of `all` stand side by side.
    pub fn describe_each(&self, words: &Words<'_>) -> Vec<Clause> {
        match self {
            Self::All(all) => several::clauses(&all.0, words),
            node => vec![node.describe(words)],
        }
    }
}
