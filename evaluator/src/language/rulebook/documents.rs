//! Documents that further packs can be checked with.

use super::source::check_sources;
use crate::{
    language::{
        diagnostics::Diagnostic,
        packs::{Pack, Shelf, check_whole, whole},
        terms::{Terms, check_terms},
    },
    written::{CatalogDoc, PackDoc, RulebookDoc, SourceDoc},
};
use std::{collections::BTreeMap, sync::Arc};

/// The documents of a rulebook, kept so that one more pack can be written from one of its packs and checked.
#[derive(Clone, Debug)]
pub struct Documents {
    terms: Arc<Terms>,
    sources: BTreeMap<String, SourceDoc>,
    catalog: CatalogDoc,
    packs: Vec<PackDoc>,
}

impl Documents {
    /// The documents of a rulebook that passed the check; what is wrong with them is not told again.
    pub fn new(doc: RulebookDoc) -> Self {
        let (terms, _) = check_terms(doc.terms, doc.areas, doc.industries);
        let (sources, _) = check_sources(doc.sources);
        Self { terms: Arc::new(terms), sources, catalog: doc.catalog, packs: doc.packs }
    }

    /// Vocabulary of the documents.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// A pack with everything that it inherits written into it; `None` where there is none of the id.
    pub fn whole_pack(&self, id: &str) -> Option<PackDoc> {
        whole(&self.packs, id, self.shelf())
    }

    /// Checks one more pack, which inherits nothing.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check_pack(&self, doc: &PackDoc) -> Result<Pack, Vec<Diagnostic>> {
        check_whole(doc, self.shelf())
    }

    const fn shelf(&self) -> Shelf<'_> {
        Shelf { terms: &self.terms, sources: &self.sources, catalog: &self.catalog }
    }
}
