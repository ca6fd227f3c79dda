//! Every mistake that could slip into a pack is noticed by the checker, a golden case or a boundary case.

mod support;

use conformance::{
    boundaries::{boundaries, boundaries_at},
    mutants::{Mutant, mutants},
    sizes::size_boundaries,
    variants::variants,
};
use serde_json::Value;
use std::collections::BTreeMap;
use support::{RULES, golden, outcome, pack_ids, pack_json, pack_of, with_pack};

/// Mutants that change no answer, each with the reason, by pack and place.
const SURVIVORS: &str = include_str!("../mutation-survivors.json");

/// A dossier and what the pack makes of it; `place` is the threshold it was made for.
struct Probe {
    place: String,
    dossier: Value,
    expected: Value,
}

impl Probe {
    fn new(pack: &str, place: String, dossier: Value) -> Self {
        let expected = outcome(pack_of(pack), &dossier);
        Self { place, dossier, expected }
    }
}

/// Golden cases of a pack and the dossiers at every threshold near them.
fn probes(pack: &str) -> Vec<Probe> {
    let mut probes = Vec::new();
    for case in golden().iter().filter(|case| case.speaks_of(pack)) {
        probes.push(Probe::new(pack, String::new(), case.dossier().clone()));
        let mut at_thresholds = boundaries(&RULES, pack_json(pack), case.dossier());
        if pack_json(pack)["size_table"].is_object() {
            at_thresholds.extend(size_boundaries(&RULES, pack_json(pack), case.dossier()));
        }
        probes.extend(at_thresholds.into_iter().map(|at| Probe::new(pack, at.pointer, at.dossier)));
    }
    probes
}

/// What shows a place that its alternatives hide: cases with one fact moved, and the thresholds near them.
fn deeper_probes(pack: &str, place: &str) -> Vec<Probe> {
    let mut probes = Vec::new();
    for case in golden().iter().filter(|case| case.speaks_of(pack)) {
        for variant in variants(&RULES, case.dossier()) {
            let at = boundaries_at(&RULES, pack_json(pack), &variant, |pointer| pointer == place);
            probes.extend(at.into_iter().map(|at| Probe::new(pack, at.pointer, at.dossier)));
            probes.push(Probe::new(pack, String::new(), variant));
        }
    }
    probes
}

/// Whether any probe, those of the mutated place first, is judged otherwise.
fn is_noticed(mutant: &Mutant, probes: &[Probe], by_place: &BTreeMap<&str, Vec<&Probe>>) -> bool {
    let id = mutant.pack["id"].as_str().expect("a pack has an id");
    let Some(rulebook) = with_pack(&mutant.pack) else { return true };
    let Some(pack) = rulebook.pack(id) else { return true };
    let differs_on = |probe: &Probe| differs(&outcome(pack, &probe.dossier), &probe.expected);
    let nearest = by_place.get(mutant.pointer.as_str()).into_iter().flatten().copied();
    nearest.chain(probes).any(differs_on) || deeper_probes(id, &mutant.pointer).iter().any(differs_on)
}

fn differs(found: &Value, expected: &Value) -> bool {
    ["verdict", "criteria", "declarations", "score", "size_class"]
        .iter()
        .any(|field| found[field] != expected[field])
}

/// Places of mutants that nothing noticed, and how many mutants there were.
fn survivors(pack: &str) -> (Vec<String>, usize) {
    let probes = probes(pack);
    let mut by_place: BTreeMap<&str, Vec<&Probe>> = BTreeMap::new();
    for probe in &probes {
        by_place.entry(&probe.place).or_default().push(probe);
    }
    let mutants = mutants(pack_json(pack));
    let survived = mutants.iter().filter(|mutant| !is_noticed(mutant, &probes, &by_place));
    let survived: Vec<String> =
        survived.map(|mutant| format!("{} {:?}", mutant.pointer, mutant.mutation)).collect();
    (survived, mutants.len())
}

#[test]
fn every_mutant_is_noticed_or_listed_with_its_reason() {
    let listed: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(SURVIVORS).expect("the list of survivors");
    let results: Vec<(&str, Vec<String>, usize)> = std::thread::scope(|scope| {
        let running: Vec<_> =
            pack_ids().into_iter().map(|pack| (pack, scope.spawn(move || survivors(pack)))).collect();
        let finished = running.into_iter().map(|(pack, run)| (pack, run.join().expect("no panic")));
        finished.map(|(pack, (survived, all))| (pack, survived, all)).collect()
    });
    let mut unexplained = Vec::new();
    for (pack, survived, all) in &results {
        println!("{pack}: {} of {all} mutants noticed", all - survived.len());
        let reasons = listed.get(*pack);
        let new =
            survived.iter().filter(|place| !reasons.is_some_and(|reasons| reasons.contains_key(*place)));
        unexplained.extend(new.map(|place| format!("{pack} {place}")));
    }
    assert!(unexplained.is_empty(), "not noticed:\n{}", unexplained.join("\n"));
    let stale = listed.iter().flat_map(|(pack, places)| places.keys().map(move |place| (pack, place)));
    for (pack, place) in stale {
        let survives = results.iter().any(|(id, survived, _)| id == pack && survived.contains(place));
        assert!(survives, "{pack} {place} is noticed now: take it off the list");
    }
}
