//! Size classes on columns: row by row with the size table's own walk, since every industry has its own.

use super::{
    block::{Block, Bytes, LANES, number_of},
    columns::{Columns, NumberColumn},
};
use crate::{
    node::AmongClasses,
    size::{ClassSet, SizeClass, SizeGroup, SizeTable},
    terms::{FactIx, Terms},
};
use std::collections::BTreeMap;

/// The size table with its columns.
#[derive(Clone, Debug)]
pub(super) struct SizePlan<'p> {
    table: &'p SizeTable,
    /// Column of the declared class, and the class of each code.
    declared: usize,
    classes: Vec<Option<SizeClass>>,
    figures: BTreeMap<FactIx, NumberColumn>,
}

impl<'p> SizePlan<'p> {
    pub(super) fn compile(table: &'p SizeTable, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut figures = BTreeMap::new();
        for (fact, _) in table.groups().iter().flat_map(|group| &group.indicators) {
            figures.insert(*fact, columns.number(*fact, 0, terms)?);
        }
        let choices = terms.term(table.declared())?.choices().map(|(id, _)| SizeClass::from_id(id));
        let classes = std::iter::once(None).chain(choices).collect();
        Some(Self { table, declared: columns.code(table.declared())?, classes, figures })
    }

    pub(super) const fn industry(&self) -> FactIx {
        self.table.industry()
    }

    pub(super) fn groups_of(&self, code: &str) -> Vec<Option<&'p SizeGroup>> {
        self.table.groups_of(code)
    }

    /// The possible classes of every lane, as bits.
    pub(super) fn candidates(&self, block: &Block<'_>) -> Bytes {
        let mut candidates = [0; LANES];
        let industries = block.part(Some(&block.rows().industries));
        let rows = industries.iter().zip(block.codes(self.declared)).zip(block.start()..);
        for (candidates, ((industry, declared), row)) in candidates.iter_mut().zip(rows) {
            let declared = self.classes.get(usize::from(*declared)).copied().flatten();
            let groups = block.rows().groups.get(usize::from(*industry)).map_or(&[][..], Vec::as_slice);
            *candidates = self.of_row(groups, row, block).settled(declared).bits();
        }
        candidates
    }

    fn of_row(&self, groups: &[Option<&SizeGroup>], row: usize, block: &Block<'_>) -> ClassSet {
        let figure = |fact: FactIx| block.rows().number(*self.figures.get(&fact)?, row);
        let of_group =
            |group: &Option<&SizeGroup>| group.map_or(ClassSet::EVERY, |group| group.walk(figure).0);
        groups.iter().map(of_group).reduce(ClassSet::union).unwrap_or(ClassSet::EVERY)
    }
}

/// The truth of a size condition for each set of possible classes.
pub(super) fn among_table(among: AmongClasses) -> [u8; 16] {
    let mut table = [0; 16];
    for (entry, bits) in table.iter_mut().zip(0_u8..) {
        *entry = number_of(among.truth(ClassSet::from_bits(bits)));
    }
    table
}
