//! A batch judges every row as `evaluate` does: verdict, score, unmet criteria and decisive absent facts; so does a
//! comparison on both of its days.

mod support;

use support::{RULEBOOK, batch::compare, golden, pack_ids};
use zjtx_columns::Plan;
use zjtx_evaluator::{ApplicationKind, Date, Dossier};

/// Random dossiers of a pack, with gaps.
const RANDOM: usize = 5_000;

#[test]
fn random_rows_are_judged_as_evaluate_judges_them() {
    std::thread::scope(|scope| {
        for (seed, pack) in (0_u64..).zip(pack_ids()) {
            scope.spawn(move || assert_eq!(compare(pack, 7_000 + seed, RANDOM), RANDOM));
        }
    });
}

#[test]
fn every_pack_fits_into_a_plan_and_its_rows_into_200_bytes() {
    let day = Date::parse("2026-05-01").expect("a day");
    for pack in RULEBOOK.packs() {
        for kind in ApplicationKind::ALL {
            let plan = Plan::new(pack, day, kind).expect("the pack fits into a plan");
            let mut rows = plan.rows();
            rows.push(&Dossier::new(RULEBOOK.terms(), day, kind));
            let bytes = rows.row_bytes() + plan.judge(&rows).row_bytes();
            assert!(bytes < 200, "{}: {bytes}", pack.id());
        }
    }
}

#[test]
fn rows_may_be_judged_in_parts() {
    let cases = golden();
    let dossiers: Vec<Dossier> = cases
        .iter()
        .map(|case| Dossier::parse(&case.dossier().to_string(), RULEBOOK.terms()).expect("a good dossier"))
        .collect();
    let pack = RULEBOOK.pack("cn-specialized-sme-2022").expect("the pack");
    let day = Date::parse("2023-05-01").expect("a day");
    let plan = Plan::new(pack, day, ApplicationKind::First).expect("a plan");
    let mut rows = plan.rows();
    (0..20).for_each(|_| dossiers.iter().for_each(|dossier| rows.push(dossier)));
    let whole = plan.judge(&rows);
    let (middle, end) = (rows.len() / 3, rows.len());
    let parts = [plan.judge_range(&rows, 0..middle), plan.judge_range(&rows, middle..end + 9)];
    assert_eq!((whole.len(), parts[0].len() + parts[1].len()), (end, end));
    for row in 0..end {
        let (part, at) = if row < middle { (&parts[0], row) } else { (&parts[1], row - middle) };
        assert_eq!((whole.truth(row), whole.score(row)), (part.truth(at), part.score(at)));
        assert!(whole.unmet(row).eq(part.unmet(at)));
    }
}
