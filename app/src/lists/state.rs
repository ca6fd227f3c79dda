//! How far a list has come, and what of it is at hand.

use crate::{
    effects::worker::Answer,
    lists::{
        filter::Filter,
        found::{Detail, Line, Summary},
    },
};
use std::rc::Rc;

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
    /// The firm that is looked at.
    pub firm: Option<(usize, Rc<Detail>)>,
    /// A file that is being made.
    pub busy: Option<Busy>,
    /// Why a file could not be made.
    pub trouble: Option<String>,
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
    Refused(String),
    /// It was judged.
    Judged(Rc<Summary>),
}

/// A file that is being made: rows done, and rows in all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Busy(pub f64, pub f64);

/// What is to be said to the worker, or done with what it said.
#[derive(Debug, PartialEq)]
pub enum Say {
    /// Choose the rows of the present filter.
    Filter,
    /// Lines from a position on.
    Lines(usize),
    /// Save the template.
    SaveTemplate(Vec<u8>),
    /// Save the result.
    SaveResult(Vec<u8>),
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

    /// What an answer of the worker changes, and what follows from it.
    pub fn hear(&mut self, answer: Answer) -> Option<Say> {
        match answer {
            Answer::Progress(done, all, _) if self.busy.is_some() => self.busy = Some(Busy(done, all)),
            Answer::Progress(done, all, taken) => self.phase = Phase::Reading(done, all, taken),
            Answer::Read(summary) => {
                let summary: Summary = serde_json::from_str(&summary).unwrap_or_default();
                self.phase = Phase::Judged(Rc::new(summary));
                return Some(Say::Filter);
            }
            Answer::Filtered(shown) => {
                (self.shown, self.asked) = (shown, 0);
                return Some(Say::Lines(0));
            }
            Answer::Lines(start, lines) => {
                self.start = start;
                self.lines = Rc::new(serde_json::from_str(&lines).unwrap_or_default());
            }
            Answer::Firm(index, detail) => {
                let detail = serde_json::from_str(&detail).ok().flatten();
                self.firm = detail.map(|detail| (index, Rc::new(detail)));
            }
            Answer::Dossier(text) => return Some(Say::Open(text)),
            Answer::Template(bytes) => return Some(Say::SaveTemplate(bytes)),
            Answer::Result(bytes) => {
                self.busy = None;
                return Some(Say::SaveResult(bytes));
            }
            Answer::Lost => *self = Self::without_list(Phase::Lost),
            Answer::Failed(reason) if matches!(self.phase, Phase::Reading(..)) => {
                self.phase = Phase::Refused(reason);
            }
            Answer::Failed(reason) => (self.busy, self.trouble) = (None, Some(reason)),
        }
        None
    }

    /// The window to ask for when rows from `first` on come into sight, so many at once; `None` while they
    /// are at hand or asked for.
    pub fn wanted(&mut self, first: usize, seen: usize) -> Option<usize> {
        let end = (first + seen).min(self.shown);
        if self.asked <= first && end <= self.asked + WINDOW {
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
mod tests {
    use super::{Answer, Busy, Phase, Say, State, WINDOW, seconds_left};

    fn judged() -> State {
        let mut state = State::default();
        state.begin("list.csv".to_owned());
        state.hear(Answer::Progress(128.0, 300.0, 40.0));
        assert_eq!(state.phase, Phase::Reading(128.0, 300.0, 40.0));
        let summary = r#"{"firms":300,"mistaken":1,"notes":[],"mistakes":[{"zh":"A3：…","en":"A3: …"}],"all_mistakes":1,
            "levels":[],"districts":{"440106":9}}"#;
        assert_eq!(state.hear(Answer::Read(summary.to_owned())), Some(Say::Filter));
        assert_eq!(state.hear(Answer::Filtered(300)), Some(Say::Lines(0)));
        state
    }

    #[test]
    fn a_list_is_read_filtered_and_shown() {
        let mut state = judged();
        let Phase::Judged(summary) = &state.phase else { panic!("it was judged") };
        assert_eq!((summary.firms, summary.districts.get(&440_106)), (300, Some(&9)));
        let line = r#"[{"index":7,"place":"A9","name":"甲","mistakes":0,
            "levels":[{"truth":"met","score":null,"lacks":0},null]}]"#;
        state.hear(Answer::Lines(20, line.to_owned()));
        assert_eq!((state.start, state.lines[0].index, state.lines[0].levels.len()), (20, 7, 2));
    }

    #[test]
    fn only_lines_that_are_not_at_hand_are_asked_for() {
        let mut state = judged();
        assert_eq!(state.wanted(0, 15), None);
        assert_eq!(state.wanted(WINDOW - 15, 15), None);
        assert_eq!(state.wanted(WINDOW - 14, 15), Some(10));
        assert_eq!(state.wanted(WINDOW - 14, 15), None, "they are asked for already");
        assert_eq!(state.wanted(299, 15), Some(280));
        assert_eq!(state.wanted(0, 15), Some(0));
    }

    #[test]
    fn what_fails_is_told_where_it_failed() {
        let mut state = State::default();
        state.begin("list.xls".to_owned());
        state.hear(Answer::Failed("旧版".to_owned()));
        assert_eq!(state.phase, Phase::Refused("旧版".to_owned()));
        let mut state = judged();
        state.busy = Some(Busy::default());
        state.hear(Answer::Progress(1.0, 2.0, 9.0));
        assert_eq!(state.busy, Some(Busy(1.0, 2.0)));
        state.hear(Answer::Failed("满".to_owned()));
        assert!(matches!(state.phase, Phase::Judged(_)) && state.busy.is_none());
        assert_eq!(state.trouble.as_deref(), Some("满"));
    }

    #[test]
    fn time_left_follows_the_pace() {
        assert_eq!(seconds_left(100.0, 300.0, 2_000.0), Some(4.0));
        assert_eq!(seconds_left(100.0, 300.0, 900.0), None);
        assert_eq!(seconds_left(100.0, 0.0, 2_000.0), None);
    }
}
