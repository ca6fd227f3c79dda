//! The checked vocabulary: facts by index, sections, cities and industries.

mod check;
mod tables;

pub(crate) use check::check_terms;
pub(crate) use tables::check_tables;

use crate::{
    base::{
        compact::compact,
        fact_kind::{FactKind, FactPeriod, Lever},
        number::{Literal, MILLION, Unit},
        text::{Lang, Text},
    },
    written::{AreasDoc, IndustriesDoc, SectionDoc, TermDoc},
};

/// Index of a fact in its [`Terms`]; packs and dossiers of one rulebook share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactIx(u16);

compact!(struct FactIx(inner));

impl FactIx {
    pub(crate) fn new(index: usize) -> Option<Self> {
        u16::try_from(index).ok().map(Self)
    }

    /// Position in the order of the vocabulary.
    pub fn position(self) -> usize {
        usize::from(self.0)
    }
}

/// A fact: its official term and how it is asked.
#[derive(Clone, Debug)]
pub struct Term {
    doc: TermDoc,
    section: usize,
    max: i64,
}

compact!(struct Term { doc, section, max });

impl Term {
    /// Id in packs and dossiers.
    pub fn id(&self) -> &str {
        &self.doc.id
    }

    /// Kind of answer.
    pub const fn kind(&self) -> FactKind {
        self.doc.kind
    }

    /// Of which years it is asked; `None` for one value.
    pub const fn period(&self) -> Option<FactPeriod> {
        self.doc.period
    }

    /// Position of its section in [`Terms::sections`].
    pub const fn section(&self) -> usize {
        self.section
    }

    /// Official term.
    pub const fn term(&self) -> &Text {
        &self.doc.term
    }

    /// The question as asked; the term where none was written.
    pub fn question(&self) -> &Text {
        self.doc.question.as_ref().unwrap_or(&self.doc.term)
    }

    /// Whether somebody wrote a question for it.
    pub const fn has_question(&self) -> bool {
        self.doc.question.is_some()
    }

    /// Official definition.
    pub const fn definition(&self) -> &Text {
        &self.doc.definition
    }

    /// What became of it, where it is no longer asked for.
    pub const fn retired(&self) -> Option<&Text> {
        self.doc.retired.as_ref()
    }

    /// What proves it.
    pub const fn evidence(&self) -> Option<&Text> {
        self.doc.evidence.as_ref()
    }

    /// How a firm could change it.
    pub const fn lever(&self) -> Lever {
        self.doc.lever
    }

    /// Ids and names of its answers.
    pub fn choices(&self) -> impl ExactSizeIterator<Item = (&str, &Text)> {
        self.doc.choices.iter().map(|choice| (choice.id.as_str(), &choice.term))
    }

    /// Position of an answer.
    pub fn choice_index(&self, id: &str) -> Option<u8> {
        let index = self.doc.choices.iter().position(|choice| choice.id == id)?;
        u8::try_from(index).ok()
    }

    /// Name of the answer at a position.
    pub fn choice_name(&self, index: u8) -> Option<&Text> {
        self.doc.choices.get(usize::from(index)).map(|choice| &choice.term)
    }

    /// Id of the answer at a position.
    pub fn choice_id(&self, index: u8) -> Option<&str> {
        self.doc.choices.get(usize::from(index)).map(|choice| choice.id.as_str())
    }

    /// Unit of a numeric fact.
    pub const fn unit(&self) -> Option<Unit> {
        Some(match self.doc.kind {
            FactKind::Count => Unit::Count,
            FactKind::Money => Unit::Money,
            FactKind::Years => Unit::Years,
            FactKind::Percent => Unit::Percent,
            FactKind::Points => Unit::Points,
            _ => return None,
        })
    }

    /// A number of it with its unit for a reader, such as how much is filled in or lacks.
    pub fn figure(&self, number: &str, lang: Lang) -> String {
        [number, self.suffix(number, lang)].concat()
    }

    /// What stands behind a number of it.
    pub fn suffix(&self, number: &str, lang: Lang) -> &'static str {
        let unit = if self.doc.kind == FactKind::Rank { Some(Unit::Rank) } else { self.unit() };
        unit.map_or("", |unit| unit.suffix(number, self.doc.people, lang))
    }

    /// Whether it is a number of years that time alone lets grow.
    pub const fn is_duration(&self) -> bool {
        matches!((self.doc.kind, self.doc.lever, self.doc.period), (FactKind::Years, Lever::TimeOnly, None))
    }

    /// Least and greatest value of a numeric fact, in millionths.
    pub const fn bounds(&self) -> (i64, i64) {
        let least = if self.doc.signed { self.max.wrapping_neg() } else { 0 };
        (least, self.max)
    }
}

/// The vocabulary and the tables of one rulebook.
#[derive(Clone, Debug)]
pub struct Terms {
    sections: Vec<SectionDoc>,
    facts: Vec<Term>,
    areas: AreasDoc,
    industries: IndustriesDoc,
}

compact!(struct Terms { sections, facts, areas, industries });

impl Terms {
    /// Assembles terms that [`crate::language::diagnostics`] has looked through.
    pub(crate) fn assemble(
        sections: Vec<SectionDoc>,
        facts: Vec<TermDoc>,
        areas: AreasDoc,
        industries: IndustriesDoc,
    ) -> Self {
        let position = |id: &str| sections.iter().position(|section| section.id == id);
        let facts: Vec<Term> = facts
            .into_iter()
            .map(|doc| Term { section: position(&doc.section).unwrap_or(0), max: greatest(&doc), doc })
            .collect();
        Self { sections, facts, areas, industries }
    }

    /// Empties the texts that only people read.
    pub(crate) fn clear_words(&mut self) {
        self.sections.iter_mut().for_each(|section| section.title.clear());
        for Term { doc, .. } in &mut self.facts {
            (doc.question, doc.evidence) = (None, None);
            doc.retired.iter_mut().for_each(Text::clear);
            doc.term.clear();
            doc.definition.clear();
            doc.choices.iter_mut().for_each(|choice| choice.term.clear());
        }
        self.industries.sections.iter_mut().for_each(|section| section.name.clear());
        self.industries.divisions.iter_mut().for_each(|division| division.name.clear());
        for city in &mut self.areas.cities {
            city.name.clear();
            city.districts.iter_mut().for_each(|district| district.name.clear());
        }
    }

    /// Sections of the form, in order.
    pub fn sections(&self) -> &[SectionDoc] {
        &self.sections
    }

    /// Facts with their indices, in the order in which they are asked.
    pub fn facts(&self) -> impl Iterator<Item = (FactIx, &Term)> {
        let indexed = self.facts.iter().enumerate();
        indexed.filter_map(|(index, term)| Some((FactIx::new(index)?, term)))
    }

    /// How many facts there are.
    pub const fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// A fact by id.
    pub fn find(&self, id: &str) -> Option<FactIx> {
        self.facts().find(|(_, term)| term.id() == id).map(|(fact, _)| fact)
    }

    /// The fact at a position in the order of the vocabulary.
    pub fn at(&self, position: usize) -> Option<(FactIx, &Term)> {
        Some((FactIx::new(position)?, self.facts.get(position)?))
    }

    /// A fact by index; `None` for an index of another vocabulary.
    pub fn term(&self, fact: FactIx) -> Option<&Term> {
        self.facts.get(fact.position())
    }

    /// Id of a fact; empty for an index of another vocabulary.
    pub fn id(&self, fact: FactIx) -> &str {
        self.term(fact).map_or("", Term::id)
    }

    /// Cities, zones and districts.
    pub const fn areas(&self) -> &AreasDoc {
        &self.areas
    }

    /// Industries.
    pub const fn industries(&self) -> &IndustriesDoc {
        &self.industries
    }

    /// The code that a district has now.
    pub(crate) fn district_now<'c>(&'c self, code: &'c str) -> &'c str {
        let merged = self.areas.merged.iter().find(|merged| merged.code == code);
        merged.map_or(code, |merged| &merged.into)
    }

    /// Position of the zone of a city.
    pub fn zone_of(&self, code: &str) -> Option<usize> {
        let city = self.areas.cities.iter().find(|city| city.code == code)?;
        self.areas.zones.iter().position(|zone| zone.id == city.zone)
    }

    /// Whether a GB/T 4754 code of two to four digits begins with a listed division.
    pub fn is_industry(&self, code: &str) -> bool {
        let digits = (2..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
        digits && self.industries.divisions.iter().any(|division| code.starts_with(&division.code))
    }
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
