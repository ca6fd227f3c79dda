//! What waiting alone would do: durations grow, every other answer stays, and yearly figures keep their
//! distance from the day.

use super::{
    lever::Way,
    route::marks_of,
    trial::{Goal, Trial, movable},
};
use crate::{
    base::{date::Date, number::MILLION, truth::Truth, value::Value},
    language::{
        assessment::evaluate,
        dossier::Dossier,
        packs::Pack,
        terms::{Term, Terms},
    },
};

/// The first day, whole years from now, on which the verdict would be met if nothing but time went by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Day on which the dossier is judged.
    pub as_of: Date,
    /// Whether the pack is known to be in force then for this kind of application.
    pub in_force: bool,
}

/// The earliest day; `None` where time alone does not help.
pub(super) fn earliest(trial: &Trial<'_>) -> Option<Waiting> {
    let (pack, dossier) = (trial.pack, trial.dossier());
    lacking(trial).into_iter().find_map(|years| {
        let later = rolled(dossier, pack.terms(), years)?;
        let met = evaluate(pack, &later).verdict() == Truth::Met;
        met.then(|| Waiting { as_of: later.as_of(), in_force: is_in_force(pack, &later) })
    })
}

/// Whole years after which a duration may turn something, ascending.
fn lacking(trial: &Trial<'_>) -> Vec<u16> {
    let marks = marks_of(trial, Goal::Verdict);
    let mut years = Vec::new();
    for place in movable(trial, &marks) {
        if !trial.term(place).is_some_and(Term::is_duration) {
            continue;
        }
        let Some(from) = trial.value(place) else { continue };
        // All durations grow together, so none of them outgrows another.
        let values = trial.turning(&marks, place, Way::Up, Some(&from));
        years.extend(values.iter().map(|(far, _)| far.div_ceil(MILLION.unsigned_abs())));
    }
    years.sort_unstable();
    years.dedup();
    years.into_iter().filter_map(|years| u16::try_from(years).ok()).collect()
}

/// The dossier `years` years later; `None` beyond the calendar.
pub(super) fn rolled(dossier: &Dossier, terms: &Terms, years: u16) -> Option<Dossier> {
    let mut later = dossier.clone().judged(dossier.as_of().years_later(years)?, dossier.kind());
    for (fact, term) in terms.facts() {
        if let (true, Some(Value::Number(own))) = (term.is_duration(), dossier.get(fact)) {
            let grown = i64::from(years).saturating_mul(MILLION).saturating_add(*own);
            later.set(fact, Some(Value::Number(grown.min(term.bounds().1))));
        }
        dossier.years(fact).for_each(|(year, _)| later.set_year(fact, year, None));
        for (year, micros) in dossier.years(fact) {
            later.set_year(fact, year.checked_add_unsigned(years)?, Some(micros));
        }
    }
    Some(later)
}

fn is_in_force(pack: &Pack, dossier: &Dossier) -> bool {
    let rows = pack.in_force().iter();
    let mut rows = rows.filter(|row| row.kinds.contains(&dossier.kind()));
    rows.any(|row| row.span().contains(dossier.as_of()))
}
