//! The same firm in a later year, and plans. What a closed year was stays what it was.

use crate::{
    advice::{trial::Answers, words},
    draft::{Draft, Reading, key_of, place_of, read_text, typed},
    rulebook::Rules,
};
use zjtx_evaluator::{
    Dossier, FactRef, Pack, Terms, Value,
    advice::{Change, Planned},
    number::{MILLION, format_micros},
};
use zjtx_rules::NAMED_BY;

/// Which rules judge a later year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// Those of now, known to be in force then.
    Same,
    /// Others, known already.
    Other,
    /// Those of now, since none are known for then.
    Present,
}

/// A level as it is judged on a later day.
#[derive(Clone, Copy, Debug)]
pub struct LaterLevel<'r> {
    /// The pack that judges.
    pub pack: &'r Pack,
    /// Whether the firm is judged by it now, too.
    pub ruling: Ruling,
}

/// The firm `years` years later: durations have grown, and the figures of the years in between are open.
pub fn years_later(draft: &Draft, terms: &Terms, years: u16) -> Option<Draft> {
    let mut later = draft.clone();
    later.scope.as_of = draft.scope.as_of.years_later(years)?;
    let dossier = draft.dossier(terms);
    for (fact, term) in terms.facts().filter(|(_, term)| term.is_duration()) {
        if let Some(Value::Number(own)) = dossier.get(fact) {
            let grown = own.saturating_add(i64::from(years).saturating_mul(MILLION)).min(term.bounds().1);
            later.answer(term.id(), &format_micros(i128::from(grown)));
        }
    }
    Some(later)
}

/// The levels of a draft with the rules of a later draft's day.
pub fn levels<'r>(now: &Draft, later: &Draft, rules: &'r Rules) -> Vec<LaterLevel<'r>> {
    let judged = now.scope.levels(rules).into_iter().filter_map(|level| {
        let known = later.scope.pack_of(level.scheme, rules);
        Some(match (level.pack, known) {
            (Some(present), None) => LaterLevel { pack: present, ruling: Ruling::Present },
            (present, Some(pack)) => {
                let same = present.is_some_and(|present| present.id() == pack.id());
                LaterLevel { pack, ruling: if same { Ruling::Same } else { Ruling::Other } }
            }
            (None, None) => return None,
        })
    });
    judged.collect()
}

/// What a year's figures were before it, for places that are open: a start for a plan.
pub fn as_the_year_before(draft: &Draft, terms: &Terms, places: impl Iterator<Item = FactRef>) -> Answers {
    let mut answers = Answers::new();
    for place in places {
        let Some(year) = place.year else { continue };
        let (key, before) = (key_of(terms, place), key_of(terms, FactRef { year: Some(year - 1), ..place }));
        let text = draft.text(&before);
        if draft.text(&key).trim().is_empty() && !text.trim().is_empty() {
            answers.insert(key, text.to_owned());
        }
    }
    answers
}

/// The changes that answers make to a draft, each with its effort.
pub fn changes(draft: &Draft, tried: &Answers, terms: &Terms) -> Vec<Planned> {
    let dossier = draft.dossier(terms);
    let change = |(key, text): (&String, &String)| {
        let place = place_of(terms, key)?;
        let Reading::Understood(to) = read_text(text, terms.term(place.fact)?, terms) else { return None };
        let from = value_at(&dossier, place);
        (from.as_ref() != Some(&to)).then(|| Planned::of(Change { place, from, to }, terms, &dossier))
    };
    tried.iter().filter_map(change).collect()
}

fn value_at(dossier: &Dossier, place: FactRef) -> Option<Value> {
    match place.year {
        Some(year) => dossier.get_year(place.fact, year).map(Value::Number),
        None => dossier.get(place.fact).cloned(),
    }
}

/// What was tried of a firm as it is now becomes a plan for the first year in which all of it could count.
/// Every tried figure stands in that plan for a year that is still open, at the same distance from its day.
pub fn plan(draft: &Draft, tried: &Answers, terms: &Terms) -> Option<Draft> {
    let changes = changes(draft, tried, terms);
    let this = draft.scope.as_of.year();
    let windows = changes.iter().filter_map(|planned| Some(planned.window?.saturating_sub(this)));
    let closed = changes.iter().filter_map(|planned| Some(this.saturating_sub(planned.change.place.year?)));
    let years = u16::try_from(windows.chain(closed).max().unwrap_or(0)).unwrap_or(0);
    let mut plan = years_later(draft, terms, years)?;
    for planned in &changes {
        let (place, change) = (planned.change.place, &planned.change);
        let Some(term) = terms.term(place.fact) else { continue };
        // A duration has grown on the way.
        if term.is_duration() && change.from.is_some() && years > 0 {
            continue;
        }
        let year = place.year.map(|year| year.saturating_add_unsigned(years));
        if let Some(text) = typed(&change.to, term) {
            plan.answer(&key_of(terms, FactRef { year, ..place }), &text);
        }
    }
    Some(named(plan))
}

/// A plan for the year of its own day, with what was tried in it.
pub fn plan_of(later: &Draft, tried: &Answers) -> Draft {
    let mut plan = later.clone();
    tried.iter().for_each(|(key, text)| plan.answer(key, text));
    named(plan)
}

/// Called a plan, so that nobody takes it for what the firm is.
fn named(mut plan: Draft) -> Draft {
    let year = plan.scope.as_of.year();
    let name = words::plan_of(plan.firm(), year);
    plan.answer(NAMED_BY, &name);
    plan
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
