//! What is tested: the day, the region, the kind of application and the schemes.

use crate::rulebook::Rules;
use serde::{Deserialize, Serialize};
use zjtx_evaluator::{ApplicationKind, Date, InForce, Lang, Pack};

/// What a test covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The day whose rules apply.
    pub as_of: Date,
    /// 新申请 or 复核.
    pub application_kind: ApplicationKind,
    /// GB/T 2260 code of the region.
    pub region: String,
    /// Ids of the chosen schemes.
    pub schemes: Vec<String>,
}

/// A chosen scheme and the pack that applies to it, if any does.
#[derive(Clone, Copy, Debug)]
pub struct Level<'r> {
    /// Scheme id.
    pub scheme: &'r str,
    /// The pack in force.
    pub pack: Option<&'r Pack>,
}

impl Scope {
    /// The levels that are chosen at the start, for a first application on a day.
    pub fn on(as_of: Date, rules: &Rules) -> Self {
        let (site, catalog) = (rules.site(), rules.catalog());
        let schemes = match site.ticked.as_slice() {
            [] => rules.chosen_schemes().filter(|scheme| site.offers(scheme)).map(str::to_owned).collect(),
            ticked => ticked.to_vec(),
        };
        let region = if site.region.is_empty() { &catalog.default_region } else { &site.region }.clone();
        Self { as_of, application_kind: ApplicationKind::First, region, schemes }
    }

    /// The self-tests of 2021 「广东省专精特新企业自测」「专精特新“小巨人”企业自测」, on the first day on which
    /// their packs are in force.
    pub fn notice_2021(rules: &Rules) -> Option<Self> {
        let packs = &rules.catalog().earlier_self_test;
        let packs = packs.iter().map(|id| validity(rules, id)).collect::<Option<Vec<_>>>()?;
        let first_days = packs.iter().filter_map(|(_, in_force)| Some(in_force.first()?.from));
        let schemes = packs.iter().map(|(scheme, _)| (*scheme).to_owned()).collect();
        Some(Self { schemes, ..Self::on(first_days.max()?, rules) })
    }

    /// The chosen schemes in the order of the ladder, each with its pack.
    pub fn levels<'r>(&self, rules: &'r Rules) -> Vec<Level<'r>> {
        let schemes = rules.catalog().schemes.iter();
        schemes
            .filter(|scheme| self.has(&scheme.id))
            .map(|scheme| Level { scheme: &scheme.id, pack: self.pack_of(&scheme.id, rules) })
            .collect()
    }

    /// The packs in force for the chosen schemes.
    pub fn packs<'r>(&self, rules: &'r Rules) -> Vec<&'r Pack> {
        self.levels(rules).into_iter().filter_map(|level| level.pack).collect()
    }

    /// The pack of a scheme, whether it is chosen or not.
    pub fn pack_of<'r>(&self, scheme: &str, rules: &'r Rules) -> Option<&'r Pack> {
        rules.select(scheme, &self.region, self.as_of, self.application_kind)
    }

    /// Whether these rules are enough for it and for a reader's language.
    pub fn is_covered_by(&self, rules: &Rules, lang: Lang) -> bool {
        let known = |scheme: &String| rules.knows(scheme, self.as_of, self.application_kind);
        rules.omitted().is_empty() || (lang == Lang::Zh && self.schemes.iter().all(known))
    }

    /// Code of the region whose rules apply: the narrowest of the catalogue that the firm's lies in.
    pub fn home<'s>(&'s self, rules: &'s Rules) -> &'s str {
        rules.home_of(&self.region).map_or(self.region.as_str(), |region| region.code.as_str())
    }

    /// Whether a scheme is chosen.
    pub fn has(&self, scheme: &str) -> bool {
        self.schemes.iter().any(|chosen| chosen == scheme)
    }

    /// With a scheme chosen, or no longer.
    #[must_use]
    pub fn toggled(mut self, scheme: &str) -> Self {
        if self.has(scheme) {
            self.schemes.retain(|chosen| chosen != scheme);
        } else {
            self.schemes.push(scheme.to_owned());
        }
        self
    }
}

/// Scheme and validity of a pack, whether it was left out of these rules or not.
fn validity<'r>(rules: &'r Rules, id: &str) -> Option<(&'r str, &'r [InForce])> {
    let omitted = || rules.omitted().iter().find(|pack| pack.id == id);
    match rules.pack(id) {
        Some(pack) => Some((pack.scheme(), pack.in_force())),
        None => omitted().map(|pack| (pack.scheme.as_str(), pack.in_force.as_slice())),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Scope;
    use crate::testing::{day, rules};

    fn pack_ids(scope: &Scope) -> Vec<String> {
        scope.packs(&rules()).iter().map(|pack| pack.id().to_owned()).collect()
    }

    #[test]
    fn today_brings_the_whole_ladder() {
        let ids = pack_ids(&Scope::on(day("2026-11-22"), &rules()));
        assert_eq!(ids, ["cn-innovative-sme-2022", "cn-specialized-sme-2026", "cn-little-giant-2026"]);
    }

    #[test]
    fn the_notice_of_2021_brings_its_two_tests() {
        let scope = Scope::notice_2021(&rules()).expect("both packs are in the rulebook");
        assert_eq!(scope.as_of, day("2021-04-19"));
        assert_eq!(pack_ids(&scope), ["gd-specialized-sme-2021", "cn-little-giant-2021"]);
    }

    #[test]
    fn a_scheme_is_chosen_and_left_out_again() {
        let scope = Scope::on(day("2026-11-22"), &rules());
        let without = scope.clone().toggled("little_giant");
        assert!(!without.has("little_giant"));
        assert_eq!(without.toggled("little_giant"), scope);
    }
}
