//! The same firm in a later year, and with changes made: docs/advice.md §2, written a second time.

use conformance::literal::{read_decimal, write_decimal};
use serde_json::{Map, Value};
use zjtx_evaluator::{Dossier, FactPeriod, FactRef, Pack, Terms, Value as Answer, advice::Change};

/// A dossier of JSON.
pub fn parsed(json: &Value, terms: &Terms) -> Dossier {
    Dossier::parse(&json.to_string(), terms).unwrap_or_else(|errors| panic!("{errors}\n{json}"))
}

/// How far a value lies from another for its size, in millionths rounded up.
pub fn share(from: &Answer, to: &Answer) -> u64 {
    let position = |value: &Answer| match value {
        Answer::Number(micros) => *micros,
        Answer::Rank(rank) => i64::from(rank.unwrap_or(0)),
        _ => 0,
    };
    let (from, to) = (position(from), position(to));
    let scale = u128::from(from.unsigned_abs().max(to.unsigned_abs()).max(1));
    let parts = (u128::from(from.abs_diff(to)) * 1_000_000).div_ceil(scale);
    u64::try_from(parts.min(1_000_000)).expect("a share")
}

/// Whether a pack is in force on the day of a dossier, for its kind of application.
pub fn is_in_force(pack: &Pack, then: &Dossier) -> bool {
    let rows = pack.in_force().iter().filter(|row| row.kinds.contains(&then.kind()));
    rows.into_iter().any(|row| row.span().contains(then.as_of()))
}

/// What a dossier says at a place, given or derived.
pub fn value_at(dossier: &Dossier, terms: &Terms, place: FactRef) -> Option<Answer> {
    match place.year {
        Some(year) => dossier.get_year(place.fact, year).map(Answer::Number),
        None => dossier.answer(terms, place.fact).cloned(),
    }
}

/// A dossier with changes made.
pub fn with(base: &Dossier, changes: &[&Change]) -> Dossier {
    let mut dossier = base.clone();
    for change in changes {
        match change.place.year {
            Some(year) => dossier.set_year(change.place.fact, year, change.to.as_number()),
            None => dossier.set(change.place.fact, Some(change.to.clone())),
        }
    }
    dossier
}

/// The firm of a dossier some years on (docs/advice.md §2), from its JSON.
pub fn later(dossier: &Dossier, terms: &Terms, years: i16) -> Dossier {
    let mut json: Value = serde_json::from_str(&dossier.to_json(terms)).expect("JSON");
    let this = dossier.as_of().year();
    let day = json["as_of"].as_str().expect("a day").to_owned();
    let leap = years % 4 == 0 && (this + years) % 100 != 0;
    let day = if leap { day } else { day.replace("02-29", "02-28") };
    json["as_of"] = format!("{}{}", this + years, &day[4..]).into();
    let given = json["facts"].as_object().expect("facts").clone();
    for (id, own) in &given {
        let term = terms.term(terms.find(id).expect("a fact")).expect("a term");
        if term.is_duration() {
            let own = read_decimal(own.as_str().expect("years")).expect("a number");
            json["facts"][id] =
                write_decimal((own + i128::from(years) * 1_000_000).min(1_000_000_000)).into();
        }
        let Some(period) = term.period() else { continue };
        let open = this + i16::from(period == FactPeriod::ApplicationYear);
        for year in open..open + years {
            let before = json["facts"][id][(year - 1).to_string()].clone();
            let own = &mut json["facts"][id][year.to_string()];
            if own.is_null() {
                *own = before;
            }
        }
    }
    let whole = |id: &str| terms.term(terms.find(id)?)?.part_of().map(str::to_owned);
    for (id, own) in &given {
        let Some(whole) = whole(id).filter(|_| own.is_object()) else { continue };
        for year in (this..this + years).map(|year| year.to_string()).filter(|year| own[year].is_null()) {
            let [part, most] =
                [id, &whole].map(|id| json["facts"][id][&year].as_str().and_then(read_decimal));
            if part.zip(most).is_some_and(|(part, most)| part > most) {
                json["facts"][id][&year] = json["facts"][&whole][&year].clone();
            }
        }
    }
    parsed(&json, terms)
}

/// Whether a value of one direction lies farther from another than a third.
pub fn is_farther(from: &Answer, to: &Answer, than: &Answer) -> bool {
    match (from, to, than) {
        (Answer::Number(from), Answer::Number(to), Answer::Number(than)) => {
            from.abs_diff(*to) > from.abs_diff(*than)
        }
        (Answer::Rank(_), Answer::Rank(Some(to)), Answer::Rank(Some(than))) => to < than,
        _ => false,
    }
}

/// The dossier with its facts in the opposite order.
pub fn turned(json: &Value) -> Value {
    let mut turned = json.clone();
    let facts = json["facts"].as_object().expect("facts");
    turned["facts"] =
        facts.iter().rev().map(|(key, value)| (key.clone(), value.clone())).collect::<Map<_, _>>().into();
    turned
}
