//! Measures one evaluation, with its whole explanation, of the pack with thirteen indicators, beside a
//! hand-written Rust function of the same conditions: the ceiling that an engine cannot pass. Then advice for
//! the same pack, and one evaluation by each pack that asks for more.
//!
//! The same program runs natively and as wasm. Its figures are for reading, with their ratio; nothing
//! is asserted about time here, and nothing is judged with the hand-written function anywhere else.

mod advice;
mod batch;
mod cases;
mod clock;
mod counted;
mod firms;
mod kernel;
mod packs;
mod sweep;

use cases::Cases;
use clock::{now, say};
use kernel::Firm;
use std::hint::black_box;
use zjtx_evaluator::{Rulebook, evaluate};

/// Batches of which the median is told.
const BATCHES: usize = 41;
/// Evaluations in a batch.
const ROUNDS: usize = 2_000;

/// A part of the measurement and its name.
type Part = (&'static str, fn(&Cases));
/// Parts, of which one may be named; without a name all are made.
const PARTS: [Part; 5] = [
    ("advice", advice::measure),
    ("one", one),
    ("packs", packs::measure),
    ("batch", batch_sizes),
    ("sweep", sweep::measure),
];

fn main() {
    let (cases, words) = (Cases::load(), std::env::args().skip(1).collect::<Vec<_>>());
    if let [work, times] = words.as_slice() {
        return counted::run(&cases, work, times.parse().expect("a number of times"));
    }
    let named = words.first();
    let parts = PARTS.iter().filter(|(name, _)| named.is_none_or(|named| named == name));
    parts.for_each(|(_, measure)| measure(&cases));
}

fn one(cases: &Cases) {
    let engine = median_micros(ROUNDS, |round| {
        black_box(evaluate(black_box(cases.pack()), black_box(cases.dossier(round))));
    });
    let firms: Vec<Firm> = cases.dossiers().map(|dossier| Firm::of(dossier, cases.terms())).collect();
    let ceiling = median_micros(ROUNDS, |round| {
        let firm = firms.get(round % firms.len());
        black_box(firm.map(|firm| black_box(firm).judge()));
    });
    let load = median_micros(1, |_| {
        black_box(Rulebook::load(black_box(zjtx_rules::BUNDLE)).is_ok());
    });
    say(&format!("evaluation with explanation   {engine:>9.2} µs   {:>9.0} a second", 1e6 / engine));
    say(&format!("hand-written, no explanation  {ceiling:>9.3} µs   1 : {:.0}", engine / ceiling));
    say(&format!("reading and checking all packs {:>8.2} ms", load / 1e3));
}

fn batch_sizes(cases: &Cases) {
    batch::SIZES.iter().for_each(|size| say_batch(&batch::measure(cases, *size)));
}

fn say_batch(measured: &batch::Measured) {
    let batch::Measured { rows, plan, kernel, two_threads, row_bytes } = measured;
    let share = 100.0 * plan / kernel;
    say(&format!(
        "batch of {rows:>9} rows   {plan:>6.2} rows a µs   {share:>4.0} % of hand-written {kernel:.2}"
    ));
    if let Some(both) = two_threads {
        say(&format!("  two threads {:.2} times one; {row_bytes} bytes a row", both / plan));
    }
}

/// Microseconds of one round, the median over the batches.
fn median_micros(rounds: usize, work: impl Fn(usize)) -> f64 {
    let mut batches: Vec<f64> = (0..BATCHES)
        .map(|_| {
            let started = now();
            (0..rounds).for_each(&work);
            (now() - started) / rounds as f64
        })
        .collect();
    batches.sort_by(f64::total_cmp);
    batches[BATCHES / 2]
}

#[cfg(test)]
mod tests;
