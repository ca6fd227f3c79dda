//! One fact of the vocabulary.

use super::{Derivation, FactIx, derivation};
use crate::{
    base::{
        compact::compact,
        fact_kind::{FactKind, FactPeriod, Lever},
        number::{Literal, MILLION, Unit},
        text::{Lang, Text},
    },
    written::{ChoiceDoc, TermDoc},
};

/// A fact 「数据项」: its official term and how it is asked.
#[derive(Clone, Debug)]
pub struct Term {
    id: String,
    kind: FactKind,
    period: Option<FactPeriod>,
    /// Position of its section.
    section: usize,
    term: Text,
    question: Option<Text>,
    definition: Text,
    retired: Option<Text>,
    evidence: Option<Text>,
    lever: Lever,
    /// Whether it may be negative.
    signed: bool,
    /// Whether it counts people.
    people: bool,
    /// Greatest value in millionths.
    max: i64,
    choices: Vec<Choice>,
    /// Id of the fact that it is a part of.
    part_of: Option<String>,
    /// Id of the fact that it seldom is more than.
    seldom_above: Option<String>,
    /// More than this many millionths is asked about.
    doubt_above: Option<i64>,
    /// Whether a count may have decimals.
    fractional: bool,
    /// Whether it is what an adviser expects.
    expectation: bool,
    share_of: Option<Share>,
    shows_growth: bool,
    aliases: Vec<String>,
    autofill: Option<String>,
    derived: Vec<Derivation>,
    proposed: Vec<Derivation>,
}

compact!(struct Term {
    id, kind, period, section, term, question, definition, retired, evidence, lever, signed, people, max, choices,
    fractional, expectation, part_of, seldom_above, doubt_above, share_of, shows_growth, aliases, autofill,
    derived, proposed,
});

/// A share that a form shows as it arises; it judges nothing.
#[derive(Clone, Debug)]
pub struct Share {
    /// Of which fact.
    pub of: FactIx,
    /// What stands before the share: 占营业收入.
    pub label: Text,
}

compact!(struct Share { of, label });

/// One answer of a choice or set.
#[derive(Clone, Debug)]
struct Choice {
    id: String,
    name: Text,
}

compact!(struct Choice { id, name });

impl Term {
    /// Id in packs and dossiers.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Kind of answer.
    pub const fn kind(&self) -> FactKind {
        self.kind
    }

    /// Of which years it is asked; `None` for one value.
    pub const fn period(&self) -> Option<FactPeriod> {
        self.period
    }

    /// Position of its section in [`Terms::sections`].
    pub const fn section(&self) -> usize {
        self.section
    }

    /// Official term.
    pub const fn term(&self) -> &Text {
        &self.term
    }

    /// The question as asked; the term where none was written.
    pub fn question(&self) -> &Text {
        self.question.as_ref().unwrap_or(&self.term)
    }

    /// Whether somebody wrote a question for it.
    pub const fn has_question(&self) -> bool {
        self.question.is_some()
    }

    /// Official definition.
    pub const fn definition(&self) -> &Text {
        &self.definition
    }

    /// What became of it, where it is no longer asked for.
    pub const fn retired(&self) -> Option<&Text> {
        self.retired.as_ref()
    }

    /// Whether it is points that an adviser expects experts to give.
    pub const fn is_expectation(&self) -> bool {
        self.expectation
    }

    /// Whether it comes in ones.
    pub fn is_whole(&self) -> bool {
        self.unit().is_some_and(Unit::is_whole) && !self.fractional
    }

    /// The share of it that a form shows.
    pub const fn share_of(&self) -> Option<&Share> {
        self.share_of.as_ref()
    }

    /// Whether a form shows its growth over the year before.
    pub const fn shows_growth(&self) -> bool {
        self.shows_growth
    }

    /// Further names that lists of firms use for it.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// What a browser knows its answer as.
    pub fn autofill(&self) -> Option<&str> {
        self.autofill.as_deref()
    }

    /// What its answer follows from where none is given.
    pub fn derived(&self) -> &[Derivation] {
        &self.derived
    }

    /// What is offered to a person to confirm.
    pub fn proposed(&self) -> &[Derivation] {
        &self.proposed
    }

    /// What proves it.
    pub const fn evidence(&self) -> Option<&Text> {
        self.evidence.as_ref()
    }

    /// How a firm could change it.
    pub const fn lever(&self) -> Lever {
        self.lever
    }

    /// Ids and names of its answers.
    pub fn choices(&self) -> impl ExactSizeIterator<Item = (&str, &Text)> {
        self.choices.iter().map(|choice| (choice.id.as_str(), &choice.name))
    }

    /// Position of an answer.
    pub fn choice_index(&self, id: &str) -> Option<u8> {
        let index = self.choices.iter().position(|choice| choice.id == id)?;
        u8::try_from(index).ok()
    }

    /// Name of the answer at a position.
    pub fn choice_name(&self, index: u8) -> Option<&Text> {
        self.choices.get(usize::from(index)).map(|choice| &choice.name)
    }

    /// Id of the answer at a position.
    pub fn choice_id(&self, index: u8) -> Option<&str> {
        self.choices.get(usize::from(index)).map(|choice| choice.id.as_str())
    }

    /// Unit of a numeric fact.
    pub const fn unit(&self) -> Option<Unit> {
        unit_of(self.kind)
    }

    /// Id of the fact that it is a part of.
    pub fn part_of(&self) -> Option<&str> {
        self.part_of.as_deref()
    }

    /// Id of the fact that it seldom is more than.
    pub fn seldom_above(&self) -> Option<&str> {
        self.seldom_above.as_deref()
    }

    /// More than this many millionths is asked about.
    pub const fn doubt_above(&self) -> Option<i64> {
        self.doubt_above
    }

    /// A number of it with its unit for a reader, such as how much is filled in or lacks.
    pub fn figure(&self, number: &str, lang: Lang) -> String {
        [number, self.suffix(number, lang)].concat()
    }

    /// What stands behind a number of it.
    pub fn suffix(&self, number: &str, lang: Lang) -> &'static str {
        let unit = if self.kind == FactKind::Rank { Some(Unit::Rank) } else { self.unit() };
        unit.map_or("", |unit| unit.suffix(number, self.people, lang))
    }

    /// Whether it is a number of years that time alone lets grow.
    pub const fn is_duration(&self) -> bool {
        matches!((self.kind, self.lever, self.period), (FactKind::Years, Lever::TimeOnly, None))
    }

    /// Least and greatest value of a numeric fact, in millionths.
    pub const fn bounds(&self) -> (i64, i64) {
        let least = if self.signed { self.max.wrapping_neg() } else { 0 };
        (least, self.max)
    }

    /// The term of a document that was looked through, in the section at a position; `find` knows all facts.
    pub(super) fn of(doc: TermDoc, section: usize, find: impl Fn(&str) -> Option<FactIx> + Copy) -> Self {
        let max = greatest(&doc);
        let (derived, proposed) =
            (derivation::all(&doc.derived, &doc, find), derivation::all(&doc.proposed, &doc, find));
        let share_of =
            doc.share_of.and_then(|share| Some(Share { of: find(&share.fact)?, label: share.label }));
        let (fractional, expectation, shows_growth) = (doc.fractional, doc.expectation, doc.shows_growth);
        let TermDoc { id, kind, period, term, question, definition, retired, evidence, lever, .. } = doc;
        let choice = |ChoiceDoc { id, term }| Choice { id, name: term };
        let choices = doc.choices.into_iter().map(choice).collect();
        let (signed, people) = (doc.signed, doc.people);
        let doubt_above = doc.doubt_above.and_then(|most| Literal::parse(&most).ok()).map(Literal::micros);
        Self {
            id,
            kind,
            period,
            section,
            term,
            question,
            definition,
            retired,
            evidence,
            lever,
            signed,
            people,
            max,
            choices,
            part_of: doc.part_of,
            seldom_above: doc.seldom_above,
            doubt_above,
            fractional,
            expectation,
            share_of,
            shows_growth,
            aliases: doc.aliases,
            autofill: doc.autofill,
            derived,
            proposed,
        }
    }

    /// Empties the texts that only people read.
    pub(super) fn clear_words(&mut self) {
        (self.question, self.evidence, self.autofill) = (None, None, None);
        self.aliases.clear();
        self.retired.iter_mut().for_each(Text::clear);
        self.share_of.iter_mut().for_each(|share| share.label.clear());
        self.term.clear();
        self.definition.clear();
        self.choices.iter_mut().for_each(|choice| choice.name.clear());
    }
}

/// Unit of the facts of a numeric kind.
pub(super) const fn unit_of(kind: FactKind) -> Option<Unit> {
    Some(match kind {
        FactKind::Count => Unit::Count,
        FactKind::Money => Unit::Money,
        FactKind::Years => Unit::Years,
        FactKind::Percent => Unit::Percent,
        FactKind::Points => Unit::Points,
        _ => return None,
    })
}

/// Greatest value in millionths (docs/language.md §1).
fn greatest(doc: &TermDoc) -> i64 {
    const THOUSAND: i64 = 1_000;
    match doc.kind {
        FactKind::Money => MILLION.saturating_mul(MILLION).saturating_mul(THOUSAND),
        FactKind::Percent => MILLION.saturating_mul(100),
        FactKind::Points => doc
            .max
            .as_deref()
            .and_then(|text| Literal::parse(text).ok())
            .map_or(MILLION.saturating_mul(100), Literal::micros),
        FactKind::Years => MILLION.saturating_mul(THOUSAND),
        _ => MILLION.saturating_mul(MILLION).saturating_mul(100),
    }
}
