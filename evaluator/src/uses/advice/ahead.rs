//! The same firm in a later application year: closed years as they were, durations grown, and the years that are
//! still open like the year before them where nothing is said of them.

use crate::{
    base::{
        application_kind::ApplicationKind, date::Date, fact_kind::FactPeriod, number::MILLION, value::Value,
    },
    language::{
        dossier::Dossier,
        missing::FactRef,
        packs::Pack,
        rulebook::Rulebook,
        terms::{Term, Terms},
    },
};

/// The first year of a fact that is not closed on a day: that of the day for figures of a firm's books, the next one
/// for points that the platform gives an application.
pub(super) const fn first_open(period: FactPeriod, today: Date) -> i16 {
    match period {
        FactPeriod::Year | FactPeriod::YearEnd => today.year(),
        FactPeriod::ApplicationYear => today.year().saturating_add(1),
    }
}

/// Whether a place has a year that is still open on a day.
pub(super) fn is_open(terms: &Terms, place: FactRef, today: Date) -> bool {
    let period = terms.term(place.fact).and_then(Term::period);
    period.zip(place.year).is_some_and(|(period, year)| year >= first_open(period, today))
}

/// The firm of a dossier as it applies `years` years later, if nothing else changes; `None` beyond the calendar.
pub fn ahead(dossier: &Dossier, terms: &Terms, years: u16) -> Option<Dossier> {
    let day = dossier.as_of().years_later(years)?;
    let mut later = dossier.clone().judged(day, dossier.kind());
    for (fact, term) in terms.facts() {
        if let (true, Some(Value::Number(own))) = (term.is_duration(), dossier.get(fact)) {
            let grown = i64::from(years).saturating_mul(MILLION).saturating_add(*own);
            later.set(fact, Some(Value::Number(grown.min(term.bounds().1))));
        }
        let newest = later.period_year(term.period(), 0);
        for year in term
            .period()
            .zip(newest)
            .into_iter()
            .flat_map(|(period, newest)| first_open(period, dossier.as_of())..=newest)
        {
            if later.get_year(fact, year).is_none() {
                let before = later.get_year(fact, year.saturating_sub(1));
                later.set_year(fact, year, before);
            }
        }
    }
    keep_parts_within_wholes(dossier, &mut later, terms);
    Some(later)
}

/// Where a part is taken over from the year before and its whole is not, it is no more than the whole.
fn keep_parts_within_wholes(dossier: &Dossier, later: &mut Dossier, terms: &Terms) {
    for (part, term) in terms.facts() {
        let Some(whole) = term.part_of().and_then(|id| terms.find(id)) else { continue };
        let taken: Vec<(i16, i64)> =
            later.years(part).filter(|(year, _)| dossier.get_year(part, *year).is_none()).collect();
        for (year, micros) in taken {
            if let Some(whole) = later.get_year(whole, year).filter(|whole| *whole < micros) {
                later.set_year(part, year, Some(whole));
            }
        }
    }
}

/// The pack that judges what a pack judges now on a later day, and whether it is known to be in force then; where none
/// is known, the pack itself.
pub fn pack_on<'r>(rulebook: &'r Rulebook, pack: &'r Pack, dossier: &Dossier, day: Date) -> (&'r Pack, bool) {
    if is_in_force(pack, day, dossier.kind()) {
        return (pack, true);
    }
    let region = rulebook.region_of(dossier);
    let known = [region.as_str(), pack.region()]
        .into_iter()
        .find_map(|region| rulebook.select(pack.scheme(), region, day, dossier.kind()));
    known.map_or((pack, false), |known| (known, true))
}

fn is_in_force(pack: &Pack, day: Date, kind: ApplicationKind) -> bool {
    pack.in_force().iter().any(|row| row.kinds.contains(&kind) && row.span().contains(day))
}
