//! The one thread that writes.
//!
//! Reports queue up while a commit is under way; the next transaction takes all of them. So one
//! commit serves as many reports as arrive during it, and a lone report never waits. Where committing and
//! bringing to the disk are two steps, the second is another thread's: `finish`.

mod finish;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use zjtx_wire::ReportId;

use self::finish::{Batch, Finisher};
use crate::calendar::{self, Phase};
use crate::health::Health;
use crate::keys::Keys;
use crate::metrics::Metrics;
use crate::store::{Arrival, Cell, Held, Outcome, Store, StoreError};
use crate::timekeeper::Timekeeper;

/// How long the writer waits for more before it wipes what the commits left in the store's log.
const LULL: Duration = Duration::from_secs(1);

/// How long the log may grow while reports never cease.
const LONGEST_LOG: Duration = Duration::from_secs(2);

/// How long a caller waits for the store before it is told to come again.
const PATIENCE: Duration = Duration::from_secs(5);

/// Neither counted nor refused: the store is down, slow or behind. The same report may come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unavailable;

/// A report as it is handed in.
#[derive(Clone, Copy, Debug)]
pub struct Handed {
    /// Its id.
    pub id: ReportId,
    /// What it counts towards.
    pub cell: Cell,
    /// Set for a suspicious report.
    pub held: Option<Held>,
}

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It was counted now.
    Counted,
    /// It was counted before.
    Repeated,
    /// Its period is closed.
    Closed,
    /// Its period has not begun.
    NotBegun,
}

type Reply = oneshot::Sender<Result<Answer, Unavailable>>;
type Task = Box<dyn FnOnce(&mut dyn Store) + Send>;

enum Work {
    Report(Handed, Reply),
    Task(Task),
}

/// Hands work to the writing thread. The thread ends when the last copy of this is dropped and the
/// queue is empty.
#[derive(Clone)]
pub struct Writer {
    queue: SyncSender<Work>,
    metrics: Metrics,
}

/// What the writing thread works with.
pub struct Tools {
    /// The time.
    pub time: Arc<Timekeeper>,
    /// The keys of the ids.
    pub keys: Arc<Keys>,
    /// Learns how the store does.
    pub health: Health,
    /// The figures.
    pub metrics: Metrics,
}

/// How much waits and how much goes into one transaction.
#[derive(Clone, Copy, Debug)]
pub struct Capacity {
    /// Reports that may wait.
    pub queue: usize,
    /// Reports in one transaction.
    pub batch: usize,
}

impl Writer {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the store does not say how its commits come to the disk.
    pub fn start(
        mut store: Box<dyn Store>,
        tools: Tools,
        capacity: Capacity,
    ) -> Result<(Self, JoinHandle<()>), StoreError> {
        let (queue, work) = sync_channel(capacity.queue);
        let metrics = tools.metrics.clone();
        let finisher = Finisher::start(store.flush()?, tools.health.clone(), metrics.clone());
        let untidy_since = Some(Instant::now());
        let mut desk = Desk { finisher, store, tools, batch: capacity.batch, untidy_since };
        Ok((Self { queue, metrics }, thread::spawn(move || desk.run(&work))))
    }

    /// Counts a report; an answer is given only once its commit outlasts a power cut.
    ///
    /// # Errors
    /// When the queue is full, or the store fails or is slow.
    pub async fn accept(&self, report: Handed) -> Result<Answer, Unavailable> {
        let (reply, answer) = oneshot::channel();
        self.enqueue(Work::Report(report, reply))?;
        within_patience(answer).await?
    }

    /// Runs a task on the writing thread, between two batches.
    ///
    /// # Errors
    /// When the queue is full or the task takes too long; it may still be done later.
    pub async fn run<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut dyn Store) -> T + Send + 'static,
    ) -> Result<T, Unavailable> {
        let (reply, answer) = oneshot::channel();
        self.enqueue(Work::Task(Box::new(move |store| {
            // Whoever asked may have given up waiting.
            let _ = reply.send(task(store));
        })))?;
        within_patience(answer).await
    }

    fn enqueue(&self, work: Work) -> Result<(), Unavailable> {
        self.metrics.queued(1);
        self.queue.try_send(work).map_err(|error: TrySendError<Work>| {
            drop(error);
            self.metrics.queued(-1);
            Unavailable
        })
    }
}

async fn within_patience<T>(answer: oneshot::Receiver<T>) -> Result<T, Unavailable> {
    let answer = tokio::time::timeout(PATIENCE, answer).await;
    answer.map_err(|_| Unavailable)?.map_err(|_| Unavailable)
}

/// The thread's side of the queue.
struct Desk {
    /// Dropped first: the last batches are answered before the store closes.
    finisher: Finisher,
    store: Box<dyn Store>,
    tools: Tools,
    batch: usize,
    /// Since when the store's log holds something that is to be wiped.
    untidy_since: Option<Instant>,
}

impl Desk {
    fn run(&mut self, queue: &Receiver<Work>) {
        loop {
            let next = match self.untidy_since {
                Some(_) => queue.recv_timeout(LULL),
                None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match next {
                Ok(first) => self.turn(first, queue),
                Err(RecvTimeoutError::Timeout) => self.tidy(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if self.untidy_since.is_some_and(|since| since.elapsed() > LONGEST_LOG) {
                self.tidy();
            }
        }
    }

    /// Wipes the store's log; while a reader is in the way, again after the next lull.
    fn tidy(&mut self) {
        let done = self.store.tidy().unwrap_or(false);
        self.untidy_since = (!done).then(Instant::now);
        if done {
            self.finisher.trust();
        }
    }

    /// One batch of all the reports that wait, and the task that comes after them if there is one.
    fn turn(&mut self, first: Work, queue: &Receiver<Work>) {
        let mut batch = Vec::new();
        let mut next = Some(first);
        while let Some(Work::Report(report, reply)) = next {
            batch.push((report, reply));
            next = if batch.len() < self.batch { queue.try_recv().ok() } else { None };
        }
        let task = match next {
            Some(Work::Task(task)) => Some(task),
            _ => None,
        };
        self.tools.metrics.queued(-((batch.len() + usize::from(task.is_some())) as i64));
        self.commit(batch);
        if let Some(task) = task {
            task(&mut *self.store);
        }
        self.untidy_since.get_or_insert_with(Instant::now);
    }

    fn commit(&mut self, batch: Vec<(Handed, Reply)>) {
        let (mut arrivals, mut replies) = (Vec::new(), Vec::new());
        for (report, reply) in batch {
            match self.admit(&report) {
                Ok(arrival) => {
                    arrivals.push(arrival);
                    replies.push(reply);
                }
                Err(at_once) => answer(reply, at_once),
            }
        }
        if arrivals.is_empty() {
            return;
        }
        let started = Instant::now();
        match self.accept(&arrivals) {
            Ok(outcomes) => {
                let answers = outcomes.into_iter().map(answered);
                self.finisher.finish(Batch { answers: replies.into_iter().zip(answers).collect(), started });
            }
            Err(error) => {
                self.tools.health.wrote(&Err::<(), _>(error));
                self.tools.metrics.failed();
                replies.into_iter().for_each(|reply| answer(reply, Err(Unavailable)));
            }
        }
    }

    /// A report of an open period, its id hashed; or what to answer at once.
    fn admit(&self, report: &Handed) -> Result<Arrival, Result<Answer, Unavailable>> {
        let now = self.tools.time.now();
        self.tools.health.doubts(now.err());
        let now = now.map_err(|_| Err(Unavailable))?;
        let Handed { id, cell, held } = *report;
        match calendar::phase(cell.period, now) {
            Phase::NotBegun => Err(Ok(Answer::NotBegun)),
            Phase::Closed => Err(Ok(Answer::Closed)),
            Phase::Open => {
                let id = self.tools.keys.stored_id(cell.period, &id).ok_or(Ok(Answer::Closed))?;
                Ok(Arrival { id, cell, held })
            }
        }
    }

    /// Where the disk refused, all is written into the database's own file first; until that is done nothing is
    /// acknowledged.
    fn accept(&mut self, arrivals: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
        if self.finisher.distrusts() && self.store.tidy()? {
            self.finisher.trust();
        }
        self.store.accept(arrivals)
    }
}

fn answered(outcome: Outcome) -> Answer {
    match outcome {
        Outcome::Counted => Answer::Counted,
        Outcome::Repeated => Answer::Repeated,
        Outcome::Closed => Answer::Closed,
    }
}

fn answer(reply: Reply, answer: Result<Answer, Unavailable>) {
    // A sender that has hung up will come again with the same id.
    let _ = reply.send(answer);
}
