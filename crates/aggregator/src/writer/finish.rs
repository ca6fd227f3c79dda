//! The end of a batch: it is brought to the disk, and then its reports are answered.
//!
//! A thread of its own does it, so that the next batch is committed while the disk is busy; what was committed meanwhile
//! goes to the disk in one turn.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use super::{Answer, Reply, Unavailable, answer};
use crate::health::Health;
use crate::metrics::Metrics;
use crate::store::{Flush, StoreError};

/// Batches that may wait for the disk; the writer waits where it is that far behind.
const BEHIND: usize = 8;

/// Reports that were committed together.
pub(super) struct Batch {
    /// What each is answered.
    pub(super) answers: Vec<(Reply, Answer)>,
    /// When the commit began.
    pub(super) started: Instant,
}

/// Hands batches to the thread; dropping it waits until all are answered.
pub(super) struct Finisher {
    marks: Marks,
    thread: Option<(SyncSender<Batch>, JoinHandle<()>)>,
}

/// What is noted of each batch.
#[derive(Clone)]
struct Marks {
    health: Health,
    metrics: Metrics,
    /// Set where the disk refused: the system may have forgotten what it was to write.
    distrusted: Arc<AtomicBool>,
}

impl Finisher {
    /// Starts the thread; a store whose commits outlast a power cut needs none.
    pub(super) fn start(flush: Option<Flush>, health: Health, metrics: Metrics) -> Self {
        let marks = Marks { health, metrics, distrusted: Arc::default() };
        let thread = flush.map(|flush| {
            let (sender, batches) = sync_channel(BEHIND);
            let marks = marks.clone();
            (sender, thread::spawn(move || run(flush, &batches, &marks)))
        });
        Self { marks, thread }
    }

    /// Answers a committed batch once it outlasts a power cut.
    pub(super) fn finish(&self, batch: Batch) {
        let unsent = match &self.thread {
            // The thread ends only after the sender.
            Some((batches, _)) => batches.send(batch).map_err(|unsent| unsent.0),
            None => Err(batch),
        };
        if let Err(batch) = unsent {
            self.marks.note(&Ok(()), vec![batch]);
        }
    }

    /// Whether what was committed may not be on the disk.
    pub(super) fn distrusts(&self) -> bool {
        self.marks.distrusted.load(Ordering::Acquire)
    }

    /// All that was committed is in the database's own file, on the disk.
    pub(super) fn trust(&self) {
        self.marks.distrusted.store(false, Ordering::Release);
    }
}

impl Drop for Finisher {
    fn drop(&mut self) {
        if let Some((batches, thread)) = self.thread.take() {
            drop(batches);
            // It does nothing that could panic.
            let _ = thread.join();
        }
    }
}

fn run(mut flush: Flush, batches: &Receiver<Batch>, marks: &Marks) {
    while let Ok(first) = batches.recv() {
        let all = std::iter::once(first).chain(batches.try_iter()).collect();
        marks.note(&flush(), all);
    }
}

impl Marks {
    /// Answers batches after what their way to the disk came to.
    fn note(&self, flushed: &Result<(), StoreError>, batches: Vec<Batch>) {
        if flushed.is_err() {
            self.metrics.failed();
            self.distrusted.store(true, Ordering::Release);
        }
        let is_safe = !self.distrusted.load(Ordering::Acquire);
        if is_safe || flushed.is_err() {
            self.health.wrote(flushed);
        }
        for Batch { answers, started } in batches {
            if is_safe {
                self.metrics.committed(answers.len(), started.elapsed());
            }
            for (reply, said) in answers {
                answer(reply, if is_safe { Ok(said) } else { Err(Unavailable) });
            }
        }
    }
}

#[cfg(test)]
mod tests;
