//! `compare`: a quantity against a literal.

use super::{Detail, Explained, Node, Run};
use crate::{
    base::{
        compact::compact,
        number::{Literal, Magnitude, Unit},
        truth::Truth,
    },
    language::{
        checker::Checker,
        diagnostics::Code,
        quantities::{Quantity, check_literal},
        words::{Condition, Lines, Voice, Words, margin, requirement, shown},
    },
    written::CompareDoc,
};
use std::cmp::Ordering;

/// A comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// What is measured.
    pub quantity: Quantity,
    /// How.
    pub operator: Operator,
    /// With what.
    pub literal: Literal,
    /// The source's wording of the boundary.
    pub phrase: String,
}

compact!(struct Compare { quantity, operator, literal, phrase });

/// The four comparisons of policy texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
    /// <
    LessThan,
}

compact!(
    enum Operator {
        AtLeast,
        MoreThan,
        AtMost,
        LessThan,
    }
);

impl Operator {
    /// Whether an order of own figure to threshold satisfies it.
    pub fn accepts(self, order: Ordering) -> bool {
        match self {
            Self::AtLeast => order != Ordering::Less,
            Self::MoreThan => order == Ordering::Greater,
            Self::AtMost => order != Ordering::Greater,
            Self::LessThan => order == Ordering::Less,
        }
    }

    /// Its sign.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::MoreThan => ">",
            Self::AtMost => "≤",
            Self::LessThan => "<",
        }
    }

    /// Its key in a pack.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
        }
    }

    /// Whether more is better.
    pub const fn wants_more(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }
}

impl Compare {
    pub(super) fn check(doc: &CompareDoc, c: &mut Checker<'_>) -> Option<Self> {
        let quantity = c.at("quantity", |c| Quantity::check(&doc.quantity, c));
        let bounds = [
            (Operator::AtLeast, &doc.at_least),
            (Operator::MoreThan, &doc.more_than),
            (Operator::AtMost, &doc.at_most),
            (Operator::LessThan, &doc.less_than),
        ];
        let mut given = bounds.into_iter().filter_map(|(operator, text)| Some((operator, text.as_ref()?)));
        let (Some((operator, text)), None) = (given.next(), given.next()) else {
            return c.fail(Code::Malformed, "比较应恰好写一个：at_least、more_than、at_most 或 less_than");
        };
        let key = operator.key();
        c.phrase(&doc.phrase, key);
        let quantity = quantity?;
        let literal = c.at(key, |c| check_literal(text, quantity.unit(), c))?;
        if literal.unit() == Unit::Percent && literal.num().saturating_add(literal.den()) < 0 {
            return c.at(key, |c| c.fail(Code::Implausible, "百分比不能低于 -100%"));
        }
        if let Some((least, most)) = quantity.bounds(c.terms())
            && operator.accepts(least.cmp(&literal.micros())) == operator.accepts(most.cmp(&literal.micros()))
        {
            return c.at(key, |c| c.fail(Code::Constant, "这个数怎样填，结果都一样"));
        }
        Some(Self { quantity, operator, literal, phrase: doc.phrase.clone() })
    }

    pub(super) fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let measured = self.quantity.measure(run);
        let truth = measured.map_or(Truth::Undetermined, |value| self.judge(value));
        Explained::new(node, run, truth, measured.err(), Detail::Measured(measured))
    }

    /// Truth for a known value.
    pub fn judge(&self, value: Magnitude) -> Truth {
        Truth::settled(self.operator.accepts(value.compare(self.literal)))
    }

    pub(super) fn condition(&self, words: &Words<'_>) -> Condition {
        let requirement = requirement(self, words.lang);
        Condition { subject: words.subject(&self.quantity), requirement }
    }

    pub(super) fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let (words, measured) = (&voice.words, explained.measured());
        let subject = voice.with_years(self.quantity.name(words), &self.quantity, explained.years_ago);
        let condition = Condition { subject, ..self.condition(words) };
        let own = measured.map(|value| shown(value, self, words.lang));
        let margin = measured.map(|value| margin(value, self, words.lang));
        lines.condition(explained, condition, own, margin, voice);
    }
}
