//! Broken input by the minute: a panic, or an input that takes too much memory, ends it.

use crate::{
    broken::Breaker,
    support::{RULEBOOK, RULES, golden, pack_ids, pack_json, with_pack},
};
use allocation_counter::measure;
use conformance::{mutants::mutants, random::Dossiers};
use serde_json::Value;
use std::time::{Duration, Instant};
use zjtx_evaluator::{Dossier, Lang, Pack, Rulebook, RulebookDoc, evaluate, parse_file, written::PackDoc};

/// The most that reading and judging one input may allocate at a time.
const MOST_BYTES: u64 = 16 << 20;
/// Dossiers that one mutant of a pack judges.
const EACH_MUTANT: usize = 200;
/// Of the mutants of a pack every n-th is tried before the next pack's turn.
const EACH_NTH: usize = 29;

/// Broken dossiers are read, and judged by every pack where they still can be.
pub fn dossiers(time: Duration, seed: u64) {
    let texts: Vec<String> = golden().iter().map(|case| case.dossier().to_string()).collect();
    let mut breaker = Breaker::new(texts, seed);
    let told = repeat(time, || {
        let text = breaker.next();
        move || match Dossier::parse(&text, RULEBOOK.terms()) {
            Ok(dossier) => {
                RULEBOOK.packs().iter().for_each(|pack| judge(pack, &dossier));
                true
            }
            Err(errors) => {
                assert!(!errors.to_string().is_empty());
                false
            }
        }
    });
    println!("broken dossiers: {told} can still be judged");
}

/// Broken packs are read and checked, and judge the golden dossiers where they still pass.
pub fn packs(time: Duration, seed: u64) {
    let texts = pack_ids().iter().map(|pack| pack_json(pack).to_string()).collect();
    let mut breaker = Breaker::new(texts, seed);
    let told = repeat(time, || {
        let text = breaker.next();
        move || {
            let Ok(pack) = parse_file::<PackDoc>("packs/broken.json", &text) else { return false };
            let id = pack.id.clone();
            let rulebook = with_document(pack);
            let Some(pack) = rulebook.pack(&id) else { return false };
            for case in golden().iter().step_by(9) {
                let text = case.dossier().to_string();
                judge(pack, &Dossier::parse(&text, rulebook.terms()).expect("a good dossier"));
            }
            true
        }
    });
    println!("broken packs: {told} still pass the check");
}

/// The rules with a pack in place of the one of its id.
fn with_document(pack: PackDoc) -> Rulebook {
    let mut rules: RulebookDoc = serde_json::from_value(RULES.clone()).expect("the rules are a rulebook");
    rules.packs.retain(|other| other.id != pack.id);
    rules.packs.push(pack);
    Rulebook::check(rules).0
}

/// Random dossiers are judged by packs with one mistake each, pack after pack.
pub fn evaluation(time: Duration, seed: u64) {
    let packs = pack_ids();
    let offset = seed as usize % EACH_NTH;
    let chosen = |pack: &str| mutants(pack_json(pack)).into_iter().skip(offset).step_by(EACH_NTH);
    let mut rounds =
        packs.iter().cycle().flat_map(|pack| chosen(pack).map(move |mutant| (pack, mutant))).zip(seed..);
    let told = repeat(time, || {
        let ((pack, mutant), seed) = rounds.next().expect("packs do not end");
        let mut source = Dossiers::new(&RULES, pack_json(pack), seed);
        let dossiers: Vec<Value> = (0..EACH_MUTANT).map(|_| source.random()).collect();
        move || judged_by_mutant(&mutant.pack, &dossiers)
    });
    println!("mutants of packs, {EACH_MUTANT} random dossiers each: {told} pass the check and judge them");
}

fn judged_by_mutant(mutant: &Value, dossiers: &[Value]) -> bool {
    let Some(rulebook) = with_pack(mutant) else { return false };
    let pack = mutant["id"].as_str().and_then(|id| rulebook.pack(id)).expect("a pack that passed");
    for dossier in dossiers {
        judge(pack, &Dossier::parse(&dossier.to_string(), rulebook.terms()).expect("a good dossier"));
    }
    true
}

/// Everything that is made of a judgement: outcome and explanation in both languages.
fn judge(pack: &Pack, dossier: &Dossier) {
    let assessment = evaluate(pack, dossier);
    drop(assessment.outcome());
    for judged in assessment.criteria() {
        for lang in [Lang::Zh, Lang::En] {
            drop(assessment.explain(judged, lang));
        }
    }
}

/// Makes inputs and tries them until the time is over; says how many there were and how many were accepted.
fn repeat<Try: FnOnce() -> bool>(time: Duration, mut next: impl FnMut() -> Try) -> String {
    let (started, mut tried, mut accepted, mut most) = (Instant::now(), 0_u64, 0_u64, 0_u64);
    while started.elapsed() < time {
        let attempt = next();
        let counted = measure(|| accepted += u64::from(attempt()));
        assert!(counted.bytes_max < MOST_BYTES, "an input took {} bytes", counted.bytes_max);
        most = most.max(counted.bytes_max);
        tried += 1;
    }
    format!("{tried} tried, at most {:.1} MB for one, {accepted}", most as f64 / 1e6)
}
