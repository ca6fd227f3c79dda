//! Which region a firm is in, by its own answers.

use super::Region;
use crate::{
    base::fact_kind::FactKind,
    language::{
        dossier::Dossier,
        terms::{FactIx, Terms},
    },
};

/// The code of the nation.
const NATION: &str = "000000";

/// The facts that place a firm in a region.
#[derive(Clone, Debug)]
pub struct Placing<'r> {
    /// Districts before cities.
    areas: Vec<FactIx>,
    /// Yes-no facts of being registered in a region, with its code.
    registered: Vec<(FactIx, &'r str)>,
}

impl<'r> Placing<'r> {
    pub(super) fn of(terms: &Terms, regions: &'r [Region]) -> Self {
        let of_kind = |kind: FactKind| terms.facts().filter(move |(_, term)| term.kind() == kind);
        let areas = of_kind(FactKind::District).chain(of_kind(FactKind::City)).map(|(fact, _)| fact);
        let registered = regions
            .iter()
            .filter_map(|region| Some((terms.find(region.registered_by.as_ref()?)?, region.code.as_str())));
        Self { areas: areas.collect(), registered: registered.collect() }
    }

    /// The region that a dossier's own facts place the firm in; the nation where they do not.
    pub fn region_of<'d>(&'d self, dossier: &'d Dossier) -> &'d str {
        let area = self.areas.iter().find_map(|fact| dossier.get(*fact)?.as_code());
        area.unwrap_or_else(|| {
            let is_registered =
                |(fact, _): &&(FactIx, &str)| dossier.get(*fact).and_then(|it| it.as_bool()) == Some(true);
            self.registered.iter().find(is_registered).map_or(NATION, |(_, code)| *code)
        })
    }
}
