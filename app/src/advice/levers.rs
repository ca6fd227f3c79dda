//! What can be tried: the facts that the levels read and a lever moves.

use crate::{
    advice::{later::LaterLevel, scale::Scale},
    draft::Draft,
    rulebook::Rules,
};
use std::collections::{BTreeMap, BTreeSet};
use zjtx_evaluator::{
    FactKind, FactRef, Lever, Pack, Term, Value,
    advice::{Advice, Change, advise},
    evaluate,
    number::MILLION,
};

/// Something that can be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle {
    /// Which fact, and of which year.
    pub place: FactRef,
    /// Of its slider; `None` for what is picked, not measured.
    pub scale: Option<Scale>,
    /// Whether a gap or a route of the firm names it.
    pub named: bool,
}

/// What can be tried of a firm whenever it applies.
pub fn whenever(draft: &Draft, rules: &Rules) -> Vec<Handle> {
    let dossier = draft.dossier(rules.terms());
    let mut found = Found::default();
    for pack in draft.scope.packs(rules) {
        found.advised(&advise(rules, pack, &dossier), draft.scope.as_of.year());
        found.read(pack, draft, rules, |_, term| term.lever() != Lever::Fixed);
    }
    found.handles(draft, rules)
}

/// What can be planned of a later year: figures of the years from `open` on, and what has no year.
pub fn next_year(later: &Draft, levels: &[LaterLevel<'_>], open: i16, rules: &Rules) -> Vec<Handle> {
    let mut found = Found::default();
    for level in levels {
        found.read(level.pack, later, rules, |place, term| match place.year {
            Some(year) => year >= open,
            None => term.lever() != Lever::Fixed,
        });
    }
    let years = found.places.iter().filter(|place| place.year.is_some()).copied();
    found.named = years.collect();
    found.handles(later, rules)
}

/// Places with what is required of them.
#[derive(Default)]
struct Found {
    places: BTreeSet<FactRef>,
    named: BTreeSet<FactRef>,
    figures: BTreeMap<FactRef, Vec<i64>>,
}

impl Found {
    /// Takes up what gaps and routes name, each year at its distance from the application.
    fn advised(&mut self, advice: &Advice<'_>, this: i16) {
        let gaps = advice.gaps.iter().filter(|gap| gap.needed).flat_map(|gap| &gap.routes);
        for route in gaps.chain(&advice.routes) {
            let ahead = route.application_year.saturating_sub(this);
            for Change { place, to, .. } in route.changes.iter().map(|planned| &planned.change) {
                let place = FactRef { year: place.year.map(|year| year.saturating_sub(ahead)), ..*place };
                self.places.insert(place);
                self.named.insert(place);
                self.figures.entry(place).or_default().extend(to.as_number());
            }
        }
    }

    /// Takes up what a pack reads, as far as it can be tried.
    fn read(&mut self, pack: &Pack, draft: &Draft, rules: &Rules, is: impl Fn(FactRef, &Term) -> bool) {
        let dossier = draft.dossier(rules.terms());
        for place in evaluate(pack, &dossier).facts_read() {
            let Some(term) = rules.terms().term(place.fact) else { continue };
            if is(place, term) {
                self.places.insert(place);
            }
        }
    }

    fn handles(&self, draft: &Draft, rules: &Rules) -> Vec<Handle> {
        let handle = |place: &FactRef| {
            let term = rules.terms().term(place.fact)?;
            let scale = term.unit().is_some().then(|| self.scale(*place, term, draft, rules));
            Some(Handle { place: *place, scale, named: self.named.contains(place) })
        };
        self.places.iter().filter_map(handle).collect()
    }

    /// A scale that holds the figures of all years, so that they can be compared.
    fn scale(&self, place: FactRef, term: &Term, draft: &Draft, rules: &Rules) -> Scale {
        let dossier = draft.dossier(rules.terms());
        let mut figures: Vec<i64> = dossier.years(place.fact).map(|(_, micros)| micros).collect();
        figures.extend(dossier.get(place.fact).and_then(Value::as_number));
        figures.extend(self.figures.get(&place).into_iter().flatten());
        let unit = if term.kind() == FactKind::Count { MILLION } else { 10_000 };
        Scale::over(term.bounds(), &figures, unit)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Handle, next_year, whenever};
    use crate::advice::later;
    use crate::{
        draft::{Draft, key_of},
        scope::Scope,
        testing::{day, rules},
    };
    use zjtx_evaluator::Lever;

    fn small_firm() -> Draft {
        let mut draft = Draft::new(Scope::on(day("2026-11-22"), &rules()));
        for (key, text) in
            [("rd_expense@2025", "30"), ("operating_revenue@2025", "1000"), ("net_profit@2025", "-5")]
        {
            draft.answer(key, text);
        }
        draft
    }

    #[test]
    fn nothing_fixed_can_be_tried() {
        let rules = rules();
        let handles = whenever(&small_firm(), &rules);
        let term = |handle: &Handle| rules.terms().term(handle.place.fact).expect("a fact").lever();
        assert!(handles.len() > 20);
        assert!(handles.iter().all(|handle| term(handle) != Lever::Fixed));
    }

    #[test]
    fn what_gaps_name_is_told_apart_and_figures_have_a_scale() {
        let rules = rules();
        let handles = whenever(&small_firm(), &rules);
        let of = |key: &str| handles.iter().find(|handle| key_of(rules.terms(), handle.place) == key);
        let revenue = of("operating_revenue@2025").expect("it is read");
        assert!(revenue.named && revenue.scale.is_some());
        assert!(handles.iter().any(|handle| !handle.named));
    }

    #[test]
    fn next_year_plans_open_years_only() {
        let rules = rules();
        let now = small_firm();
        let then = later::years_later(&now, rules.terms(), 1).expect("within the calendar");
        let levels = later::levels(&now, &then, &rules);
        let handles = next_year(&then, &levels, 2026, &rules);
        let years: Vec<i16> = handles.iter().filter_map(|handle| handle.place.year).collect();
        assert!(!years.is_empty() && years.iter().all(|year| *year >= 2026), "{years:?}");
    }
}
