//! The one thread that writes.
//!
//! Reports queue up while a commit is under way; the next transaction takes all of them. So one
//! commit to disk serves as many reports as arrive during it, and a lone report never waits.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use crate::calendar;
use crate::clock::Clock;
use crate::metrics::Metrics;
use crate::store::{Arrival, Outcome, Store, StoreError};

/// How long a caller waits for the store before it is told to come again.
const PATIENCE: Duration = Duration::from_secs(5);

/// Neither counted nor refused: the store is down, slow or behind. The same report may come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unavailable;

type Reply = oneshot::Sender<Result<Outcome, Unavailable>>;
type Task = Box<dyn FnOnce(&mut dyn Store) + Send>;

enum Work {
    Report(Arrival, Reply),
    Task(Task),
}

/// Hands work to the writing thread. The thread ends when the last copy of this is dropped and the
/// queue is empty.
#[derive(Clone)]
pub struct Writer {
    queue: SyncSender<Work>,
    metrics: Metrics,
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
    pub fn start(
        store: Box<dyn Store>,
        clock: Arc<dyn Clock>,
        capacity: Capacity,
        metrics: Metrics,
    ) -> (Self, JoinHandle<()>) {
        let (queue, work) = sync_channel(capacity.queue);
        let mut desk = Desk { store, clock, metrics: metrics.clone(), batch: capacity.batch };
        (Self { queue, metrics }, thread::spawn(move || desk.run(&work)))
    }

    /// Counts a report; an outcome is given only after its commit.
    ///
    /// # Errors
    /// When the queue is full, or the store fails or is slow.
    pub async fn accept(&self, arrival: Arrival) -> Result<Outcome, Unavailable> {
        let (reply, answer) = oneshot::channel();
        self.enqueue(Work::Report(arrival, reply))?;
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
    store: Box<dyn Store>,
    clock: Arc<dyn Clock>,
    metrics: Metrics,
    batch: usize,
}

impl Desk {
    fn run(&mut self, queue: &Receiver<Work>) {
        while let Ok(first) = queue.recv() {
            self.turn(first, queue);
        }
    }

    /// One batch of all the reports that wait, and the task that comes after them if there is one.
    fn turn(&mut self, first: Work, queue: &Receiver<Work>) {
        let mut batch = Vec::new();
        let mut next = Some(first);
        while let Some(Work::Report(arrival, reply)) = next {
            batch.push((arrival, reply));
            next = if batch.len() < self.batch { queue.try_recv().ok() } else { None };
        }
        let task = match next {
            Some(Work::Task(task)) => Some(task),
            _ => None,
        };
        self.metrics.queued(-((batch.len() + usize::from(task.is_some())) as i64));
        self.commit(batch);
        if let Some(task) = task {
            task(&mut *self.store);
        }
    }

    fn commit(&mut self, batch: Vec<(Arrival, Reply)>) {
        let now = self.clock.now();
        let is_open = |arrival: &Arrival| calendar::is_open(arrival.cell.period, now);
        let (open, closed): (Vec<_>, Vec<_>) = batch.into_iter().partition(|(arrival, _)| is_open(arrival));
        for (_, reply) in closed {
            answer(reply, Ok(Outcome::Closed));
        }
        if open.is_empty() {
            return;
        }
        let (arrivals, replies): (Vec<Arrival>, Vec<Reply>) = open.into_iter().unzip();
        let outcomes = self.accept(&arrivals);
        for (place, reply) in replies.into_iter().enumerate() {
            let outcome = outcomes.as_ref().ok().and_then(|outcomes| outcomes.get(place));
            answer(reply, outcome.copied().ok_or(Unavailable));
        }
    }

    fn accept(&mut self, arrivals: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
        let started = Instant::now();
        let outcomes = self.store.accept(arrivals);
        match &outcomes {
            Ok(_) => self.metrics.committed(arrivals.len(), started.elapsed()),
            Err(error) => {
                self.metrics.failed();
                tracing::error!(%error, "the store failed");
            }
        }
        outcomes
    }
}

fn answer(reply: Reply, outcome: Result<Outcome, Unavailable>) {
    // A sender that has hung up will come again with the same id.
    let _ = reply.send(outcome);
}
