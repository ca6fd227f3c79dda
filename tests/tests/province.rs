//! A province with a scheme, a pack and a round of its own is added from a folder of fixtures alone: no code
//! names a region, a pack or a scheme.

mod support;

use serde_json::Value;
use std::{fs, path::Path};
use support::RULES;
use zjtx_evaluator::{ApplicationKind, Date, Dossier, Lang, Rulebook, RulebookDoc, Truth, evaluate};
use zjtx_reference::Reference;

fn fixture() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("province/zhejiang.json");
    serde_json::from_str(&fs::read_to_string(file).expect("the fixture")).expect("JSON")
}

/// The rules with the province in them.
fn rules(province: &Value) -> Value {
    let mut rules = RULES.clone();
    let mut add = |pointer: &str, entry: &Value| {
        let list = rules.pointer_mut(pointer).and_then(Value::as_array_mut).expect("a list");
        list.push(entry.clone());
    };
    add("/catalog/regions", &province["region"]);
    add("/catalog/schemes", &province["scheme"]);
    add("/catalog/packs", &province["pack"]["id"]);
    add("/catalog/counted", &province["counted"]);
    add("/terms/facts", &province["fact"]);
    add("/sources", &province["source"]);
    add("/packs", &province["pack"]);
    add("/rounds/rounds", &province["round"]);
    rules
}

#[test]
fn a_province_is_data_alone() {
    let province = fixture();
    let rules = rules(&province);
    let doc: RulebookDoc = serde_json::from_value(rules.clone()).expect("the files of a rulebook");
    let (rulebook, found) = Rulebook::check(doc);
    assert!(found.is_empty(), "{found:?}");
    let dossier = Dossier::parse(&province["dossier"].to_string(), rulebook.terms()).expect("a dossier");
    let region = rulebook.region_of(&dossier);
    assert_eq!(region, "330000", "the answer to registered_by places the firm");
    assert_eq!(rulebook.home_of("330100").map(|home| home.name.get(Lang::Zh)), Some("浙江省"));
    let pack = rulebook.select("provincial_star", &region, dossier.as_of(), dossier.kind()).expect("a pack");
    assert_eq!(evaluate(pack, &dossier).verdict(), Truth::Met);
    let day = Date::parse("2030-05-01").expect("a day");
    assert!(rulebook.select("provincial_star", "440000", day, ApplicationKind::First).is_none());
    assert!(rulebook.rounds().iter().any(|round| round.id == "zj-star-2030"));
    let told = Reference::new(rules).evaluate(pack.id(), &province["dossier"]).expect("an outcome");
    assert_eq!(told["verdict"], "met");
}
