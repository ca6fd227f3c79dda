//! A judged dossier as a golden case: the file that `tests/golden` is made of.

use crate::{
    base::{citation::Confidence, fact_kind::FactKind, text::Lang, truth::Truth},
    language::{
        assessment::{Assessment, Judged},
        dossier::Dossier,
        words::verdict,
    },
    uses::outcome::Outcome,
};
use serde_json::{Map, Value, json};

/// Writes the verdicts on one dossier as a golden case with everything that a case can expect, and the reasons in
/// Chinese. What identifies the firm is left out. `None` without an assessment.
///
/// The case says what the engine answered, which nobody has checked yet: its provenance says so.
pub fn golden_case(assessments: &[Assessment<'_, '_>]) -> Option<String> {
    let first = assessments.first()?;
    let dossier = anonymous(first);
    let day = dossier.as_of();
    let expect: Map<String, Value> =
        assessments.iter().map(|each| (each.pack().id().to_owned(), expectation(&each.outcome()))).collect();
    let ids: Vec<&str> = expect.keys().map(String::as_str).collect();
    let revisions: Vec<String> = assessments.iter().map(revision).collect();
    let case = json!({
        "id": format!("X-{day}"),
        "title": format!("由自测结果导出：{}", ids.join("、")),
        "tests": "一份自测的结论和逐条判断",
        "confidence": confidence(assessments),
        "provenance": format!("由自测结果导出，是程序当时的判断，未经人工核对。标准 {}", revisions.join("、")),
        "dossier": serde_json::from_str::<Value>(&dossier.to_json(first.pack().terms())).ok()?,
        "expect": expect,
        "reasoning": assessments.iter().flat_map(reasoning).collect::<Vec<String>>(),
    });
    let text = serde_json::to_string_pretty(&case).ok()?;
    Some(format!("{text}\n"))
}

/// The dossier without names and telephone numbers.
fn anonymous(assessment: &Assessment<'_, '_>) -> Dossier {
    let mut dossier = assessment.dossier().clone();
    for (fact, _) in assessment.pack().terms().facts().filter(|(_, term)| term.kind() == FactKind::Text) {
        dossier.set(fact, None);
    }
    dossier
}

/// Everything that the outcome has settled.
fn expectation(outcome: &Outcome) -> Value {
    let of_truth = |truth| -> Vec<&str> {
        let criteria = outcome.criteria.iter().filter(|criterion| criterion.truth == truth);
        criteria.map(|criterion| criterion.id.as_str()).collect()
    };
    let mut expected = Map::new();
    expected.insert("verdict".to_owned(), json!(outcome.verdict));
    expected.insert("unmet".to_owned(), json!(of_truth(Truth::Unmet)));
    expected.insert("undetermined".to_owned(), json!(of_truth(Truth::Undetermined)));
    if let Some(score) = outcome.score.as_ref().filter(|score| score.min == score.max) {
        expected.insert("score".to_owned(), json!(score.min));
    }
    Value::Object(expected)
}

fn revision(assessment: &Assessment<'_, '_>) -> String {
    format!("{} 第 {} 次整理", assessment.pack().id(), assessment.pack().revision())
}

/// The least sure reading among the conditions that the verdicts rest on.
fn confidence(assessments: &[Assessment<'_, '_>]) -> &'static str {
    let readings: Vec<Confidence> =
        assessments.iter().flat_map(Assessment::criteria).map(|judged| judged.criterion.confidence).collect();
    let names = [
        (Confidence::Memory, "MEMORY"),
        (Confidence::Uncertain, "UNCERTAIN"),
        (Confidence::Single, "SINGLE"),
    ];
    names.into_iter().find(|(reading, _)| readings.contains(reading)).map_or("CONFIRMED", |(_, name)| name)
}

/// One line a condition, and the verdict.
fn reasoning(assessment: &Assessment<'_, '_>) -> Vec<String> {
    let mut lines: Vec<String> =
        assessment.criteria().into_iter().map(|judged| reason(assessment, judged)).collect();
    let verdict = verdict(assessment.verdict(), Lang::Zh);
    lines.push(format!("{} 结论：{verdict}", assessment.pack().id()));
    lines
}

/// S3 满足：上年度营业收入 1600万元（≥ 1500万元）.
fn reason(assessment: &Assessment<'_, '_>, judged: &Judged<'_>) -> String {
    let truth = match judged.truth {
        Truth::Met if judged.waived => "豁免或不考查",
        Truth::Met => "满足",
        Truth::Unmet => "不满足",
        Truth::Undetermined => "不能判断",
    };
    let lines = assessment.explain(judged, Lang::Zh);
    let figures = lines.iter().filter_map(|line| {
        let required = line.requirement.as_ref()?;
        Some(format!("{} {}（{required}）", line.subject, line.own.as_deref().unwrap_or("未填")))
    });
    let figures: Vec<String> = figures.collect();
    let colon = if figures.is_empty() { "" } else { "：" };
    format!("{} {truth}{colon}{}", judged.criterion.id, figures.join("；"))
}
