//! Work for a counter of instructions: the same work repeated, and as little else as possible. The counts of
//! two numbers of times differ by the work alone.

use crate::{batch, cases::Cases, kernel::Firm};
use std::hint::black_box;
use zjtx_evaluator::{Dossier, evaluate};

/// Rows of a batch: ten blocks.
const ROWS: usize = 2_560;

/// Does the named work `times` times.
pub(crate) fn run(cases: &Cases, work: &str, times: usize) {
    match work {
        "evaluation" => (0..times).for_each(|round| {
            black_box(evaluate(black_box(cases.pack()), black_box(cases.dossier(round))));
        }),
        "batch" => rows(cases, times),
        "hand-written" => firms(cases, times),
        _ => panic!("no such work: {work}"),
    }
}

fn rows(cases: &Cases, times: usize) {
    let plan = batch::plan(cases);
    let mut rows = plan.rows();
    varied(cases).for_each(|dossier| rows.push(&dossier));
    (0..times).for_each(|_| drop(black_box(plan.judge(black_box(&rows)))));
}

fn firms(cases: &Cases, times: usize) {
    let firms: Vec<Firm> = varied(cases).map(|dossier| Firm::of(&dossier, cases.terms())).collect();
    (0..times).for_each(|_| drop(black_box(black_box(&firms).iter().map(Firm::judge).collect::<Vec<_>>())));
}

fn varied(cases: &Cases) -> impl Iterator<Item = Dossier> {
    (0..ROWS).map(|index| batch::varied(cases, index))
}
