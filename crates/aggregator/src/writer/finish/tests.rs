use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use tokio::sync::oneshot;

use super::{Batch, Finisher};
use crate::health::Health;
use crate::metrics::Metrics;
use crate::store::Flush;
use crate::writer::{Answer, Unavailable};

type Told = oneshot::Receiver<Result<Answer, Unavailable>>;

fn finisher(flush: Option<Flush>) -> Finisher {
    Finisher::start(flush, Health::default(), Metrics::default())
}

/// Hands in a batch of one report.
fn hand_in(finisher: &Finisher) -> Told {
    let (reply, told) = oneshot::channel();
    finisher.finish(Batch { answers: vec![(reply, Answer::Counted)], started: Instant::now() });
    told
}

/// A disk that tells when it is asked, and works when it may.
fn disk() -> (Flush, Receiver<()>, Sender<()>) {
    let ((ask, asked), (allow, allowed)) = (channel(), channel());
    let flush = move || {
        ask.send(()).expect("a test that listens");
        allowed.recv().map_err(|_| io::Error::other("the test is over").into())
    };
    (Box::new(flush), asked, allow)
}

#[test]
fn a_report_is_answered_once_its_batch_is_on_the_disk() {
    let (flush, asked, allow) = disk();
    let finisher = finisher(Some(flush));
    let mut told = hand_in(&finisher);
    asked.recv().expect("a flush");
    assert!(told.try_recv().is_err(), "it is not there yet");
    allow.send(()).expect("a disk that waits");
    assert_eq!(told.blocking_recv(), Ok(Ok(Answer::Counted)));
}

#[test]
fn what_is_committed_while_the_disk_is_busy_goes_there_in_one_turn() {
    let (flush, asked, allow) = disk();
    let finisher = finisher(Some(flush));
    let mut told = vec![hand_in(&finisher)];
    asked.recv().expect("a flush");
    told.extend((0..3).map(|_| hand_in(&finisher)));
    allow.send(()).expect("a disk that waits");
    asked.recv().expect("one more flush");
    allow.send(()).expect("a disk that waits");
    assert!(told.into_iter().all(|told| told.blocking_recv() == Ok(Ok(Answer::Counted))));
    drop(finisher);
    assert!(asked.try_recv().is_err(), "a third flush had nothing to do");
}

#[test]
fn after_a_refusal_nothing_is_acknowledged_until_all_was_written_elsewhere() {
    let mut results = [Err(io::Error::other("broken").into())].into_iter();
    let finisher = finisher(Some(Box::new(move || results.next().unwrap_or(Ok(())))));
    assert_eq!(hand_in(&finisher).blocking_recv(), Ok(Err(Unavailable)));
    assert!(finisher.distrusts());
    assert_eq!(hand_in(&finisher).blocking_recv(), Ok(Err(Unavailable)));
    finisher.trust();
    assert_eq!(hand_in(&finisher).blocking_recv(), Ok(Ok(Answer::Counted)));
}

#[test]
fn a_store_whose_commits_last_is_answered_at_once() {
    let mut told = hand_in(&finisher(None));
    assert_eq!(told.try_recv(), Ok(Ok(Answer::Counted)));
}
