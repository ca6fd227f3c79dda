//! Definitions and evidence of the facts that a pack reads.

use super::{Block, Writer};
use crate::language::{
    packs::{Body, Criterion},
    terms::{FactIx, Term},
};
use std::collections::BTreeSet;

impl Writer<'_> {
    pub(super) fn facts(&self) -> Vec<Block> {
        let terms = self.pack.terms();
        let rows: Vec<Vec<String>> =
            self.read().into_iter().filter_map(|fact| Some(self.fact(terms.term(fact)?))).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let head = self.columns(&[("数据项", "Fact"), ("定义", "Definition"), ("佐证材料", "Evidence")]);
        vec![self.chapter("数据项的定义与佐证", "Definitions and evidence"), Block::Table { head, rows }]
    }

    fn fact(&self, term: &Term) -> Vec<String> {
        let lang = self.words.lang;
        let evidence = term.evidence().map_or_else(String::new, |evidence| evidence.get(lang).to_owned());
        vec![term.term().get(lang).to_owned(), term.definition().get(lang).to_owned(), evidence]
    }

    /// Facts named by criteria, score sheet and size table, in the order of the vocabulary.
    fn read(&self) -> BTreeSet<FactIx> {
        let mut facts = BTreeSet::new();
        let mut note = |fact| {
            facts.insert(fact);
        };
        let mut criteria: Vec<&Criterion> = self.pack.criteria();
        self.pack.chapters().declarations.iter().for_each(|criterion| criterion.collect(&mut criteria));
        for criterion in criteria {
            if let Body::Test { test, renewal } = &criterion.body {
                test.each_fact(&mut note);
                renewal.iter().for_each(|node| node.each_fact(&mut note));
            }
        }
        let rules = self.pack.sheet().into_iter().flat_map(|sheet| sheet.rules());
        rules.for_each(|(_, _, rule)| rule.each_fact(&mut |fact, _| note(fact)));
        self.pack.size_table().into_iter().for_each(|table| table.each_fact(&mut note));
        facts
    }
}
