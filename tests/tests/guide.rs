//! The guide (docs/language.md §11): what is asked first, and how few answers could settle a level.

mod support;

use conformance::random::Dossiers;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{RULEBOOK, RULES, pack_ids, pack_json, pack_of};
use zjtx_evaluator::{Dossier, FactRef, Fewest, Guide, Truth, evaluate};

/// The levels in force since 2026-04-01.
const LADDER: [&str; 3] = ["cn-innovative-sme-2022", "cn-specialized-sme-2026", "cn-little-giant-2026"];

fn dossier(facts: &Value) -> Dossier {
    let text = json!({ "schema": 1, "as_of": "2026-11-28", "application_kind": "first", "facts": facts });
    Dossier::parse(&text.to_string(), RULEBOOK.terms()).expect("a dossier")
}

/// The guide of the ladder: the fewest answers of each level, and the ids of what is asked in turn.
fn guided(facts: &Value, unsure: &BTreeSet<FactRef>) -> (Vec<Option<Fewest>>, Vec<String>) {
    let dossier = dossier(facts);
    let assessments: Vec<_> = LADDER.iter().map(|id| evaluate(pack_of(id), &dossier)).collect();
    let guide = Guide::of(&assessments, unsure);
    let fewest = (0..LADDER.len()).map(|level| guide.fewest(level)).collect();
    let asked = guide.order().iter().map(|place| RULEBOOK.terms().id(place.fact).to_owned()).collect();
    (fewest, asked)
}

fn places(ids: &[&str]) -> BTreeSet<FactRef> {
    let place = |id: &&str| FactRef { fact: RULEBOOK.terms().find(id).expect("a term"), year: None };
    ids.iter().map(place).collect()
}

#[test]
fn seven_answers_could_settle_the_first_level_and_one_refutes_any() {
    let (fewest, asked) = guided(&json!({}), &BTreeSet::new());
    assert_eq!(fewest[0], Some(Fewest { met: Some(7), unmet: Some(1) }));
    assert_eq!(fewest[2].and_then(|fewest| fewest.unmet), Some(1));
    assert_eq!(asked[0], "specialized_title", "a title that settles a level comes first: {asked:?}");
    let place = |id: &str| asked.iter().position(|asked| asked == id).expect("a question");
    let [veto, one_of_two_titles, figure] =
        ["serious_dishonesty_list", "innovative_title", "operating_revenue"].map(place);
    assert!(veto < one_of_two_titles && veto < figure, "{asked:?}");
    assert_eq!(asked.last().map(String::as_str), Some("platform_score"), "{asked:?}");
}

#[test]
fn a_settled_level_is_asked_nothing_more() {
    let (before, asked) = guided(&json!({}), &BTreeSet::new());
    assert!(before[2].is_some() && asked.contains(&"single_champion".to_owned()));
    let (after, asked) = guided(&json!({ "specialized_title": false }), &BTreeSet::new());
    assert_eq!(after[2], None);
    assert!(!asked.contains(&"single_champion".to_owned()), "{asked:?}");
}

#[test]
fn what_a_person_cannot_say_is_not_asked_again_and_counts_for_no_way() {
    let unsure = places(&["serious_dishonesty_list"]);
    let (fewest, asked) = guided(&json!({}), &unsure);
    assert!(!asked.contains(&"serious_dishonesty_list".to_owned()));
    assert_eq!(fewest[0], Some(Fewest { met: None, unmet: Some(1) }), "the level cannot be met without it");
}

/// Takes answers away from a settled firm, as many as leave the verdict open, and gives back as few as settle it
/// again: the guide never says that more are needed.
#[test]
fn no_smaller_set_was_seen_to_settle_a_level_than_the_guide_tells() {
    let mut told = 0;
    for id in pack_ids() {
        let pack = pack_of(id);
        let mut dossiers = Dossiers::new(&RULES, pack_json(id), 29);
        for _ in 0..60 {
            let whole = dossiers.random();
            let read = Dossier::parse(&whole.to_string(), RULEBOOK.terms()).expect("a dossier");
            let verdict = evaluate(pack, &read).verdict();
            if verdict == Truth::Undetermined {
                continue;
            }
            let mut less = whole.clone();
            less["facts"] = json!({});
            let needed = settling(pack, &whole, verdict);
            let empty = Dossier::parse(&less.to_string(), RULEBOOK.terms()).expect("a dossier");
            let assessments = [evaluate(pack, &empty)];
            let guide = Guide::of(&assessments, &BTreeSet::new());
            let Some(fewest) = guide.fewest(0) else { continue };
            let fewest = if verdict == Truth::Met { fewest.met } else { fewest.unmet };
            if let Some(fewest) = fewest {
                told += 1;
                assert!(fewest as usize <= needed, "{id}: {fewest} told, {needed} were enough\n{whole}");
            }
        }
    }
    assert!(told > 100, "{told}");
}

/// How many answers of a dossier are left when every one is taken away without which the verdict still stands.
fn settling(pack: &zjtx_evaluator::Pack, whole: &Value, verdict: Truth) -> usize {
    let mut kept = whole.clone();
    for (fact, year) in answers(whole) {
        let mut less = kept.clone();
        match &year {
            Some(year) => less["facts"][&fact].as_object_mut().expect("years").remove(year),
            None => less["facts"].as_object_mut().expect("facts").remove(&fact),
        };
        let read = Dossier::parse(&less.to_string(), RULEBOOK.terms()).expect("a dossier");
        if evaluate(pack, &read).verdict() == verdict {
            kept = less;
        }
    }
    answers(&kept).len()
}

/// The known answers of a dossier: a fact, and its year where it has years.
fn answers(dossier: &Value) -> Vec<(String, Option<String>)> {
    let facts = dossier["facts"].as_object().expect("facts");
    let mut found = Vec::new();
    for (fact, given) in facts {
        match given.as_object() {
            Some(years) => {
                let known = years.iter().filter(|(_, given)| !given.is_null());
                found.extend(known.map(|(year, _)| (fact.clone(), Some(year.clone()))));
            }
            None if given.is_null() => {}
            None => found.push((fact.clone(), None)),
        }
    }
    found
}
