//! How far a list has come, and what of it is at hand.

use crate::lists::{
    messages::{Answer, Comparison, Detail, Filter, Line, Summary},
    trying::{Asked, Trying},
    words,
};
use std::rc::Rc;
use zjtx_evaluator::Text;

/// Lines that are at hand at a time; the worker has all others.
pub const WINDOW: usize = 40;
/// Windows begin at multiples of it, so that most scrolling asks for nothing.
const STEP: usize = 10;

/// What the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// How far the list has come.
    pub phase: Phase,
    /// Name of the list's file.
    pub file: String,
    /// Which rows are shown.
    pub filter: Filter,
    /// How many they are.
    pub shown: usize,
    /// Position of the first line at hand among them.
    pub start: usize,
    /// Lines at hand.
    pub lines: Rc<Vec<Line>>,
    /// What the list came to beside another day or kind of application; none until it was asked for.
    pub compared: Option<Rc<Vec<Comparison>>>,
    /// A trial of the list; none while none began.
    pub trying: Option<Rc<Trying>>,
    /// The firm that is looked at.
    pub firm: Option<(usize, Rc<Detail>)>,
    /// A file that is being made.
    pub busy: Option<Busy>,
    /// Why a file could not be made.
    pub trouble: Option<Text>,
    /// The position asked for last.
    asked: usize,
}

/// How far a list has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// There is none.
    #[default]
    Empty,
    /// It is being read and judged: rows done, rows in all as far as they are known, milliseconds taken.
    Reading(f64, f64, f64),
    /// Somebody broke it off.
    Cancelled,
    /// The worker's program did not come.
    Lost,
    /// It is unusable, for this reason.
    Refused(Text),
    /// It was judged.
    Judged(Rc<Summary>),
}

/// A file that is being made: rows done, and rows in all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Busy(pub f64, pub f64);

/// What is to be said to the worker, or done with what it said.
#[derive(Clone, Debug, PartialEq)]
pub enum Say {
    /// Choose the rows of the present filter.
    Filter,
    /// Lines from a position on.
    Lines(usize),
    /// Save the template.
    SaveTemplate(Vec<u8>),
    /// Save the result.
    SaveResult(Vec<u8>),
    /// Save the comparison.
    SaveComparison(Vec<u8>),
    /// Save the trial.
    SaveTrial(Vec<u8>),
    /// Ask for something of the trial.
    Try(Asked),
    /// Open a dossier as the form.
    Open(String),
}

impl State {
    /// No list, for this reason.
    pub fn without_list(phase: Phase) -> Self {
        Self { phase, ..Self::default() }
    }

    /// A file begins to be read.
    pub fn begin(&mut self, file: String) {
        *self = Self { phase: Phase::Reading(0.0, 0.0, 0.0), file, ..Self::default() };
    }

    /// What an answer of the worker changes, and what follows from it; `bytes` are the file that came beside it.
    pub fn hear(&mut self, answer: Answer, bytes: Vec<u8>) -> Option<Say> {
        match answer {
            Answer::Progress { done, all, .. } if self.busy.is_some() => {
                self.busy = Some(Busy(done.into(), all.into()));
            }
            Answer::Progress { done, all, taken } => {
                self.phase = Phase::Reading(done.into(), all.into(), taken);
            }
            Answer::Read(summary) => {
                self.phase = Phase::Judged(Rc::new(summary));
                return Some(Say::Filter);
            }
            Answer::Filtered(shown) => {
                (self.shown, self.asked) = (shown, 0);
                return Some(Say::Lines(0));
            }
            // A worker of its own reads statements.
            Answer::Statement(_) => {}
            Answer::Window { start, lines } => (self.start, self.lines) = (start, Rc::new(lines)),
            Answer::Firm(detail) => self.firm = detail.map(|detail| (detail.index, Rc::new(detail))),
            Answer::Dossier(text) => return text.map(Say::Open),
            Answer::Template => return Some(Say::SaveTemplate(bytes)),
            Answer::Result => {
                self.busy = None;
                return Some(Say::SaveResult(bytes));
            }
            Answer::Compared(levels) => {
                (self.busy, self.compared, self.trying) = (None, Some(Rc::new(levels)), None);
                return Some(Say::SaveComparison(bytes));
            }
            Answer::Trial(standard) => {
                let mut trying = standard.map(Trying::new);
                let asked = trying.as_mut().and_then(Trying::ask_moves);
                (self.trying, self.compared) = (trying.map(Rc::new), None);
                return asked.map(Say::Try);
            }
            Answer::Tried(tried) => return self.change_trial(|trying| trying.hear_tried(Ok(tried))),
            Answer::Refused(reason) => return self.change_trial(|trying| trying.hear_tried(Err(reason))),
            Answer::Curve(points) => return self.change_trial(|trying| trying.hear_curve(points)),
            Answer::Simulated => {
                self.busy = None;
                return Some(Say::SaveTrial(bytes));
            }
            Answer::Lost => *self = Self::without_list(Phase::Lost),
            Answer::Failed(reason) => self.fail(reason),
            Answer::NotUnderstood => self.fail(words::not_understood()),
            Answer::Unreadable => self.fail(words::unreadable()),
            Answer::TooLarge => self.fail(words::too_large()),
        }
        None
    }

    /// Changes the trial; what is to be asked for then.
    pub fn change_trial(&mut self, how: impl FnOnce(&mut Trying) -> Option<Asked>) -> Option<Say> {
        how(Rc::make_mut(self.trying.as_mut()?)).map(Say::Try)
    }

    /// A list that cannot be read is refused; a list that is there stays.
    fn fail(&mut self, reason: Text) {
        if matches!(self.phase, Phase::Reading(..)) {
            self.phase = Phase::Refused(reason);
        } else {
            (self.busy, self.trouble) = (None, Some(reason));
        }
    }

    /// Whether `seen` rows from `first` on are neither at hand nor asked for.
    pub fn lacks(&self, first: usize, seen: usize) -> bool {
        let end = (first + seen).min(self.shown);
        first < self.asked || end > self.asked + WINDOW
    }

    /// The window to ask for when `seen` rows from `first` on come into sight; `None` while they
    /// are at hand or asked for.
    pub fn wanted(&mut self, first: usize, seen: usize) -> Option<usize> {
        if !self.lacks(first, seen) {
            return None;
        }
        self.asked = first.saturating_sub(STEP) / STEP * STEP;
        Some(self.asked)
    }
}

/// Seconds that are left, by the pace so far; `None` where nobody can say.
pub fn seconds_left(done: f64, all: f64, taken: f64) -> Option<f64> {
    /// Before that the pace is not known.
    const LEAST: f64 = 1_000.0;
    (taken >= LEAST && done > 0.0 && all >= done).then(|| (all - done) * taken / done / 1_000.0)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
