//! 「门槛试算」: a hundred values of a figure tried on a hundred thousand rows, counted, beside judging them once.

use crate::{
    batch::varied,
    cases::Cases,
    clock::{now, say},
};
use std::hint::black_box;
use zjtx_evaluator::{Documents, Pack};
use zjtx_trial::{Draft, Firms};

/// Rows of the list.
const ROWS: usize = 100_000;
/// Values that are tried.
const VALUES: i64 = 100;
/// Runs in turn, of which the quickest counts.
const RUNS: usize = 7;

/// Tells what a pass takes, a sweep of a threshold, of a band's edge, and of the pass mark.
pub(crate) fn measure(cases: &Cases) {
    let mut firms = Firms::new(cases.pack());
    (0..ROWS).for_each(|row| firms.push(&varied(cases, row), 0).expect("the pack is served"));
    let pass = quickest(|| drop(black_box(firms.judge(cases.pack()))));
    say(&format!("one pass over {ROWS} rows      {:>8.2} ms", pass / 1e3));
    for (name, from, step, unit) in
        [("Z-C2", 50, 5, "万元"), ("1/at_least/80%", 71, 0, "%"), ("pass_mark", 1, 1, "分")]
    {
        let packs = packs(cases, (0..VALUES).map(|value| (name, text(from, step, value, unit))));
        let packs: Vec<&Pack> = packs.iter().collect();
        let swept = quickest(|| drop(black_box(firms.sweep(black_box(&packs)).expect("served"))));
        say(&format!(
            "  {} values of {name:<16} {:>8.2} ms   {:>4.1} passes",
            packs.len(),
            swept / 1e3,
            swept / pass
        ));
    }
}

/// The measured pack with a figure moved, once for each move that the checker takes.
pub(crate) fn packs(cases: &Cases, moves: impl IntoIterator<Item = (&'static str, String)>) -> Vec<Pack> {
    let documents = serde_json::from_str(zjtx_rules::BUNDLE).expect("the bundle is a rulebook");
    let documents = Documents::new(documents);
    let draft = Draft::of(&documents, cases.pack().id()).expect("the pack");
    let moves = moves.into_iter().filter_map(|(name, text)| draft.find(name, &text).ok());
    moves.filter_map(|moved| draft.pack(&documents, &[moved]).ok()).collect()
}

/// A value; a step of 0 goes by hundredths, for edges that lie close together.
fn text(from: i64, step: i64, value: i64, unit: &str) -> String {
    if step == 0 { format!("{from}.{value:02}{unit}") } else { format!("{}{unit}", from + step * value) }
}

fn quickest(mut work: impl FnMut()) -> f64 {
    let runs = (0..RUNS).map(|_| {
        let started = now();
        work();
        now() - started
    });
    runs.fold(f64::INFINITY, f64::min)
}
