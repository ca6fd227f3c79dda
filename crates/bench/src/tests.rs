//! The ceiling is honest only if it judges as the engine does.

use super::*;
use zjtx_evaluator::Truth;

#[test]
fn the_hand_written_conditions_judge_as_the_engine() {
    let cases = Cases::load();
    for dossier in cases.dossiers() {
        let assessment = evaluate(cases.pack(), dossier);
        let score = assessment.sheet().expect("a sheet").total().min / 1_000_000;
        let met = assessment.verdict() == Truth::Met;
        assert_eq!(Firm::of(dossier, cases.terms()).judge(), (met, score));
    }
}

#[test]
fn the_hand_written_conditions_judge_as_the_batch() {
    let cases = Cases::load();
    let plan = batch::plan(&cases);
    let dossiers: Vec<_> = (0..2_000).map(|index| batch::varied(&cases, index)).collect();
    let mut rows = plan.rows();
    dossiers.iter().for_each(|dossier| rows.push(dossier));
    let verdicts = plan.judge(&rows);
    let mut met = 0;
    for (row, dossier) in dossiers.iter().enumerate() {
        let found = (verdicts.truth(row), verdicts.score(row).map(|score| (score.min, score.max)));
        let (is_met, score) = Firm::of(dossier, cases.terms()).judge();
        let points = score * 1_000_000;
        assert_eq!(found, (Some(Truth::settled(is_met)), Some((points, points))));
        met += usize::from(is_met);
    }
    assert!((100..1_900).contains(&met), "{met}");
}
