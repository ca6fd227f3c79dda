//! The rulebook itself: loading, checking, choosing a pack.

use super::{
    Catalog, Placing, Region, Round, Source,
    catalog::{check_catalog, check_vocabulary},
    round::check_rounds,
    source::check_sources,
};
use crate::{
    base::{
        application_kind::ApplicationKind,
        compact::{Sealed, compact},
        date::Date,
        region::{contains_region, significant},
    },
    language::{
        diagnostics::{Code, Diagnostic},
        dossier::Dossier,
        packs::{InForce, Pack, Shelf, check_packs},
        terms::{Terms, check_tables, check_terms},
    },
    written::RulebookDoc,
};
use std::sync::Arc;

/// A checked rulebook.
#[derive(Clone, Debug)]
pub struct Rulebook {
    pub(crate) catalog: Catalog,
    pub(crate) terms: Arc<Terms>,
    pub(crate) sources: Vec<Source>,
    pub(crate) packs: Vec<Pack>,
    pub(crate) omitted: Vec<Omitted>,
    pub(crate) rounds: Sealed<Vec<Round>>,
}

/// What a rulebook that was written without a pack still knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omitted {
    /// Id of the pack.
    pub id: String,
    /// Scheme of the pack.
    pub scheme: String,
    /// When and for whom it is in force.
    pub in_force: Vec<InForce>,
}

compact!(struct Omitted { id, scheme, in_force });

/// Larger bundles are refused unread.
const MAX_BYTES: usize = 8 << 20;

impl Rulebook {
    /// Reads and checks a bundle.
    ///
    /// # Errors
    /// What is wrong with it, when anything forbids a pack.
    pub fn load(bundle: &str) -> Result<Self, Vec<Diagnostic>> {
        let (rulebook, found) = Self::check(parse(bundle)?);
        if found.iter().any(Diagnostic::is_error) { Err(found) } else { Ok(rulebook) }
    }

    /// Checks documents: the packs without errors, and everything that was found.
    pub fn check(doc: RulebookDoc) -> (Self, Vec<Diagnostic>) {
        let mut found = check_catalog(&doc.catalog, &doc.packs);
        found.extend(check_tables(&doc.areas, &doc.industries));
        let (terms, wrong) = check_terms(doc.terms, doc.areas, doc.industries);
        found.extend(wrong);
        found.extend(check_vocabulary(&doc.catalog, &terms));
        let terms = Arc::new(terms);
        let (sources, wrong) = check_sources(doc.sources);
        found.extend(wrong);
        let (rounds, wrong) = check_rounds(doc.rounds, &doc.catalog, &sources);
        found.extend(wrong);
        let shelf = Shelf { terms: &terms, sources: &sources, catalog: &doc.catalog };
        let (packs, wrong) = check_packs(doc.packs, shelf);
        found.extend(wrong);
        let sources = sources.into_values().map(Source::from).collect();
        let (catalog, rounds) = (doc.catalog.into(), Sealed::of(&rounds));
        (Self { catalog, terms, sources, packs, omitted: Vec::new(), rounds }, found)
    }

    /// Schemes and regions.
    pub const fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Vocabulary of all packs: facts, places, industries.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Policy documents that the packs cite.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter()
    }

    /// A document by id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Rounds of application 「申报批次」, in the order of their file; none where the rulebook was written
    /// without them.
    pub fn rounds(&self) -> Vec<Round> {
        self.rounds.open().unwrap_or_default()
    }

    /// All packs, in the order of the catalogue.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// A pack by id.
    pub fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.id() == id)
    }

    /// Packs that [`Rulebook::to_compact`] left out.
    pub fn omitted(&self) -> &[Omitted] {
        &self.omitted
    }

    /// Whether no pack of a scheme was left out that is in force on a day for a kind of application, so
    /// that [`Rulebook::select`] answers as the whole rulebook would.
    pub fn knows(&self, scheme: &str, as_of: Date, kind: ApplicationKind) -> bool {
        let mut omitted = self.omitted.iter().filter(|pack| pack.scheme == scheme);
        !omitted.any(|pack| is_in_force(&pack.in_force, as_of, kind))
    }

    /// The pack for a scheme, a region, a day and a kind of application (docs/language.md §10).
    pub fn select(&self, scheme: &str, region: &str, as_of: Date, kind: ApplicationKind) -> Option<&Pack> {
        self.packs
            .iter()
            .filter(|pack| pack.scheme() == scheme && contains_region(pack.region(), region))
            .filter(|pack| is_in_force(pack.in_force(), as_of, kind))
            .max_by_key(|pack| significant(pack.region()).len())
    }

    /// The region that a dossier's own facts place the firm in; the nation where they do not.
    pub fn region_of(&self, dossier: &Dossier) -> String {
        self.placing().region_of(dossier).to_owned()
    }

    /// What places firms in regions, looked up once for many of them.
    pub fn placing(&self) -> Placing<'_> {
        Placing::of(&self.terms, &self.catalog.regions)
    }

    /// The narrowest region of the catalogue that a GB/T 2260 code lies in.
    pub fn home_of(&self, code: &str) -> Option<&Region> {
        let within = self.catalog.regions.iter().filter(|region| contains_region(&region.code, code));
        within.max_by_key(|region| significant(&region.code).len())
    }

    /// Ids of the schemes that are chosen unless somebody chooses otherwise, in the order of the ladder.
    pub fn chosen_schemes(&self) -> impl Iterator<Item = &str> {
        self.catalog.schemes.iter().filter(|scheme| scheme.chosen).map(|scheme| scheme.id.as_str())
    }
}

fn is_in_force(rows: &[InForce], as_of: Date, kind: ApplicationKind) -> bool {
    rows.iter().any(|row| row.kinds.contains(&kind) && row.span().contains(as_of))
}

fn parse(bundle: &str) -> Result<RulebookDoc, Vec<Diagnostic>> {
    let malformed = |sentence: String| vec![Diagnostic::new(Code::Malformed, "rules", "", sentence)];
    if bundle.len() > MAX_BYTES {
        return Err(malformed("规则文件超过 8 MB".to_owned()));
    }
    serde_json::from_str(bundle).map_err(|error| {
        malformed(format!("第 {} 行第 {} 列不符合规则文件的格式", error.line(), error.column()))
    })
}
