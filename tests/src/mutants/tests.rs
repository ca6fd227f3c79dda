//! Unit tests.

use super::{Mutation, left_out, literals, mutants, occasions, operators};
use serde_json::{Value, json};

fn pack() -> Value {
    json!({
        "in_force": [{ "from": "2021-04-19" }],
        "gates": [
            { "title": { "zh": "3%" }, "test": { "compare": { "quantity": {}, "at_least": "3%", "phrase": "以上" } } },
            { "applies_to": ["first"], "test": { "all": [{ "holds": "a" }, { "holds": "b" }] } },
        ],
        "vetoes": [{ "test": { "holds": "c" } }],
        "score_sheet": { "band": { "rows": [{ "at_least": "80%", "points": "5分" }] } },
    })
}

#[test]
fn every_literal_is_moved_both_ways() {
    let moved: Vec<_> = literals(&pack()).into_iter().map(|mutant| mutant.mutation).collect();
    let expected = [
        ("3%", "3.0001%"),
        ("3%", "2.9999%"),
        ("80%", "80.0001%"),
        ("80%", "79.9999%"),
        ("5分", "6分"),
        ("5分", "4分"),
    ];
    let expected = expected.map(|(from, to)| Mutation::Literal(from.to_owned(), to.to_owned()));
    assert_eq!(moved, expected);
}

#[test]
fn operators_change_in_comparisons_only() {
    let found = operators(&pack());
    let compare = |at: usize| found[at].pack.pointer("/gates/0/test/compare").cloned();
    assert_eq!(found.len(), 2);
    assert_eq!(compare(0), Some(json!({ "quantity": {}, "more_than": "3%", "phrase": "以上" })));
    assert_eq!(compare(1), Some(json!({ "quantity": {}, "less_than": "3%", "phrase": "以上" })));
}

#[test]
fn conditions_are_left_out_one_by_one() {
    let found = left_out(&pack());
    let pointers: Vec<_> = found.iter().map(|mutant| mutant.pointer.as_str()).collect();
    assert_eq!(pointers, ["/gates/0", "/gates/1", "/gates/1/test/all/0", "/gates/1/test/all/1"]);
    assert_eq!(found[3].pack.pointer("/gates/1/test/all"), Some(&json!([{ "holds": "a" }])));
}

#[test]
fn a_condition_loses_its_occasions_but_the_pack_does_not() {
    let found = occasions(&pack());
    let mutations: Vec<_> = found.iter().map(|mutant| (mutant.pointer.as_str(), &mutant.mutation)).collect();
    assert_eq!(mutations, [("/gates/1", &Mutation::Always("applies_to"))]);
    assert_eq!(found[0].pack.pointer("/gates/1/applies_to"), None);
}

#[test]
fn no_mutant_is_the_pack_itself() {
    let pack = pack();
    let all = mutants(&pack);
    assert_eq!(all.len(), 13);
    assert!(all.iter().all(|mutant| mutant.pack != pack));
}
