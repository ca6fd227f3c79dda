//! Advice for the pack with thirteen indicators: at the median, and the worst of many drawn firms.

use crate::{
    cases::Cases,
    clock::{now, say},
    firms,
};
use std::hint::black_box;
use zjtx_evaluator::{Dossier, advice::advise};

/// Firms whose figures are drawn.
const FIRMS: usize = 10_000;
/// Times each golden case is advised.
const ROUNDS: usize = 101;
/// Times that the slowest firms are measured again; a single slow run may be the machine's.
const AGAIN: usize = 9;

/// Tells what gaps, routes, waiting and slack together take.
pub(crate) fn measure(cases: &Cases) {
    let golden: Vec<&Dossier> = cases.dossiers().collect();
    let usual = golden.iter().cycle().take(golden.len() * ROUNDS).map(|dossier| micros(cases, dossier));
    let firms = firms::drawn(cases, FIRMS);
    let mut times: Vec<(f64, &Dossier)> = firms.iter().map(|firm| (micros(cases, firm), firm)).collect();
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let slowest = times.iter().rev().take(100).map(|(_, firm)| least(cases, firm));
    let worst = slowest.fold(0.0, f64::max);
    let (golden, drawn) = (median(usual.collect()), median(times.iter().map(|(time, _)| *time).collect()));
    say(&format!("advice for golden cases       {golden:>9.0} µs"));
    say(&format!("advice for drawn firms        {drawn:>9.0} µs   worst of {FIRMS} {worst:>9.0} µs"));
}

fn micros(cases: &Cases, dossier: &Dossier) -> f64 {
    let started = now();
    black_box(advise(cases.rulebook(), black_box(cases.pack()), black_box(dossier)));
    now() - started
}

fn least(cases: &Cases, dossier: &Dossier) -> f64 {
    (0..AGAIN).map(|_| micros(cases, dossier)).fold(f64::INFINITY, f64::min)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(0.0)
}
