//! Batch and single evaluation side by side.

use super::{RULEBOOK, RULES, golden, pack_json, pack_of};
use conformance::random::Dossiers;
use serde_json::Value;
use std::collections::BTreeMap;
use zjtx_columns::Plan;
use zjtx_evaluator::{ApplicationKind, Assessment, Dossier, Truth, evaluate};

/// Rows that are judged together.
const TOGETHER: usize = 5_000;

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
        compared += compare_by_occasion(pack, &dossiers);
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
