//! The engine and the reference, written apart from the same specification, never differ.

mod support;

use conformance::{boundaries::boundaries, random::Dossiers, sizes::size_boundaries};
use serde_json::Value;
use support::{RULES, golden, outcome_of, pack_ids, pack_json};
use zjtx_reference::Reference;

/// Random dossiers in all; half from nothing, half from golden dossiers with some facts changed.
const RANDOM: usize = 20_000;

fn reference() -> Reference {
    Reference::new(RULES.clone())
}

/// Panics where the two differ.
fn compare(reference: &Reference, pack: &str, dossier: &Value) {
    let expected = reference.evaluate(pack, dossier).unwrap_or_else(|error| panic!("{error}\n{dossier}"));
    let found = outcome_of(pack, dossier);
    for field in ["verdict", "score", "criteria", "declarations", "missing", "size_class"] {
        assert_eq!(found[field], expected[field], "{pack} {field} (engine, reference)\n{dossier}");
    }
}

#[test]
fn random_dossiers_are_judged_alike() {
    let packs = pack_ids();
    let each = RANDOM / packs.len();
    std::thread::scope(|scope| {
        for (seed, pack) in (0_u64..).zip(packs) {
            scope.spawn(move || compare_random(pack, seed, each));
        }
    });
}

fn compare_random(pack: &str, seed: u64, count: usize) {
    let reference = reference();
    let cases = golden();
    let mut dossiers = Dossiers::new(&RULES, pack_json(pack), seed);
    for index in 0..count {
        let dossier = match cases.get(index % (2 * cases.len())) {
            Some(case) => dossiers.varied(case.dossier()),
            None => dossiers.random(),
        };
        compare(&reference, pack, &dossier);
    }
}

#[test]
fn every_boundary_is_judged_alike() {
    let reference = reference();
    let mut count = 0;
    for case in golden() {
        for (pack, _) in case.expectations() {
            let mut found = boundaries(&RULES, pack_json(pack), case.dossier());
            if pack_json(pack)["size_table"].is_object() {
                found.extend(size_boundaries(&RULES, pack_json(pack), case.dossier()));
            }
            for boundary in found {
                compare(&reference, pack, &boundary.dossier);
                count += 1;
            }
        }
    }
    println!("{count} boundary dossiers");
    assert!(count > 5_000, "boundaries are generated");
}
