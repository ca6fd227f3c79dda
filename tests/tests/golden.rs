//! Every golden case holds exactly: verdict, unmet and undetermined conditions, score, size class, and what is said of
//! a condition where the case states it.

mod support;

use serde_json::Value;
use std::{collections::BTreeSet, sync::LazyLock};
use support::{Golden, RULEBOOK, golden, outcome_of, pack_json, pack_of, told_line};
use zjtx_evaluator::{Criterion, Dossier, Lang, evaluate, golden_case};

/// The schema of packs, which lists every kind of node.
static RULES_SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../rules/schema/pack.json")).expect("the schema is JSON")
});

#[test]
fn golden_cases_hold() {
    let mut wrong = Vec::new();
    for case in golden() {
        for (pack, expected) in case.expectations() {
            let problems = problems(expected, &outcome_of(pack, case.dossier()));
            wrong.extend(problems.into_iter().map(|problem| format!("{} {pack}: {problem}", case.id())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is said of a condition under a case, in a language.
fn told(pack: &str, dossier: &Value, id: &str, lang: Lang) -> Vec<String> {
    let dossier = Dossier::parse(&dossier.to_string(), RULEBOOK.terms()).expect("a dossier");
    let assessment = evaluate(pack_of(pack), &dossier);
    let judged = assessment.criteria().into_iter().find(|judged| judged.criterion.id == id);
    let judged = judged.unwrap_or_else(|| panic!("{pack} has no condition {id}"));
    assessment.explain(judged, lang).iter().map(told_line).collect()
}

/// Conditions of which a case states what is said: case, pack, condition and the lines.
fn stated(cases: &[Golden]) -> Vec<(&Golden, &str, &str, &Value)> {
    let mut stated = Vec::new();
    for case in cases {
        for (pack, conditions) in case.case["explains"].as_object().into_iter().flatten() {
            let conditions = conditions.as_object().expect("conditions by id");
            stated.extend(conditions.iter().map(|(id, lines)| (case, pack.as_str(), id.as_str(), lines)));
        }
    }
    stated
}

#[test]
fn conditions_are_explained_word_for_word() {
    let mut wrong = Vec::new();
    for (case, pack, id, lines) in stated(&golden()) {
        for (lang, key) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            let told = Value::from(told(pack, case.dossier(), id, lang));
            if lines[key] != told {
                wrong.push(format!("{} {pack} {id} {key} {told}", case.id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Kinds of nodes that no pack uses are explained in `tests/explanations/` alone.
#[test]
fn every_kind_of_node_that_a_pack_uses_is_explained_by_a_case() {
    let nodes =
        RULES_SCHEMA.pointer("/$defs/NodeDoc/oneOf").and_then(Value::as_array).expect("kinds of nodes");
    let kinds = nodes.iter().filter_map(|node| node["properties"].as_object()?.keys().next().cloned());
    let kinds: BTreeSet<String> = kinds.collect();
    let mut used = BTreeSet::new();
    RULEBOOK.packs().iter().for_each(|pack| within(&chapters(pack.id()), &kinds, &mut used));
    let mut explained = BTreeSet::new();
    for (case, pack, id, _) in stated(&golden()) {
        let chapters = chapters(pack);
        let condition = condition(&chapters, id).expect("the condition");
        let renewed = condition.get("renewal").filter(|_| case.dossier()["application_kind"] == "renewal");
        within(renewed.unwrap_or(&condition["test"]), &kinds, &mut explained);
    }
    assert!(used.len() > 10, "{used:?}");
    assert_eq!(explained, used);
}

/// The chapters of a pack as they are written, without its score sheet.
fn chapters(pack: &str) -> Value {
    let mut doc = pack_json(pack).clone();
    doc.as_object_mut().expect("a pack is an object").remove("score_sheet");
    doc
}

/// A condition of a pack by its id.
fn condition<'v>(value: &'v Value, id: &str) -> Option<&'v Value> {
    match value {
        Value::Object(fields) if fields.contains_key("test") && value["id"] == id => Some(value),
        Value::Object(fields) => fields.values().find_map(|inner| condition(inner, id)),
        Value::Array(items) => items.iter().find_map(|inner| condition(inner, id)),
        _ => None,
    }
}

/// The kinds of nodes within a document.
fn within(value: &Value, kinds: &BTreeSet<String>, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.keys().filter(|key| kinds.contains(*key)).cloned());
            fields.values().for_each(|inner| within(inner, kinds, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| within(inner, kinds, found)),
        _ => {}
    }
}

#[test]
fn every_pack_has_cases() {
    let cases = golden();
    for pack in RULEBOOK.packs() {
        assert!(cases.iter().any(|case| case.speaks_of(pack.id())), "no golden case tries {}", pack.id());
    }
}

#[test]
fn golden_cases_have_provenance_and_reasoning() {
    for case in golden() {
        for field in ["provenance", "reasoning", "confidence"] {
            assert!(!case.case[field].is_null(), "{} has no {field}", case.id());
        }
    }
}

/// A case may name the pack that its day, region and kind of application choose.
#[test]
fn the_pack_named_is_selected() {
    let mut chosen = 0;
    for case in golden() {
        let Some(select) = case.case.get("select") else { continue };
        let text = |field: &str| select[field].as_str().expect("a selection names scheme, region and pack");
        let dossier = Dossier::parse(&case.dossier().to_string(), RULEBOOK.terms()).expect("a dossier");
        let pack = RULEBOOK.select(text("scheme"), text("region"), dossier.as_of(), dossier.kind());
        assert_eq!(pack.map(zjtx_evaluator::Pack::id), Some(text("pack")), "{}", case.id());
        chosen += 1;
    }
    assert!(chosen > 0, "some case names the pack that is selected");
}

/// Every dossier under every pack: what is exported is read as a case is, and holds.
#[test]
fn an_exported_case_holds() {
    let names = ["enterprise_name", "contact_name", "contact_phone"];
    let mut held = 0;
    for case in golden() {
        let mut facts = case.dossier().clone();
        facts["facts"]["enterprise_name"] = "甲公司".into();
        let dossier = Dossier::parse(&facts.to_string(), RULEBOOK.terms()).expect("a dossier");
        let assessments: Vec<_> =
            RULEBOOK.packs().iter().map(|pack| zjtx_evaluator::evaluate(pack, &dossier)).collect();
        let text = golden_case(&assessments).expect("a case");
        let exported = Golden { suite: "exported".to_owned(), case: text.parse().expect("a case is JSON") };
        assert!(names.iter().all(|name| exported.dossier()["facts"].get(name).is_none()), "{}", case.id());
        for field in ["id", "title", "tests", "provenance", "reasoning", "confidence"] {
            assert!(!exported.case[field].is_null(), "{} has no {field}", case.id());
        }
        assert_eq!(exported.expectations().len(), RULEBOOK.packs().len());
        for (pack, expected) in exported.expectations() {
            assert_eq!(
                problems(expected, &outcome_of(pack, exported.dossier())),
                [""; 0],
                "{} {pack}",
                case.id()
            );
            assert_eq!(
                expected["verdict"],
                outcome_of(pack, case.dossier())["verdict"],
                "{} {pack}",
                case.id()
            );
            held += 1;
        }
    }
    assert!(held > 1000, "{held}");
}

#[test]
fn nothing_judged_is_no_case() {
    assert_eq!(golden_case(&[]), None);
}

fn problems(expected: &Value, outcome: &Value) -> Vec<String> {
    let fields = expected.as_object().expect("an expectation is an object");
    fields.iter().filter_map(|(field, value)| problem(field, value, outcome)).collect()
}

fn problem(field: &str, expected: &Value, outcome: &Value) -> Option<String> {
    let (found, wanted) = match field {
        "verdict" | "size_class" => (outcome[field].clone(), expected.clone()),
        "met" | "unmet" | "undetermined" => return truths(field, expected, outcome),
        "score" => (span(&outcome["score"]), span(expected)),
        "sub_scores" => return points(expected, &outcome["score"]["groups"], "title"),
        "item_scores" => return points(expected, &outcome["score"]["indicators"], "id"),
        "expectations" => return expectations(expected, &outcome["expectations"]),
        other => panic!("the test does not know the expectation {other}"),
    };
    (found != wanted).then(|| format!("{field} is {found}, not {wanted}"))
}

/// The criteria named have that truth; of those at the top no other is unmet or undetermined,
/// unless one beneath it is named.
fn truths(truth: &str, expected: &Value, outcome: &Value) -> Option<String> {
    let named: BTreeSet<&str> = expected.as_array()?.iter().filter_map(Value::as_str).collect();
    let criteria = outcome["criteria"].as_array()?;
    let found: BTreeSet<&str> =
        criteria.iter().filter(|c| c["truth"] == truth).filter_map(|c| c["id"].as_str()).collect();
    let chapters = pack_of(outcome["pack"].as_str()?).chapters();
    let mut tops = [&chapters.prerequisites, &chapters.vetoes, &chapters.gates]
        .into_iter()
        .flatten()
        .chain(&chapters.routes);
    let others = tops.any(|top| found.contains(top.id.as_str()) && !is_named(top, &named));
    let complete = named.is_subset(&found) && (truth == "met" || !others);
    (!complete).then(|| format!("{truth} are {found:?}, not {named:?}"))
}

/// Whether a criterion or one beneath it is among those named.
fn is_named(criterion: &Criterion, named: &BTreeSet<&str>) -> bool {
    named.contains(criterion.id.as_str()) || criterion.children().iter().any(|child| is_named(child, named))
}

/// The entries named have those points.
fn points(expected: &Value, list: &Value, name: &str) -> Option<String> {
    let entries: Vec<&Value> = list.as_array().into_iter().flatten().collect();

    expected.as_object()?.iter().find_map(|(id, wanted)| {
        let entry = entries.iter().find(|entry| entry[name] == id.as_str());
        let found = entry.map_or(Value::Null, |entry| span(entry));
        (found != span(wanted)).then(|| format!("{id} has {found}, not {wanted}"))
    })
}

/// What an adviser's expectations did, as far as the case says.
fn expectations(expected: &Value, found: &Value) -> Option<String> {
    let wrong = expected.as_object()?.iter().find(|(field, wanted)| found[*field] != **wanted);
    wrong.map(|(field, wanted)| format!("expectations: {field} is {}, not {wanted}", found[field]))
}

/// Points as `[min, max]`, of an outcome or of a case, where one number or text stands for both.
fn span(points: &Value) -> Value {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match points {
        Value::Object(score) => Value::from(vec![text(&score["min"]), text(&score["max"])]),
        Value::Array(ends) => ends.iter().map(text).collect(),
        one => Value::from(vec![text(one), text(one)]),
    }
}
