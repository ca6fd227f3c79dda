//! Finding rows, reading and judging them on every core and writing at the same time, in the order of the list.
//!
//! Chunks of rows go to the judges in turn and are collected in the same turn; every channel is
//! bounded, so that a slow end holds up the others instead of filling the memory.

use indicatif::ProgressBar;
use std::{
    ops::ControlFlow,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};
use zjtx_evaluator::Terms;
use zjtx_spreadsheet::{Event, Firm, FirmRow, Reading, SheetError};

/// Where a reader sends what it finds.
pub type Sink<'s> = &'s mut dyn FnMut(Event) -> ControlFlow<()>;

/// Judges firms that travel together.
pub type Judging<'j, T> = Box<dyn FnMut(Vec<Firm>) -> Vec<T> + 'j>;

/// Firms that travel and are judged together: few enough that a core keeps their dossiers at hand between reading and
/// judging them.
const CHUNK: usize = 64;
/// Chunks that wait at a judge.
const WAITING: usize = 4;

/// Sends every firm that `read` finds through a judge to `write`; every core has a judge of its own.
///
/// # Errors
/// The first that reading or writing had.
pub fn run<'j, T: Send>(
    read: impl FnOnce(Sink<'_>) -> Result<Reading, SheetError> + Send,
    terms: &Terms,
    judge: &(impl Fn() -> Judging<'j, T> + Sync),
    progress: &ProgressBar,
    mut write: impl FnMut(&T) -> Result<(), SheetError>,
) -> Result<Reading, SheetError> {
    thread::scope(|scope| {
        let judges = thread::available_parallelism().map_or(1, usize::from);
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..judges {
            let (input, rows) = sync_channel(WAITING);
            let (judged, output) = sync_channel(WAITING);
            scope.spawn(move || judge_all(&rows, &judged, terms, judge()));
            inputs.push(input);
            outputs.push(output);
        }
        let reader = scope.spawn(move || distribute(read, inputs, progress));
        let written = collect(outputs, &mut write);
        let reading = reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        written.and(reading)
    })
}

fn judge_all<T>(
    rows: &Receiver<Vec<FirmRow>>,
    judged: &SyncSender<Vec<T>>,
    terms: &Terms,
    mut judge: Judging<'_, T>,
) {
    for chunk in rows {
        let chunk = chunk.into_iter().map(|row| row.firm(terms)).collect();
        if judged.send(judge(chunk)).is_err() {
            return;
        }
    }
}

/// Reads and hands the chunks to the judges in turn.
fn distribute(
    read: impl FnOnce(Sink<'_>) -> Result<Reading, SheetError>,
    inputs: Vec<SyncSender<Vec<FirmRow>>>,
    progress: &ProgressBar,
) -> Result<Reading, SheetError> {
    let mut turns = inputs.iter().cycle();
    let mut send = |chunk| match turns.next().map(|input| input.send(chunk)) {
        Some(Ok(())) => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    };
    let mut chunk = Vec::with_capacity(CHUNK);
    let reading = read(&mut |event| match event {
        Event::Sheet { rows } => {
            rows.into_iter().for_each(|rows| progress.inc_length(rows));
            ControlFlow::Continue(())
        }
        Event::Firm(row) => {
            chunk.push(row);
            if chunk.len() == CHUNK { send(std::mem::take(&mut chunk)) } else { ControlFlow::Continue(()) }
        }
    })?;
    let _ = send(chunk);
    Ok(reading)
}

/// Writes the chunks in turn, until a judge whose turn it is has no more.
fn collect<T>(
    outputs: Vec<Receiver<Vec<T>>>,
    write: &mut impl FnMut(&T) -> Result<(), SheetError>,
) -> Result<(), SheetError> {
    for output in outputs.iter().cycle() {
        let Ok(chunk) = output.recv() else { return Ok(()) };
        chunk.iter().try_for_each(&mut *write)?;
    }
    Ok(())
}
