//! What a person reads beneath a condition: of every kind of node, word for word, in both languages.
//!
//! `tests/explanations/` holds a condition a kind, three dossiers, and what is said of them. A change of wording shows as a
//! difference there; the failing test prints the text as it is now.

mod support;

use serde_json::{Value, json};
use std::{collections::BTreeSet, fmt::Write};
use support::{RULEBOOK, pack_json, told_line, with_pack};
use zjtx_evaluator::{Assessment, Dossier, Judged, Lang, Rulebook, evaluate};

const CONDITIONS: &str = include_str!("../explanations/conditions.json");
const DOSSIERS: &str = include_str!("../explanations/dossiers.json");
const CHINESE: &str = include_str!("../explanations/zh.txt");
const ENGLISH: &str = include_str!("../explanations/en.txt");
const SCHEMA: &str = include_str!("../../rules/schema/pack.json");

/// A real pack whose conditions are replaced; its document registers the phrases that are used.
const PACK: &str = "cn-specialized-sme-2022";

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn conditions() -> Vec<(String, Value)> {
    parsed(CONDITIONS).as_object().expect("conditions by kind").clone().into_iter().collect()
}

/// The rules with one gate a kind of node, under the kind's name.
fn rulebook() -> Rulebook {
    let mut pack = pack_json(PACK).clone();
    let cite = json!({ "source": "cn-2022-63", "clause": "—", "text": "—" });
    let gate = |(kind, test): (String, Value)| {
        let title = json!({ "zh": kind, "en": kind });
        json!({ "id": kind, "title": title, "cite": cite, "confidence": "confirmed", "test": test })
    };
    pack["gates"] = conditions().into_iter().map(gate).collect();
    pack["prerequisites"] = json!([]);
    with_pack(&pack).expect("the rules pass the check with these conditions")
}

fn judged(text: &mut String, assessment: &Assessment<'_, '_>, judged: &Judged<'_>, lang: Lang) {
    let waived = if judged.waived { ", waived" } else { "" };
    let _ = writeln!(text, "{}: {}{waived}", judged.criterion.id, judged.truth.id());
    for explained in assessment.explain(judged, lang) {
        let _ = writeln!(text, "  {}", told_line(&explained));
    }
}

/// All conditions under all dossiers, as a person reads them.
fn told(lang: Lang) -> String {
    let rulebook = rulebook();
    let pack = rulebook.pack(PACK).expect("the pack");
    let kinds: Vec<String> = conditions().into_iter().map(|(kind, _)| kind).collect();
    let mut text = String::new();
    for (name, facts) in parsed(DOSSIERS).as_object().expect("dossiers by name") {
        let _ = writeln!(text, "== {name}");
        let json = json!({ "schema": 1, "as_of": "2026-03-01", "application_kind": "first", "facts": facts });
        let dossier = Dossier::parse(&json.to_string(), rulebook.terms()).expect("a dossier");
        let assessment = evaluate(pack, &dossier);
        let gates = assessment.criteria().into_iter().filter(|judged| kinds.contains(&judged.criterion.id));
        gates.for_each(|gate| judged(&mut text, &assessment, gate, lang));
    }
    text
}

#[test]
fn every_kind_of_node_explains_itself_in_chinese() {
    let told = told(Lang::Zh);
    assert!(told == CHINESE, "tests/explanations/zh.txt is no longer what is said:\n{told}");
}

#[test]
fn every_kind_of_node_explains_itself_in_english() {
    let told = told(Lang::En);
    assert!(told == ENGLISH, "tests/explanations/en.txt is no longer what is said:\n{told}");
}

#[test]
fn no_kind_of_node_is_left_out() {
    let nodes = parsed(SCHEMA)["$defs"]["NodeDoc"]["oneOf"].as_array().expect("kinds of nodes").clone();
    let kinds: BTreeSet<String> = nodes
        .iter()
        .filter_map(|node| Some(node["properties"].as_object()?.keys().next()?.clone()))
        .collect();
    assert!(kinds.len() > 10, "{kinds:?}");
    assert_eq!(conditions().into_iter().map(|(kind, _)| kind).collect::<BTreeSet<_>>(), kinds);
}

#[test]
fn an_alternative_of_several_conditions_has_a_heading() {
    let json = r#"{"schema":1,"as_of":"2021-05-01","application_kind":"first",
        "facts":{"city":"440100","total_assets":{"2020":"2500"},"priority_field":true}}"#;
    let dossier = Dossier::parse(json, RULEBOOK.terms()).expect("a dossier");
    let assessment = evaluate(RULEBOOK.pack("gd-specialized-sme-2021").expect("the pack"), &dossier);
    let criteria = assessment.criteria();
    let judged =
        criteria.into_iter().find(|judged| judged.criterion.id == "GD21-B3a").expect("the criterion");
    let lines = assessment.explain(judged, Lang::Zh);
    let subjects: Vec<(u8, &str)> = lines.iter().map(|line| (line.depth, line.subject.as_str())).collect();
    let expected = [
        (0, "珠三角核心区"),
        (1, "原文可有不同理解"),
        (2, "不放宽"),
        (3, "资产总额（2020 年）"),
        (2, "优先遴选领域放宽20%"),
        (3, "满足以下任一项"),
        (4, "资产总额（2020 年）"),
        (4, "以下全部"),
        (5, "优先遴选领域"),
        (5, "资产总额（2020 年）"),
    ];
    assert_eq!(subjects, expected);
}
