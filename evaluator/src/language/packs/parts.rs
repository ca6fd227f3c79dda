//! Chapters and criteria of a pack.

use crate::{
    base::{
        application_kind::ApplicationKind,
        citation::{Cite, Confidence},
        compact::compact,
        date::Date,
        route_role::RouteRole,
        span::Span,
        text::Text,
    },
    language::nodes::Node,
};

/// The fixed chapters of a pack (docs/language.md §5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapters {
    /// 「前置资质」
    pub prerequisites: Vec<Criterion>,
    /// 「否决性条件」
    pub vetoes: Vec<Criterion>,
    /// 「必备条件」
    pub gates: Vec<Criterion>,
    /// 「认定路径」: one criterion of which any child must hold.
    pub routes: Option<Criterion>,
    /// 「自述事项」: shown, never counted.
    pub declarations: Vec<Criterion>,
}

compact!(struct Chapters { prerequisites, vetoes, gates, routes, declarations });

/// A checked criterion 「条件」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Rule id of the policy sheet.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Where it is written; a child's is its parent's where it has none.
    pub cite: Cite,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// What is uncertain and how it was decided.
    pub note: Option<Text>,
    /// Kinds of application it is examined for.
    pub applies_to: Vec<ApplicationKind>,
    /// Days on which it is examined; `None` means all.
    pub in_force: Option<Span>,
    /// Whether the firm alone says so.
    pub self_declared: bool,
    /// What a route is.
    pub role: Option<RouteRole>,
    /// What decides it.
    pub body: Body,
}

compact!(struct Criterion { id, title, cite, confidence, note, applies_to, in_force, self_declared, role, body });

/// What decides a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A node, and the node that stands in for it in a renewal.
    Test {
        /// For a first application, and a renewal without its own.
        test: Node,
        /// For a renewal.
        renewal: Option<Node>,
    },
    /// Criteria that must all hold.
    AllOf(Vec<Criterion>),
    /// Criteria of which one must hold.
    AnyOf(Vec<Criterion>),
}

compact!(enum Body { Test { test, renewal }, AllOf(inner), AnyOf(inner) });

impl Criterion {
    /// Whether it is examined for a kind of application on a day.
    pub fn applies(&self, kind: ApplicationKind, day: Date) -> bool {
        self.applies_to.contains(&kind) && self.in_force.is_none_or(|span| span.contains(day))
    }

    /// Criteria beneath it.
    pub fn children(&self) -> &[Self] {
        match &self.body {
            Body::Test { .. } => &[],
            Body::AllOf(criteria) | Body::AnyOf(criteria) => criteria,
        }
    }

    /// Itself and everything beneath it.
    pub(crate) fn collect<'c>(&'c self, all: &mut Vec<&'c Self>) {
        all.push(self);
        self.children().iter().for_each(|child| child.collect(all));
    }
}
