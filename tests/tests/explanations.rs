//! Explanations say how their lines belong together.

#![allow(clippy::unwrap_used, reason = "rules that cannot be read fail their test")]

use zjtx_evaluator::{Dossier, Lang, Rulebook, evaluate};

#[test]
fn an_alternative_of_several_conditions_has_a_heading() {
    let rules = Rulebook::load(zjtx_rules::BUNDLE).unwrap();
    let json = r#"{"schema":1,"as_of":"2021-05-01","application_kind":"first",
        "facts":{"city":"440100","total_assets":{"2020":"2500"},"priority_field":true}}"#;
    let dossier = Dossier::parse(json, rules.terms()).unwrap();
    let assessment = evaluate(rules.pack("gd-specialized-sme-2021").unwrap(), &dossier);
    let judged = assessment.criteria().into_iter().find(|judged| judged.criterion.id == "GD21-B3a").unwrap();
    let lines = assessment.explain(judged, Lang::Zh);
    let subjects: Vec<(u8, &str)> = lines.iter().map(|line| (line.depth, line.subject.as_str())).collect();
    let expected = [
        (0, "珠三角核心区"),
        (1, "原文可有不同读法"),
        (2, "不放宽"),
        (3, "资产总额（2020 年）"),
        (2, "优先遴选领域放宽20%"),
        (3, "以下任一"),
        (4, "资产总额（2020 年）"),
        (4, "以下全部"),
        (5, "优先遴选领域"),
        (5, "资产总额（2020 年）"),
    ];
    assert_eq!(subjects, expected);
}
