//! The batch: rows a second beside the hand-written kernel over the same rows, at sizes that show growth,
//! and on two threads.

use crate::{cases::Cases, clock::now, kernel::Firm};
use std::{
    hint::black_box,
    ops::Range,
    sync::mpsc::{Receiver, Sender, channel},
    thread::{Scope, scope},
};
use zjtx_columns::{Plan, Rows};
use zjtx_evaluator::{Dossier, Value};

/// Rows of the sizes that are measured.
pub(crate) const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
/// Rows judged at a size, and the least number of runs, in turn, of which the quickest counts: whatever else the
/// machine does only adds time.
const ROWS: usize = 5_000_000;
const RUNS: usize = 15;

/// What was measured at one size.
pub(crate) struct Measured {
    pub(crate) rows: usize,
    /// Rows a microsecond of the plan.
    pub(crate) plan: f64,
    /// Rows a microsecond of the kernel.
    pub(crate) kernel: f64,
    /// Rows a microsecond of the plan on two threads; `None` where there are none.
    pub(crate) two_threads: Option<f64>,
    /// Bytes of a row with its verdict.
    pub(crate) row_bytes: usize,
}

pub(crate) fn measure(cases: &Cases, size: usize) -> Measured {
    let plan = plan(cases);
    let (mut rows, mut firms) = (plan.rows(), Vec::with_capacity(size));
    for index in 0..size {
        let dossier = varied(cases, index);
        rows.push(&dossier);
        firms.push(Firm::of(&dossier, cases.terms()));
    }
    let judged = plan.judge(&rows);
    let by_plan = || drop(black_box(plan.judge(black_box(&rows))));
    let by_kernel = || drop(black_box(black_box(&firms).iter().map(Firm::judge).collect::<Vec<_>>()));
    let threads = !cfg!(target_arch = "wasm32");
    let [plan, kernel, two] = scope(|scope| {
        let second = threads.then(|| Second::start(scope, &plan, &rows));
        let by_two = || second.iter().for_each(|second| second.share(&plan, &rows));
        quickest(RUNS.max(ROWS / size), [&by_plan, &by_kernel, &by_two])
    });
    let rate = |micros: f64| size as f64 / micros;
    Measured {
        rows: size,
        plan: rate(plan),
        kernel: rate(kernel),
        two_threads: threads.then(|| rate(two)),
        row_bytes: rows.row_bytes() + judged.row_bytes(),
    }
}

/// The plan of the measured pack for the day of the cases.
pub(crate) fn plan(cases: &Cases) -> Plan<'_> {
    let first = cases.dossier(0);
    Plan::new(cases.pack(), first.as_of(), first.kind()).expect("the pack fits into a plan")
}

/// A second thread that is there already, as in a list that is longer: it judges the second half when it is told to.
struct Second {
    begin: Sender<()>,
    done: Receiver<()>,
}

impl Second {
    fn start<'s>(scope: &'s Scope<'s, '_>, plan: &'s Plan<'_>, rows: &'s Rows<'_>) -> Self {
        let ((begin, begun), (finished, done)) = (channel(), channel());
        scope.spawn(move || {
            for () in begun {
                judge(plan, rows, rows.len() / 2..rows.len());
                finished.send(()).expect("the first thread waits");
            }
        });
        Self { begin, done }
    }

    fn share(&self, plan: &Plan<'_>, rows: &Rows<'_>) {
        self.begin.send(()).expect("the second thread listens");
        judge(plan, rows, 0..rows.len() / 2);
        self.done.recv().expect("the second thread answers");
    }
}

fn judge(plan: &Plan<'_>, rows: &Rows<'_>, part: Range<usize>) {
    drop(black_box(plan.judge_range(rows, part)));
}

/// A golden dossier with its amounts moved by up to half, differently in every row.
pub(crate) fn varied(cases: &Cases, index: usize) -> Dossier {
    let mut dossier = cases.dossier(index).clone();
    let mut state = index as u64;
    for (fact, term) in cases.terms().facts().filter(|(_, term)| term.unit().is_some()) {
        let years: Vec<(i16, i64)> = dossier.years(fact).collect();
        for (year, amount) in years {
            dossier.set_year(fact, year, Some(moved(amount, &mut state)));
        }
        if let Some(amount) = dossier.get(fact).and_then(Value::as_number).filter(|_| term.period().is_none())
        {
            dossier.set(fact, Some(Value::Number(moved(amount, &mut state).min(term.bounds().1))));
        }
    }
    dossier
}

/// A whole amount between half and one and a half times another, by a linear congruence.
fn moved(amount: i64, state: &mut u64) -> i64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let thousandths = 500 + (*state >> 33) as i64 % 1001;
    amount / 1_000_000 * thousandths / 1000 * 1_000_000
}

/// Microseconds of the quickest run of each. They take turns, so that all meet the same machine.
fn quickest<const N: usize>(runs: usize, works: [&dyn Fn(); N]) -> [f64; N] {
    let mut least = [f64::INFINITY; N];
    for _ in 0..runs {
        for (least, work) in least.iter_mut().zip(works) {
            let started = now();
            work();
            *least = least.min(now() - started);
        }
    }
    least
}
