//! All facts of a rulebook, and the tables that their answers come from.

use super::{Areas, FactIx, Gate, Industries, Term};
use crate::{
    base::{
        compact::{Sealed, compact},
        fact_kind::FactKind,
        text::Text,
    },
    written::{AreasDoc, IndustriesDoc, SectionDoc, TermDoc, TermsDoc},
};

/// A section of the form.
#[derive(Clone, Debug)]
pub struct Section {
    /// Identifier, as results and other files name it.
    pub id: String,
    /// Heading of the section on the form.
    pub title: Text,
}

compact!(struct Section { id, title });

/// The vocabulary and the tables of one rulebook.
#[derive(Clone, Debug)]
pub struct Terms {
    sections: Vec<Section>,
    facts: Vec<Term>,
    areas: Areas,
    industries: Industries,
    named_by: Option<FactIx>,
    gates: Sealed<Vec<Gate>>,
}

compact!(struct Terms { sections, facts, areas, industries, named_by, gates });

impl Terms {
    /// Assembles terms that [`super::check_terms`] has looked through.
    pub(super) fn assemble(doc: TermsDoc, areas: AreasDoc, industries: IndustriesDoc) -> Self {
        let TermsDoc { schema: _, sections, facts, named_by, gates } = doc;
        let position = |id: &str| sections.iter().position(|section| section.id == id);
        let ids: Vec<String> = facts.iter().map(|doc| doc.id.clone()).collect();
        let find = |id: &str| FactIx::new(ids.iter().position(|known| known == id)?);
        let fact = |doc: TermDoc| {
            let section = position(&doc.section).unwrap_or(0);
            Term::of(doc, section, find)
        };
        let facts = facts.into_iter().map(fact).collect();
        let section = |SectionDoc { id, title }| Section { id, title };
        let sections = sections.into_iter().map(section).collect();
        let named_by = named_by.and_then(|id| find(&id));
        let gates = Sealed::of(&gates.into_iter().map(|gate| Gate::of(gate, find)).collect::<Vec<_>>());
        Self { sections, facts, areas: areas.into(), industries: industries.into(), named_by, gates }
    }

    /// Empties the texts that only people read.
    pub(crate) fn clear_words(&mut self) {
        self.sections.iter_mut().for_each(|section| section.title.clear());
        self.facts.iter_mut().for_each(Term::clear_words);
        self.industries.clear_words();
        self.areas.clear_words();
        self.gates = Sealed::of(&Vec::new());
    }

    /// Sections of the form, in order.
    pub fn sections(&self) -> &[Section] {
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

    /// The first fact of a kind, such as the district of a firm.
    pub fn of_kind(&self, kind: FactKind) -> Option<FactIx> {
        self.facts().find(|(_, term)| term.kind() == kind).map(|(fact, _)| fact)
    }

    /// The text that is the firm's name.
    pub const fn named_by(&self) -> Option<FactIx> {
        self.named_by
    }

    /// Questions in front of several, in the order in which they are tried; none where the rulebook was written
    /// without words.
    pub fn gates(&self) -> Vec<Gate> {
        self.gates.open().unwrap_or_default()
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
    pub const fn areas(&self) -> &Areas {
        &self.areas
    }

    /// The table of industries (GB/T 4754).
    pub const fn industries(&self) -> &Industries {
        &self.industries
    }

    /// The code that a district has now.
    pub(crate) fn district_now<'c>(&'c self, code: &'c str) -> &'c str {
        self.areas.district_now(code)
    }

    /// Position of the zone of a city.
    pub fn zone_of(&self, code: &str) -> Option<usize> {
        self.areas.zone_of(code)
    }

    /// Whether a GB/T 4754 code of two to four digits begins with a listed division.
    pub fn is_industry(&self, code: &str) -> bool {
        self.industries.has(code)
    }
}
