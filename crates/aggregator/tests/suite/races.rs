//! Several processes at one database.

use std::collections::BTreeMap;
use std::thread;

use jiff::civil::Date;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::release::job;
use zjtx_aggregator::release::rules::Rules;
use zjtx_aggregator::store::{Arrival, Database, Held, HeldReason, LaneChoice, LaneDecision, Outcome, Store};

use crate::support::keys::{keys, keys_in};
use crate::support::postgres::Cluster;
use crate::support::reports::{arrival, report};
use crate::support::server::audit;

const DAY: Date = Date::constant(2026, 11, 18);

fn held(number: u128) -> Arrival {
    let held = Held { day: DAY, reason: HeldReason::Surge };
    Arrival { held: Some(held), ..arrival(report(number)) }
}

fn both(test: impl Fn(&Database, &Keys)) {
    let folder = tempfile::tempdir().expect("a folder");
    let sqlite = Database::Sqlite(folder.path().join("statistics.db"));
    test(&sqlite, &keys_in(folder.path(), 1));
    let cluster = Cluster::start();
    let (_folder, keys) = keys(1);
    test(&Database::from_address(&cluster.schema("races"), None).expect("an address"), &keys);
}

fn total(store: &mut dyn Store) -> i64 {
    let waiting: i64 = store.waiting().expect("counts").iter().map(|count| count.n).sum();
    waiting + store.held().expect("held").iter().map(|held| held.count.n).sum::<i64>()
}

/// While several writers hold reports back for today, somebody accepts today again and again.
#[test]
fn deciding_about_a_day_loses_nothing_that_comes_meanwhile() {
    both(|database, keys| {
        let mut store = database.prepare(keys).expect("the database");
        thread::scope(|scope| {
            for writer in [0, 1, 2] {
                scope.spawn(move || {
                    let mut store = database.open().expect("the database");
                    for number in 0..40 {
                        store.accept(&[held(writer * 1_000 + number)]).expect("a batch");
                    }
                });
            }
            scope.spawn(|| {
                let mut store = database.open().expect("the database");
                for _ in 0..40 {
                    store.decide(&LaneChoice::day(DAY), LaneDecision::Accept, &audit()).expect("a decision");
                }
            });
        });
        assert_eq!((total(&mut *store), store.ids().expect("ids")), (120, 120));
    });
}

/// Repeats of the same reports are on their way in several processes while another closes the week.
#[test]
fn closing_counts_nothing_twice_that_is_on_its_way() {
    both(|database, keys| {
        let mut store = database.prepare(keys).expect("the database");
        let rules = Rules { epsilon: None, ..Rules::default() };
        let batch: Vec<Arrival> = (0..30).map(|number| arrival(report(number))).collect();
        store.accept(&batch).expect("a batch");
        let counted: usize = thread::scope(|scope| {
            let repeating = [(); 3].map(|()| {
                scope.spawn(|| {
                    let mut store = database.open().expect("the database");
                    let mut outcomes = Vec::new();
                    while !outcomes.contains(&Outcome::Closed) {
                        outcomes.extend(store.accept(&batch).expect("a batch"));
                    }
                    outcomes.iter().filter(|outcome| **outcome == Outcome::Counted).count()
                })
            });
            let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
            job::run_due(&mut *store, after, &rules, keys).expect("a closing");
            repeating.map(|thread| thread.join().expect("a writer")).into_iter().sum()
        });
        assert_eq!(counted, 0, "all were counted before");
        let released: i64 =
            store.increments(None).expect("increments").iter().flat_map(|increment| increment.counts).sum();
        assert_eq!((released, total(&mut *store)), (30, 0));
    });
}

/// One of several processes closes; the noise is drawn once.
#[test]
fn one_of_many_closes() {
    both(|database, keys| {
        let mut store = database.prepare(keys).expect("the database");
        let batch: Vec<Arrival> = (0..60).map(|number| arrival(report(number))).collect();
        store.accept(&batch).expect("a batch");
        let closed: usize = thread::scope(|scope| {
            let closers = [(); 4].map(|()| {
                scope.spawn(|| {
                    let mut store = database.open().expect("the database");
                    let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
                    job::run_due(&mut *store, after, &Rules::default(), keys).expect("a closing").is_some()
                })
            });
            closers.map(|closer| closer.join().expect("a closer")).into_iter().map(usize::from).sum()
        });
        assert_eq!((closed, store.increments(None).expect("increments").len()), (1, 1));
    });
}

#[derive(Clone, Debug)]
enum Step {
    Send { process: usize, number: u8, is_held: bool },
    Decide { process: usize, accept: bool },
    Close { process: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let send = (0..3_usize, 0..30_u8, proptest::bool::ANY);
    prop_oneof![
        12 => send.prop_map(|(process, number, is_held)| Step::Send { process, number, is_held }),
        2 => (0..3_usize, proptest::bool::ANY).prop_map(|(process, accept)| Step::Decide { process, accept }),
        1 => (0..3_usize).prop_map(|process| Step::Close { process }),
        1 => Just(Step::Close { process: 0 }),
    ]
}

/// What ought to be: which numbers were counted, how many wait, how many are held.
#[derive(Default)]
struct Model {
    seen: BTreeMap<u8, bool>,
    waiting: i64,
    held: i64,
    is_closed: bool,
    released: i64,
}

impl Model {
    fn apply(&mut self, step: &Step) -> Option<Outcome> {
        match *step {
            Step::Send { .. } if self.is_closed => Some(Outcome::Closed),
            Step::Send { number, is_held, .. } => {
                if self.seen.insert(number, is_held).is_some() {
                    return Some(Outcome::Repeated);
                }
                *(if is_held { &mut self.held } else { &mut self.waiting }) += 1;
                Some(Outcome::Counted)
            }
            Step::Decide { accept, .. } => {
                self.waiting += if accept { self.held } else { 0 };
                self.held = 0;
                None
            }
            Step::Close { .. } => {
                if !self.is_closed && self.waiting >= 2 {
                    self.released = std::mem::take(&mut self.waiting);
                }
                self.is_closed = true;
                None
            }
        }
    }
}

fn play(database: &Database, keys: &Keys, steps: &[Step]) {
    drop(database.prepare(keys).expect("the database"));
    let mut processes = [(); 3].map(|()| database.open().expect("the database"));
    let rules = Rules { epsilon: None, minimum_batch: 2, ..Rules::default() };
    let mut model = Model::default();
    for step in steps {
        let expected = model.apply(step);
        match *step {
            Step::Send { process, number, is_held } => {
                let number = u128::from(number);
                let arrival = if is_held { held(number) } else { arrival(report(number)) };
                assert_eq!(
                    processes[process].accept(&[arrival]).expect("a batch"),
                    [expected.expect("an outcome")]
                );
            }
            Step::Decide { process, accept } => {
                let decision = if accept { LaneDecision::Accept } else { LaneDecision::Reject };
                processes[process].decide(&LaneChoice::day(DAY), decision, &audit()).expect("a decision");
            }
            Step::Close { process } => {
                let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
                job::run_due(&mut *processes[process], after, &rules, keys).expect("a closing");
            }
        }
        let store = &mut processes[0];
        let waiting: i64 = store.waiting().expect("counts").iter().map(|count| count.n).sum();
        let held: i64 = store.held().expect("held").iter().map(|held| held.count.n).sum();
        let released: i64 =
            store.increments(None).expect("increments").iter().flat_map(|increment| increment.counts).sum();
        assert_eq!((waiting, held, released), (model.waiting, model.held, model.released), "{step:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn processes_that_take_turns_do_what_the_model_does(histories in proptest::collection::vec(proptest::collection::vec(step(), 1..60), 3)) {
        for steps in &histories {
            let folder = tempfile::tempdir().expect("a folder");
            play(&Database::Sqlite(folder.path().join("statistics.db")), &keys_in(folder.path(), 1), steps);
        }
    }
}

#[test]
fn processes_on_postgres_do_what_the_model_does() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let cluster = Cluster::start();
    let (_folder, keys) = keys(1);
    let mut runner = TestRunner::deterministic();
    for number in 0..12 {
        let history = proptest::collection::vec(step(), 1..60);
        let steps = history.new_tree(&mut runner).expect("a history").current();
        let address = cluster.schema(&format!("history{number}"));
        play(&Database::from_address(&address, None).expect("an address"), &keys, &steps);
    }
}
