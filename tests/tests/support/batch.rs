//! Batch and single evaluation side by side, on the rows' own day and on both days of a comparison.

use super::{RULEBOOK, RULES, golden, pack_json, pack_of};
use conformance::random::Dossiers;
use serde_json::Value;
use std::collections::BTreeMap;
use zjtx_columns::Plan;
use zjtx_evaluator::{
    ApplicationKind, Assessment, Body, Date, Dossier, FactRef, Judged, Pack, Truth, evaluate, scores::Points,
};
use zjtx_spreadsheet::{ComparedFirm, Firm, Judge, Question, RowRef, Side, Verdict};

/// Rows that are judged together.
const TOGETHER: usize = 5_000;
/// Days that lists are compared with, one after the other: before, within and after the packs' own.
const OTHER_DAYS: [&str; 4] = ["2021-05-01", "2023-12-31", "2026-04-01", "2027-06-30"];

/// Judges random dossiers both ways and panics where they differ; how many were compared.
pub fn compare(pack: &str, seed: u64, count: usize) -> usize {
    let cases = golden();
    let mut source = Dossiers::new(&RULES, pack_json(pack), seed);
    let mut compared = 0;
    while compared < count {
        let dossiers: Vec<Dossier> = (0..TOGETHER.min(count - compared))
            .map(|index| match cases.get(index % (2 * cases.len())) {
                Some(case) => parsed(&source.varied(case.dossier())),
                None => parsed(&source.random()),
            })
            .collect();
        let round = compared / TOGETHER;
        compared += compare_by_occasion(pack, &dossiers);
        let day = OTHER_DAYS[round % OTHER_DAYS.len()];
        let kind = ApplicationKind::ALL[round % ApplicationKind::ALL.len()];
        compare_sides(pack_of(pack), dossiers, (Date::parse(day).expect("a day"), kind));
    }
    compared
}

fn parsed(dossier: &Value) -> Dossier {
    Dossier::parse(&dossier.to_string(), RULEBOOK.terms())
        .unwrap_or_else(|errors| panic!("{errors}\n{dossier}"))
}

/// A plan is for one day and kind.
fn compare_by_occasion(pack: &str, dossiers: &[Dossier]) -> usize {
    let mut occasions: BTreeMap<_, Vec<&Dossier>> = BTreeMap::new();
    for dossier in dossiers {
        occasions.entry((dossier.as_of(), dossier.kind())).or_default().push(dossier);
    }
    occasions.values().map(|dossiers| compare_rows(pack, dossiers)).sum()
}

fn compare_rows(pack: &str, dossiers: &[&Dossier]) -> usize {
    let pack = pack_of(pack);
    let (day, kind): (_, ApplicationKind) = (dossiers[0].as_of(), dossiers[0].kind());
    let plan = Plan::new(pack, day, kind).expect("the pack fits into a plan");
    let mut rows = plan.rows();
    dossiers.iter().for_each(|dossier| rows.push(dossier));
    let verdicts = plan.judge(&rows);
    let mut missing = vec![Vec::new(); dossiers.len()];
    plan.each_missing(&rows, &verdicts, |row, facts| missing[row] = facts);
    for ((row, dossier), missing) in dossiers.iter().enumerate().zip(missing) {
        let assessment = evaluate(pack, dossier);
        let found = (verdicts.truth(row), verdicts.score(row), verdicts.unmet(row).collect(), missing);
        let (score, verdict) = (assessment.sheet().map(|sheet| sheet.total()), assessment.verdict());
        let expected = (Some(verdict), score, unmet(&assessment), assessment.missing());
        assert_eq!(found, expected, "{}\n{}", pack.id(), dossier.to_json(pack.terms()));
    }
    assert_eq!(verdicts.len(), dossiers.len());
    dossiers.len()
}

fn unmet(assessment: &Assessment<'_, '_>) -> Vec<usize> {
    let criteria = assessment.criteria().into_iter().enumerate();
    criteria.filter(|(_, judged)| judged.truth == Truth::Unmet).map(|(index, _)| index).collect()
}

/// A comparison judges both sides as `evaluate` does: by the firm's own day, and by another.
fn compare_sides(pack: &Pack, dossiers: Vec<Dossier>, (day, kind): (Date, ApplicationKind)) {
    let question = Question::of_pack(&RULEBOOK, pack);
    let side = || Side::new(Judge::new(&question));
    let mut sides = [side(), side().on(Some(day), Some(kind))];
    let firms = dossiers.iter().cloned().map(firm).collect();
    for (firm, dossier) in ComparedFirm::all(firms, &mut sides, RULEBOOK.terms()).into_iter().zip(dossiers) {
        let moved = dossier.clone().judged(day, kind);
        let [own, other] = &firm.levels[0];
        for (level, dossier) in [(own, dossier), (other, moved)] {
            let verdict = level.verdict.as_ref().expect("the pack judges every firm");
            let assessment = evaluate(pack, &dossier);
            assert_eq!(
                told(verdict),
                expected(&assessment),
                "{}\n{}",
                pack.id(),
                dossier.to_json(pack.terms())
            );
        }
    }
}

fn firm(dossier: Dossier) -> Firm {
    Firm { place: RowRef { sheet: None, row: 1 }, name: String::new(), dossier, mistakes: Vec::new() }
}

/// What a list tells of a firm: verdict, score, conditions that are not met, decisive absent facts.
type Told<'v> = (Truth, Option<Points>, Vec<&'v str>, Vec<FactRef>);

fn told<'v>(verdict: &'v Verdict<'_>) -> Told<'v> {
    let unmet = verdict.unmet.iter().map(|criterion| criterion.id.as_str()).collect();
    (verdict.truth, verdict.score, unmet, verdict.missing.clone())
}

fn expected<'v>(assessment: &'v Assessment<'_, '_>) -> Told<'v> {
    let mut unmet = Vec::new();
    assessment.top_level().for_each(|judged| name_unmet(judged, &mut unmet));
    let score = assessment.sheet().map(|sheet| sheet.total());
    (assessment.verdict(), score, unmet, assessment.missing())
}

/// Of conditions that must all hold those beneath are named, of alternatives only the whole.
fn name_unmet<'v>(judged: &'v Judged<'_>, unmet: &mut Vec<&'v str>) {
    match &judged.criterion.body {
        _ if judged.truth != Truth::Unmet => {}
        Body::AllOf(_) => judged.children().iter().for_each(|child| name_unmet(child, unmet)),
        Body::Test { .. } | Body::AnyOf(_) => unmet.push(&judged.criterion.id),
    }
}
