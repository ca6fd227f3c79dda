//! Random histories against a model of a few lines.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use tokio::runtime::Runtime;
use zjtx_aggregator::calendar;
use zjtx_aggregator::clock::Clock;
use zjtx_aggregator::store::Cell;
use zjtx_wire::{District, Period, Report, Verdict};

use crate::support::reports::{HAIZHU, TIANHE, arrival, id, report};
use crate::support::server::{TestServer, generous};

#[derive(Clone, Debug)]
enum Operation {
    /// A report, whose answer may get lost: the sender then sends it again at once.
    Send { number: u8, weeks_ago: i8, answer_is_lost: bool },
    /// The clock moves on.
    Wait { hours: u8 },
    /// The weekly job looks whether it is due.
    RunDue,
    /// The server starts anew.
    Restart,
}

fn operation() -> impl Strategy<Value = Operation> {
    let send = (0..40_u8, -1..3_i8, proptest::bool::ANY);
    prop_oneof![
        12 => send.prop_map(|(number, weeks_ago, answer_is_lost)| Operation::Send { number, weeks_ago, answer_is_lost }),
        2 => (1..80_u8).prop_map(|hours| Operation::Wait { hours }),
        1 => Just(Operation::RunDue),
        1 => Just(Operation::Restart),
    ]
}

/// What ought to be.
#[derive(Default)]
struct Model {
    seen: BTreeSet<(Period, u8)>,
    waiting: BTreeMap<Cell, i64>,
    closed: Option<Period>,
    releases: usize,
}

impl Model {
    /// Takes a report in and returns the status to answer.
    fn send(&mut self, number: u8, cell: Cell, is_open: bool) -> u16 {
        if !is_open || self.closed.is_some_and(|closed| cell.period <= closed) {
            return 410;
        }
        if self.seen.insert((cell.period, number)) {
            *self.waiting.entry(cell).or_default() += 1;
        }
        204
    }

    fn close(&mut self, period: Period) {
        if self.closed.is_some_and(|closed| closed >= period) {
            return;
        }
        self.closed = Some(period);
        self.seen.retain(|(seen, _)| *seen > period);
        let mut batches: BTreeMap<District, i64> = BTreeMap::new();
        for (cell, n) in self.waiting.iter().filter(|(cell, _)| cell.period <= period) {
            *batches.entry(cell.district).or_default() += n;
        }
        batches.retain(|_, n| *n >= 10);
        self.waiting.retain(|cell, _| cell.period > period || !batches.contains_key(&cell.district));
        self.releases += batches.len();
    }
}

fn sent(number: u8, period: Period) -> Report {
    let district = [TIANHE, HAIZHU][usize::from(number % 2)];
    let verdict = Verdict::ALL[usize::from(number / 2 % 4)];
    Report { id: id(number.into()), district, verdict, period, ..report(0) }
}

/// A server whose releases can be foretold.
fn exact() -> TestServer {
    let mut settings = generous();
    (settings.release.epsilon, settings.release.minimum_batch) = ("none".to_owned(), 10);
    TestServer::with(settings)
}

async fn apply(server: &mut TestServer, model: &mut Model, operation: &Operation) {
    match *operation {
        Operation::Send { number, weeks_ago, answer_is_lost } => {
            let now = server.clock.now();
            let moment = now - jiff::SignedDuration::from_hours(i64::from(weeks_ago) * 7 * 24);
            let report = sent(number, calendar::period_of(moment));
            let is_open = calendar::is_open(report.period, now);
            let expected = model.send(number, arrival(report).cell, is_open);
            for _ in 0..=u8::from(answer_is_lost) {
                assert_eq!(server.send(&report).await, expected);
            }
        }
        Operation::Wait { hours } => {
            server.clock.advance(hours.into());
            server.note_time().await;
        }
        Operation::RunDue => {
            server.run_due().await;
            model.close(calendar::last_closed(server.clock.now()).expect("a period"));
        }
        Operation::Restart => server.restart(),
    }
}

fn compare(server: &TestServer, model: &Model) {
    let mut store = server.store();
    let waiting = store.waiting().expect("counts").into_iter().map(|count| (count.cell, count.n)).collect();
    assert_eq!(model.waiting, waiting);
    assert_eq!(model.seen.len() as i64, store.ids().expect("ids"));
    assert_eq!(model.closed, store.closed_through().expect("a period"));
    assert_eq!(model.releases, store.increments(None).expect("increments").len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_server_does_what_the_model_does(operations in proptest::collection::vec(operation(), 1..100)) {
        let runtime = Runtime::new().expect("a runtime");
        let mut server = exact();
        let mut model = Model::default();
        for operation in &operations {
            runtime.block_on(apply(&mut server, &mut model, operation));
            compare(&server, &model);
        }
    }
}
