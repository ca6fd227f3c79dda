//! The long checks of `cargo xtask assure`: millions of random dossiers, and broken input by the minute.
//! `assure differential COUNT`, `assure fuzz SECONDS`.

mod support;

use conformance::random::Dossiers;
use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};
use std::{
    env,
    time::{Duration, Instant},
};
use support::{RULEBOOK, RULES, golden, outcome_of, pack_ids, pack_json, with_pack};
use zjtx_evaluator::{Dossier, evaluate};
use zjtx_reference::Reference;

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match (words.first(), words.get(1).and_then(|number| number.parse().ok())) {
        (Some(&"differential"), Some(count)) => differential(count),
        (Some(&"fuzz"), Some(seconds)) => fuzz(Duration::from_secs(seconds)),
        _ => panic!("assure differential COUNT | assure fuzz SECONDS"),
    }
}

/// The engine and the reference on many dossiers, a thread a core.
fn differential(count: u64) {
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || compare(3_000 + thread, count / threads));
        }
    });
    println!("{count} dossiers are judged alike by engine and reference");
}

fn compare(seed: u64, count: u64) {
    let reference = Reference::new(RULES.clone());
    let packs = pack_ids();
    let mut sources: Vec<_> = packs.iter().map(|pack| Dossiers::new(&RULES, pack_json(pack), seed)).collect();
    let cases = golden();
    for index in 0..count as usize {
        let at = index % packs.len();
        let dossier = match cases.get(index % (2 * cases.len())) {
            Some(case) => sources[at].varied(case.dossier()),
            None => sources[at].random(),
        };
        let expected = reference.evaluate(packs[at], &dossier).expect("a good dossier");
        let found = outcome_of(packs[at], &dossier);
        for field in ["verdict", "score", "criteria", "declarations", "missing", "size_class"] {
            assert_eq!(found[field], expected[field], "{} {field}\n{dossier}", packs[at]);
        }
    }
}

/// Broken dossiers, then broken rules, each for that long; a panic ends it.
fn fuzz(time: Duration) {
    let dossiers: Vec<String> = golden().iter().map(|case| case.dossier().to_string()).collect();
    let (read, judged) = fuzz_with(time, &dossiers, |text| match Dossier::parse(text, RULEBOOK.terms()) {
        Ok(dossier) => {
            RULEBOOK.packs().iter().for_each(|pack| drop(evaluate(pack, &dossier).outcome()));
            true
        }
        Err(errors) => {
            assert!(!errors.to_string().is_empty());
            false
        }
    });
    println!("{read} broken dossiers, of which {judged} could still be judged");
    let packs: Vec<String> = pack_ids().iter().map(|pack| pack_json(pack).to_string()).collect();
    let (read, checked) = fuzz_with(time, &packs, |text| {
        let Some(rulebook) = serde_json::from_str(text).ok().and_then(|pack| with_pack(&pack)) else {
            return false;
        };
        for case in golden().iter().step_by(9) {
            let dossier =
                Dossier::parse(&case.dossier().to_string(), rulebook.terms()).expect("a good dossier");
            rulebook.packs().iter().for_each(|pack| drop(evaluate(pack, &dossier).outcome()));
        }
        true
    });
    println!("{read} broken packs, of which {checked} still pass the check");
}

/// How many inputs were tried and how many were accepted.
fn fuzz_with(time: Duration, seeds: &[String], accepts: impl Fn(&str) -> bool) -> (u64, u64) {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(4);
    let (started, mut tried, mut accepted) = (Instant::now(), 0, 0);
    while started.elapsed() < time {
        let broken = broken(&seeds[rng.random_range(0..seeds.len())], seeds, &mut rng);
        accepted += u64::from(accepts(&broken));
        tried += 1;
    }
    (tried, accepted)
}

/// A text with a few places cut, repeated, or replaced by a piece of another or by something odd.
fn broken(text: &str, others: &[String], rng: &mut Xoshiro256PlusPlus) -> String {
    const ODD: [&str; 14] = [
        "null",
        "\"\"",
        "-1",
        "1e400",
        "0.0000001",
        "[[[[",
        "{\"a\":",
        "\"９９９亿\"",
        "\u{0}",
        "\"2025\"",
        "9999999999999999999999999999999",
        "\"-0\"",
        "true",
        "\"none\"",
    ];
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..rng.random_range(1..=4) {
        let from = rng.random_range(0..=characters.len());
        let to = (from + rng.random_range(0..12)).min(characters.len());
        let piece: Vec<char> = match rng.random_range(0..4) {
            0 => Vec::new(),
            1 => ODD[rng.random_range(0..ODD.len())].chars().collect(),
            2 => characters[from..to].repeat(2),
            _ => {
                let other: Vec<char> = others[rng.random_range(0..others.len())].chars().collect();
                let at = rng.random_range(0..other.len());
                other[at..(at + 20).min(other.len())].to_vec()
            }
        };
        characters.splice(from..to, piece);
    }
    characters.into_iter().collect()
}
