//! Work for a counter of instructions: the same work repeated, and as little else as possible. The counts of
//! two numbers of times differ by the work alone.

use crate::{batch, cases::Cases, kernel::Firm, sweep};
use std::hint::black_box;
use zjtx_columns::{Again, Plan};
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
        "re-judged" => again(cases, times),
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

/// An edge of a band moves to and fro: an indicator, the score and what reads it are judged again.
fn again(cases: &Cases, times: usize) {
    let packs = sweep::packs(cases, ["71%", "72%"].map(|text| ("1/at_least/80%", text.to_owned())));
    let first = cases.dossier(0);
    let plans =
        packs.iter().map(|pack| Plan::new(pack, first.as_of(), first.kind()).expect("the pack is served"));
    let plans: Vec<Plan<'_>> = plans.collect();
    let plan = batch::plan(cases);
    let mut rows = plan.rows();
    varied(cases).for_each(|dossier| rows.push(&dossier));
    let again = Again::new(&plans, &rows).expect("the rows fit");
    plans.iter().cycle().take(times).for_each(|plan| drop(black_box(again.judge(black_box(plan)))));
}

fn firms(cases: &Cases, times: usize) {
    let firms: Vec<Firm> = varied(cases).map(|dossier| Firm::of(&dossier, cases.terms())).collect();
    (0..times).for_each(|_| drop(black_box(black_box(&firms).iter().map(Firm::judge).collect::<Vec<_>>())));
}

fn varied(cases: &Cases) -> impl Iterator<Item = Dossier> {
    (0..ROWS).map(|index| batch::varied(cases, index))
}
