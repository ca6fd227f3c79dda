//! Files that version 0.1.0 left behind are still read (tests/upgrade/0.1.0/README.md).

use serde_json::Value;
use zjtx_evaluator::{ApplicationKind, Dossier, Rulebook, Truth, evaluate};

fn read(name: &str) -> String {
    let file = format!("{}/upgrade/0.1.0/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn rulebook() -> Rulebook {
    Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check")
}

#[test]
fn a_dossier_file_is_read_and_judged_as_it_was() {
    let rulebook = rulebook();
    let text = read("firm.dossier.json");
    let dossier = Dossier::parse(&text, rulebook.terms()).expect("a dossier");
    assert_eq!(
        (dossier.as_of().to_string().as_str(), dossier.kind()),
        ("2023-07-01", ApplicationKind::First)
    );
    let pack = rulebook.pack("cn-specialized-sme-2022").expect("the pack of that day");
    assert_eq!(evaluate(pack, &dossier).verdict(), Truth::Met);
    let again: Value = serde_json::from_str(&dossier.to_json(rulebook.terms())).expect("JSON");
    assert_eq!(again, serde_json::from_str::<Value>(&text).expect("JSON"), "nothing was lost");
}

#[test]
fn every_answer_of_kept_tests_still_has_its_question() {
    let rulebook = rulebook();
    let archive: Value = serde_json::from_str(&read("all.zjtx.json")).expect("JSON");
    let firms = archive["firms"].as_array().expect("firms").iter();
    let records: Vec<&Value> = firms.flat_map(|firm| firm["records"].as_array().expect("records")).collect();
    assert_eq!(records.len(), 3);
    let answers = records.iter().flat_map(|record| record["draft"]["answers"].as_object().expect("answers"));
    let unknown: Vec<&String> = answers
        .map(|(key, _)| key)
        .filter(|key| rulebook.terms().find(key.split('@').next().unwrap_or(key)).is_none())
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
