//! What a missing answer does: the eight rows that every rule engine should be asked about.

mod support;

use serde_json::{Value, json};
use support::{outcome, pack_json, with_pack};

/// 总资产 below 15 万元; the phrase is the size standard's.
fn below_15() -> Value {
    json!({ "compare": { "quantity": { "fact": "total_assets" }, "less_than": "15万元", "phrase": "不足" } })
}

fn holds(fact: &str) -> Value {
    json!({ "holds": fact })
}

/// The truth of one node as the only gate of a pack.
fn truth(node: Value, facts: Value) -> Value {
    let mut pack = pack_json("cn-little-giant-2021").clone();
    for chapter in ["prerequisites", "vetoes", "routes", "declarations", "score_sheet"] {
        pack.as_object_mut().expect("a pack").remove(chapter);
    }
    let mut gate = pack["gates"][0].clone();
    gate["test"] = node;
    pack["gates"] = json!([gate]);
    let rulebook = with_pack(&pack).expect("the pack passes the check");
    let dossier = json!({ "schema": 1, "as_of": "2021-05-01", "application_kind": "first", "facts": facts });
    outcome(rulebook.pack("cn-little-giant-2021").expect("a pack"), &dossier)["verdict"].clone()
}

#[test]
fn the_eight_rows_of_missing_values() {
    let (no, yes) = (json!({ "own_brand": false }), json!({ "own_brand": true }));
    let both = |key: &str| json!({ key: [holds("own_brand"), holds("rd_institution")] });
    let rows = [
        ("a < 15, a absent", truth(below_15(), json!({})), "undetermined"),
        ("not (a < 15), a absent", truth(json!({ "not": below_15() }), json!({})), "undetermined"),
        ("false and unknown", truth(both("all"), no.clone()), "unmet"),
        ("true and unknown", truth(both("all"), yes.clone()), "undetermined"),
        ("true or unknown", truth(both("any"), yes), "met"),
        ("false or unknown", truth(both("any"), no), "undetermined"),
        ("a score whose least already clears", score(&["ip_grade", "strategic_emerging"]), "met"),
        ("a score whose bounds lie on both sides of the mark", score(&["operating_revenue"]), "undetermined"),
    ];
    for (row, found, wanted) in rows {
        assert_eq!(found, wanted, "{row}");
    }
    assert_eq!(hopeless_score(), "unmet", "a score whose most stays below");
}

/// The scored firm of the golden baseline with some facts absent.
fn score(absent: &[&str]) -> Value {
    let mut dossier = baseline();
    for fact in absent {
        dossier["facts"].as_object_mut().expect("facts").remove(*fact);
    }
    support::outcome_of("cn-innovative-sme-2022", &dossier)["verdict"].clone()
}

/// Nothing is known of the growth group, and the others are so low that it cannot help.
fn hopeless_score() -> Value {
    let mut dossier = baseline();
    let facts = dossier["facts"].as_object_mut().expect("facts");
    facts.remove("core_business_revenue");
    facts.remove("total_liabilities");
    facts.insert("ip_grade".to_owned(), json!("none"));
    facts.insert("rd_expense".to_owned(), json!({ "2022": "0" }));
    support::outcome_of("cn-innovative-sme-2022", &dossier)["verdict"].clone()
}

fn baseline() -> Value {
    let cases = support::golden();
    let case = cases.iter().find(|case| case.id() == "I22-01").expect("the baseline");
    let mut dossier = case.dossier().clone();
    // 15 + 20 + 20 + 10 + 10 + 20: high enough that two unknown indicators do not matter.
    dossier["facts"]["rd_expense"] = json!({ "2022": "100" });
    dossier["facts"]["core_business_revenue"] = json!({ "2022": "1300", "2021": "1050" });
    dossier
}
