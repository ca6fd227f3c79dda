//! What a checked pack holds in memory, counted by the allocator: under 1 MB each.

mod support;

use allocation_counter::measure;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{RULES, pack_ids, pack_json};
use zjtx_evaluator::{Rulebook, RulebookDoc};

/// The most that a pack may hold, together with the packs it takes from.
const MOST_BYTES: i64 = 1_000_000;

#[test]
fn a_pack_holds_less_than_a_megabyte() {
    let without = held(&BTreeSet::new());
    println!("vocabulary, tables and documents    {:>7.1} KB", kilobytes(without));
    for pack in pack_ids() {
        let bytes = held(&with_bases(pack)) - without;
        println!("{pack:<35} {:>7.1} KB", kilobytes(bytes));
        assert!(0 < bytes && bytes < MOST_BYTES, "{pack} holds {bytes} bytes");
    }
    let all = held(&pack_ids().into_iter().collect());
    println!("the whole rulebook                  {:>7.1} KB", kilobytes(all));
}

fn kilobytes(bytes: i64) -> f64 {
    bytes as f64 / 1e3
}

/// Bytes that a rulebook with these packs holds once it is checked.
fn held(packs: &BTreeSet<&str>) -> i64 {
    let mut rules = RULES.clone();
    rules["catalog"]["packs"] = json!(packs);
    let all = rules["packs"].as_array_mut().expect("a list of packs");
    all.retain(|pack| pack["id"].as_str().is_some_and(|id| packs.contains(id)));
    let mut checked = None;
    let counted = measure(|| {
        let doc: RulebookDoc = serde_json::from_value(rules.clone()).expect("the rules are a rulebook");
        checked = Some(Rulebook::check(doc).0);
    });
    let found = checked.map_or(0, |rulebook| rulebook.packs().len());
    assert_eq!(found, packs.len(), "every pack passes the check");
    counted.bytes_current
}

/// The pack, the packs it extends and the one with its size table.
fn with_bases(pack: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::from([pack]);
    let bases = ["extends", "size_table"].map(|field| pack_json(pack).get(field).and_then(Value::as_str));
    for base in bases.into_iter().flatten() {
        found.extend(with_bases(base));
    }
    found
}
