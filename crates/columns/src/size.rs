//! Size classes of a row: settled when the row is added, since they depend on the firm alone.

use super::{columns::Columns, rows::number_of};
use std::collections::BTreeMap;
use zjtx_evaluator::{
    ClassSet, Dossier, FactIx, FactRef, SizeClass, SizeGroup, SizeTable, Terms, Truth, Value,
    node::AmongClasses,
};

/// The size table with the years of its figures.
#[derive(Clone, Debug)]
pub(super) struct SizePlan<'p> {
    table: &'p SizeTable,
    /// The class of each declared answer.
    classes: Vec<Option<SizeClass>>,
    figures: BTreeMap<FactIx, FactRef>,
}

/// Groups of industries by code, as far as they were asked for.
pub(super) type Groups<'p> = BTreeMap<String, Vec<Option<&'p SizeGroup>>>;

impl<'p> SizePlan<'p> {
    pub(super) fn compile(table: &'p SizeTable, columns: &Columns, terms: &Terms) -> Option<Self> {
        let mut figures = BTreeMap::new();
        for (fact, _) in table.groups().iter().flat_map(|group| &group.indicators) {
            figures.insert(*fact, columns.at(*fact, 0, terms)?);
        }
        let choices = terms.term(table.declared())?.choices();
        Some(Self { table, classes: choices.map(|(id, _)| SizeClass::from_id(id)).collect(), figures })
    }

    /// The possible classes of a firm; `groups` is what was found for others.
    pub(super) fn candidates(&self, dossier: &Dossier, groups: &mut Groups<'p>) -> ClassSet {
        let declared = match dossier.get(self.table.declared()) {
            Some(Value::Choice(index)) => self.classes.get(usize::from(*index)).copied().flatten(),
            _ => None,
        };
        self.by_figures(dossier, groups).settled(declared)
    }

    fn by_figures(&self, dossier: &Dossier, groups: &mut Groups<'p>) -> ClassSet {
        let Some(code) = dossier.get(self.table.industry()).and_then(Value::as_code) else {
            return ClassSet::EVERY;
        };
        if !groups.contains_key(code) {
            groups.insert(code.to_owned(), self.table.groups_of(code));
        }
        let figure = |fact: FactIx| number_of(*self.figures.get(&fact)?, dossier);
        let of_group =
            |group: &Option<&SizeGroup>| group.map_or(ClassSet::EVERY, |group| group.walk(figure).0);
        let groups = groups.get(code).into_iter().flatten();
        groups.map(of_group).reduce(ClassSet::union).unwrap_or(ClassSet::EVERY)
    }
}

/// The truth of a size condition where these classes are possible.
pub(super) const fn among(among: AmongClasses, classes: u8) -> Truth {
    among.truth(ClassSet::from_bits(classes))
}
