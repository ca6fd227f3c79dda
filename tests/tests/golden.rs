//! Every golden case holds exactly: verdict, unmet and undetermined conditions, score, size class.

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use support::{Golden, RULEBOOK, golden, outcome_of, pack_of};
use zjtx_evaluator::{Body, Criterion, Dossier, golden_case};

#[test]
fn golden_cases_hold() {
    let cases = golden();
    let mut wrong = Vec::new();
    let mut held = 0;
    for case in &cases {
        for (pack, expected) in case.expectations() {
            let outcome = outcome_of(pack, case.dossier());
            let problems = problems(expected, &outcome);
            held += usize::from(problems.is_empty());
            wrong.extend(problems.into_iter().map(|problem| format!("{} {pack}: {problem}", case.id())));
            wrong.extend(
                provincial(expected, case.dossier()).map(|problem| format!("{}: {problem}", case.id())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{held} expectations of {} cases hold", cases.len());
    assert!(held >= 149, "the golden cases are all there");
}

#[test]
fn golden_cases_have_provenance_and_reasoning() {
    for case in golden() {
        for field in ["provenance", "reasoning", "confidence"] {
            assert!(!case.case[field].is_null(), "{} has no {field}", case.id());
        }
    }
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
    let found = match field {
        "verdict" | "size_class" => outcome[field].clone(),
        "unmet" | "undetermined" => return truths(field, expected, outcome),
        "score" => settled(&outcome["score"]),
        "sub_scores" => by_name(&outcome["score"]["groups"], "title"),
        "item_scores" => by_name(&outcome["score"]["indicators"], "id"),
        "verdict_in_gd_specialized_sme_2024" => return None,
        other => panic!("the test does not know the expectation {other}"),
    };
    let wanted = match field {
        "sub_scores" | "item_scores" => as_text(expected),
        _ => expected.clone(),
    };
    (found != wanted).then(|| format!("{field} is {found}, not {wanted}"))
}

/// The criteria named have that truth, and no other top-level one has; alternatives may.
fn truths(truth: &str, expected: &Value, outcome: &Value) -> Option<String> {
    let named: BTreeSet<&str> = expected.as_array()?.iter().filter_map(Value::as_str).collect();
    let criteria = outcome["criteria"].as_array()?;
    let found: BTreeSet<&str> =
        criteria.iter().filter(|c| c["truth"] == truth).filter_map(|c| c["id"].as_str()).collect();
    let alternatives = alternatives(outcome["pack"].as_str()?);
    let others: Vec<&str> =
        found.difference(&named).copied().filter(|id| !alternatives.contains(*id)).collect();
    let complete = named.is_subset(&found) && others.is_empty();
    (!complete).then(|| format!("{truth} are {found:?}, not {named:?}"))
}

/// Ids of the criteria beneath the routes of a pack: one of them is enough.
fn alternatives(pack: &str) -> BTreeSet<String> {
    fn beneath(criterion: &Criterion, ids: &mut BTreeSet<String>) {
        if let Body::AllOf(children) | Body::AnyOf(children) = &criterion.body {
            children.iter().for_each(|child| beneath(child, ids));
            ids.extend(children.iter().map(|child| child.id.clone()));
        }
    }
    let mut ids = BTreeSet::new();
    pack_of(pack).chapters().routes.iter().for_each(|routes| beneath(routes, &mut ids));
    ids
}

fn settled(score: &Value) -> Value {
    if score["min"] == score["max"] { score["min"].clone() } else { score.clone() }
}

fn by_name(list: &Value, name: &str) -> Value {
    let entries = list.as_array().into_iter().flatten();
    let pairs = entries.map(|entry| (entry[name].as_str().unwrap_or_default().to_owned(), settled(entry)));
    Value::Object(pairs.collect())
}

fn as_text(numbers: &Value) -> Value {
    let entries = numbers.as_object().into_iter().flatten();
    Value::Object(entries.map(|(name, number)| (name.clone(), Value::from(number.to_string()))).collect())
}

/// The same dossier under Guangdong's pass mark.
fn provincial(expected: &Value, dossier: &Value) -> Option<String> {
    let wanted = expected.get("verdict_in_gd_specialized_sme_2024")?;
    let found = &outcome_of("gd-specialized-sme-2024", dossier)["verdict"];
    (found != wanted).then(|| format!("verdict by gd-specialized-sme-2024 is {found}, not {wanted}"))
}
