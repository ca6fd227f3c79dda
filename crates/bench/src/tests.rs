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
