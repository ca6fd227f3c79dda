//! Size classes of a row: settled when the row is added, since they depend on the firm alone.

use super::columns::Columns;
use std::collections::BTreeMap;
use zjtx_evaluator::{
    ClassSet, Dossier, FactIx, FactRef, SizeClass, SizeGroup, SizeTable, Terms, Truth, Value,
    nodes::AmongClasses,
};

/// The size table with the years of its figures.
#[derive(Clone, Debug)]
pub(super) struct SizePlan<'p> {
    table: &'p SizeTable,
    /// The class of each declared answer.
    classes: Vec<Option<SizeClass>>,
    figures: BTreeMap<FactIx, FactRef>,
    /// Everything that it reads: a bit each.
    facts: Vec<FactIx>,
}

/// A firm's size class as far as it is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    /// The classes that are possible.
    pub(super) candidates: ClassSet,
    /// Absent facts that leave several of them possible, as bits.
    pub(super) open: u8,
}

/// Facts of a size table that a code has bits for.
const MOST_FACTS: usize = 8;

/// Groups of industries by code, as far as they were asked for.
pub(super) type Groups<'p> = BTreeMap<String, Vec<Option<&'p SizeGroup>>>;

impl<'p> SizePlan<'p> {
    /// `None` where the table reads more facts than a code has bits.
    pub(super) fn compile(table: &'p SizeTable, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut figures = BTreeMap::new();
        for (fact, _) in table.groups().iter().flat_map(|group| &group.indicators) {
            figures.insert(*fact, columns.at(*fact, 0, terms)?);
        }
        let mut facts = vec![table.industry(), table.declared()];
        facts.extend(figures.keys());
        let places = facts.iter().map(|fact| columns.at(*fact, 0, terms));
        columns.size_facts = places.collect::<Option<Vec<_>>>().filter(|facts| facts.len() <= MOST_FACTS)?;
        let choices = terms.term(table.declared())?.choices();
        let classes = choices.map(|(id, _)| SizeClass::from_id(id)).collect();
        Some(Self { table, classes, figures, facts })
    }

    /// What is known of a firm's size class; `groups` is what was found for others.
    pub(super) fn size(&self, dossier: &Dossier, groups: &mut Groups<'p>) -> Size {
        let declared = match dossier.get(self.table.declared()) {
            Some(Value::Choice(index)) => self.classes.get(usize::from(*index)).copied().flatten(),
            _ => None,
        };
        let Size { candidates, mut open } = self.by_figures(dossier, groups);
        if candidates.iter().nth(1).is_some() && declared.is_none() {
            open |= self.bit(self.table.declared());
        }
        Size { candidates: candidates.settled(declared), open }
    }

    fn by_figures(&self, dossier: &Dossier, groups: &mut Groups<'p>) -> Size {
        let Some(code) = dossier.get(self.table.industry()).and_then(Value::as_code) else {
            return Size { candidates: ClassSet::EVERY, open: self.bit(self.table.industry()) };
        };
        if !groups.contains_key(code) {
            groups.insert(code.to_owned(), self.table.groups_of(code));
        }
        let groups = groups.get(code).into_iter().flatten();
        let sizes = groups.map(|group| self.of_group(*group, dossier));
        let union = |one: Size, other: Size| Size {
            candidates: one.candidates.union(other.candidates),
            open: one.open | other.open,
        };
        sizes.reduce(union).unwrap_or(Size { candidates: ClassSet::EVERY, open: 0 })
    }

    fn of_group(&self, group: Option<&SizeGroup>, dossier: &Dossier) -> Size {
        let Some(group) = group else { return Size { candidates: ClassSet::EVERY, open: 0 } };
        let figure = |fact: FactIx| {
            let found = self.figures.get(&fact)?;
            found.year.map_or_else(
                || dossier.get(found.fact)?.as_number(),
                |year| dossier.get_year(found.fact, year),
            )
        };
        let (candidates, is_open) = group.walk(figure);
        let absent = group.indicators.iter().filter(|(fact, _)| is_open && figure(*fact).is_none());
        Size { candidates, open: absent.fold(0, |open, (fact, _)| open | self.bit(*fact)) }
    }

    /// The bit of a fact among those of the table.
    fn bit(&self, fact: FactIx) -> u8 {
        let place = self.facts.iter().position(|known| *known == fact);
        place.and_then(|place| 1_u8.checked_shl(u32::try_from(place).ok()?)).unwrap_or(0)
    }
}

/// The truth of a size condition where these classes are possible.
pub(super) const fn among(among: AmongClasses, classes: u8) -> Truth {
    among.truth(ClassSet::from_bits(classes))
}
