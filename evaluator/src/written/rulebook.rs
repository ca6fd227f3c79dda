//! All files of a rulebook in one document.

use super::{AreasDoc, CatalogDoc, IndustriesDoc, PackDoc, RoundsDoc, SourceDoc, TermsDoc};
use serde::{Deserialize, Serialize};

/// The files of a rulebook in one document, as the build bundles them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulebookDoc {
    /// `catalog.json`
    pub catalog: CatalogDoc,
    /// `terms.json`
    pub terms: TermsDoc,
    /// `tables/areas.json`
    pub areas: AreasDoc,
    /// `tables/industries.json`
    pub industries: IndustriesDoc,
    /// `rounds.json`
    pub rounds: RoundsDoc,
    /// `sources/*.json`
    pub sources: Vec<SourceDoc>,
    /// `packs/*.json`
    pub packs: Vec<PackDoc>,
}
