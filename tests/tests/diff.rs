//! What `diff` tells of real packs, and that no change of a number goes unnoticed.

#![allow(clippy::unwrap_used, reason = "rules that cannot be read fail their test")]

use conformance::mutants::{literals, operators};
use serde_json::Value;
use zjtx_evaluator::diff::{Change, diff};
use zjtx_evaluator::written::PackDoc;
use zjtx_evaluator::{Lang, Rulebook, RulebookDoc};

fn rules() -> Rulebook {
    Rulebook::load(zjtx_rules::BUNDLE).unwrap()
}

fn changes(old: &str, new: &str, lang: Lang) -> Vec<Change> {
    let rules = rules();
    diff(rules.pack(old).unwrap(), rules.pack(new).unwrap(), lang)
}

/// The lines under a heading.
fn under(changes: &[Change], heading: &str) -> Vec<String> {
    let change = changes.iter().find(|change| change.text(Lang::Zh) == heading);
    change.unwrap().differences.iter().map(|difference| difference.text(Lang::Zh)).collect()
}

#[test]
fn a_pack_does_not_differ_from_itself() {
    let rules = rules();
    for pack in rules.packs() {
        assert_eq!(diff(pack, pack, Lang::Zh), [], "{}", pack.id());
    }
}

#[test]
fn a_renamed_criterion_is_found_by_its_subject() {
    let changes = changes("cn-specialized-sme-2022", "cn-specialized-sme-2026", Lang::Zh);
    let revenue = under(&changes, "修改条件 Z-C3 → S3 营业收入1500万元以上或股权投资2000万元以上");
    assert_eq!(revenue.first().unwrap(), "上年度营业收入 不低于 1000万元 → 不低于 1500万元");
    let years = under(&changes, "修改条件 Z-C1 → S2 从事特定细分市场3年以上");
    assert_eq!(years.first().unwrap(), "从事特定细分市场年限 不低于 2年 → 不低于 3年");
    assert_eq!(
        under(&changes, "新增条件 S5 资产负债率不超过80%"),
        ["+ 上年末负债总额占资产总额比重 不超过 80%"]
    );
}

#[test]
fn a_pass_mark_is_told_once_for_the_pack_and_once_where_it_is_required() {
    let changes = changes("cn-specialized-sme-2022", "gd-specialized-sme-2024", Lang::Zh);
    assert!(under(&changes, "标准").contains(&"合格线：60 分 → 70 分".to_owned()));
    let score = under(&changes, "修改条件 Z-score 评价得分70分以上");
    assert_eq!(score.first().unwrap(), "评价得分 不低于 60 分 → 不低于 70 分");
}

#[test]
fn the_same_changes_are_told_in_english() {
    let changes = changes("cn-specialized-sme-2022", "cn-specialized-sme-2026", Lang::En);
    let name = "Changed criterion Z-C3 → S3 Revenue of 15 million yuan, or equity of 20 million";
    let change = changes.iter().find(|change| change.text(Lang::En) == name).unwrap();
    let revenue = change.differences.first().unwrap().text(Lang::En);
    assert_eq!(revenue, "Operating revenue, last year at least 1000 ×10,000 CNY → at least 1500 ×10,000 CNY");
}

/// The rules with a changed pack and only what it takes something from.
fn with_only(rules: &RulebookDoc, pack: PackDoc) -> RulebookDoc {
    let needed = |other: &&PackDoc| other.id == "cn-size-2011" || pack.extends.as_ref() == Some(&other.id);
    let bases = rules.packs.iter().filter(needed).filter(|other| other.id != pack.id);
    let packs = bases.cloned().chain([pack.clone()]).collect();
    RulebookDoc {
        packs,
        catalog: rules.catalog.clone(),
        terms: rules.terms.clone(),
        areas: rules.areas.clone(),
        industries: rules.industries.clone(),
        rounds: rules.rounds.clone(),
        sources: rules.sources.clone(),
    }
}

#[test]
fn every_changed_number_and_operator_is_told() {
    let bundle: Value = serde_json::from_str(zjtx_rules::BUNDLE).unwrap();
    let doc: RulebookDoc = serde_json::from_str(zjtx_rules::BUNDLE).unwrap();
    let rules = rules();
    let mut compared = 0;
    for pack in bundle["packs"].as_array().unwrap() {
        let before = rules.pack(pack["id"].as_str().unwrap()).unwrap();
        for mutant in [literals(pack), operators(pack)].concat() {
            let changed: PackDoc = serde_json::from_value(mutant.pack).unwrap();
            let (checked, _) = Rulebook::check(with_only(&doc, changed));
            // What the checker refuses needs no comparing.
            let Some(after) = checked.pack(before.id()) else { continue };
            compared += 1;
            assert_ne!(diff(before, after, Lang::Zh), [], "{} {:?}", mutant.pointer, mutant.mutation);
        }
    }
    assert!(compared > 300, "{compared}");
}
