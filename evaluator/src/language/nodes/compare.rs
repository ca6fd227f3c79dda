//! `compare`: a quantity against a literal.

use super::{Detail, Explained, Input, Node, Parts, Place, Run, Threshold, Voice, Words, kind::Kind};
use crate::{
    base::{
        compact::compact,
        number::{Bound, Literal, Operator, Unit},
        truth::Truth,
    },
    language::{
        checker::Checker,
        diagnostics::Code,
        quantities::{Quantity, check_literal},
        words::{Clause, Condition, Found, Lines, margin, requirement, shown},
    },
    written::CompareDoc,
};

/// A quantity compared with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// What is measured.
    pub quantity: Quantity,
    /// How it is compared.
    pub operator: Operator,
    /// The value it is compared with.
    pub literal: Literal,
    /// The source's wording of the boundary.
    pub phrase: String,
}

compact!(struct Compare { quantity, operator, literal, phrase });

impl Kind for Compare {
    type Doc = CompareDoc;
    const KEY: &'static str = "compare";

    fn check(doc: &CompareDoc, c: &mut Checker<'_>) -> Option<Self> {
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
        c.phrase(&doc.phrase, operator.key());
        let quantity = quantity?;
        let literal = c.at(operator.key(), |c| check_bound(text, operator, &quantity, c))?;
        Some(Self { quantity, operator, literal, phrase: doc.phrase.clone() })
    }

    fn parts(&self) -> Parts<'_> {
        let place = Place::of(Self::KEY).field(self.operator.key());
        let threshold = Threshold { literal: self.literal, place };
        Parts::leaf(Input::Quantity(&self.quantity, vec![threshold]))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let measured = self.quantity.measure(&run.answers);
        let truth = measured.map_or(Truth::Undetermined, |value| self.bound().judge(value));
        Explained::new(node, run, truth, measured.err(), Detail::Measured(measured))
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        let subject = self.quantity.subject(words);
        Clause::Condition(Condition { subject, requirement: requirement(self.bound(), words.lang) })
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let (bound, lang) = (self.bound(), voice.words.lang);
        let subject = voice.with_years(&self.quantity, explained.years_ago);
        let condition = Condition { subject, requirement: requirement(bound, lang) };
        let measured = explained.measured();
        let found = Found {
            own: measured.map(|value| shown(value, bound, lang)),
            margin: measured.map(|value| margin(value, bound, lang)),
            cause: voice.cause(explained),
        };
        lines.condition(explained.truth, condition, found);
    }
}

impl Compare {
    /// What the quantity is compared with.
    pub const fn bound(&self) -> Bound {
        Bound { operator: self.operator, literal: self.literal }
    }
}

/// The literal, which must be of the quantity's unit and divide the values that it can have.
fn check_bound(text: &str, operator: Operator, quantity: &Quantity, c: &mut Checker<'_>) -> Option<Literal> {
    let literal = check_literal(text, quantity.unit(), c)?;
    if literal.unit() == Unit::Percent && literal.num().saturating_add(literal.den()) < 0 {
        return c.fail(Code::Implausible, ("百分比不能低于 -100%", "a share cannot be below -100%"));
    }
    if let Some((least, most)) = quantity.bounds(c.terms())
        && operator.accepts(least.cmp(&literal.micros())) == operator.accepts(most.cmp(&literal.micros()))
    {
        let sentence = ("这个数怎样填，结果都一样", "whatever is answered, the condition comes to the same");
        return c.fail(Code::Constant, sentence);
    }
    Some(literal)
}
