//! The one list of the page, in the app's state: it outlives the drawn page, as its worker does.

use crate::{
    action::{Action, Change},
    address::Address,
    dossier::open::Open,
    effects::{self, files::download_bytes, worker::ListWorker},
    lists::{
        messages::{Against, Answer, Ask, Filter, Settings},
        state::{Busy, Phase, Say, State, WINDOW},
        trying::{Asked, Trying},
        words,
    },
    model::Model,
    store::Store,
    words::Lang,
};
use std::rc::Rc;
use web_sys::File;
use yew::Callback;
use zjtx_evaluator::Date;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The list and its worker.
#[derive(Clone, Default)]
pub struct Session {
    /// What there is to draw.
    pub state: Rc<State>,
    worker: Option<Rc<ListWorker>>,
    /// What is to be said to the worker, or done with what it said.
    outbox: Vec<Say>,
}

impl Session {
    /// The list of the page.
    pub fn of(model: &Model) -> Rc<Self> {
        model.rooms.get()
    }

    /// Scheme ids of the list's levels.
    pub fn levels(model: &Model) -> Vec<String> {
        let session = Self::of(model);
        let Phase::Judged(summary) = &session.state.phase else { return Vec::new() };
        summary.levels.iter().map(|count| count.scheme.clone()).collect()
    }

    fn ask(&self, ask: &Ask) {
        if let Some(worker) = &self.worker {
            worker.ask(ask);
        }
    }

    fn do_next(&self, say: Say, send: &Callback<Action>) {
        match say {
            Say::Filter => self.ask(&Ask::Filter(self.state.filter.clone())),
            Say::Lines(start) => self.ask(&Ask::Window { start, length: WINDOW }),
            Say::SaveTemplate(bytes) => save(words::TEMPLATE_FILE, &bytes),
            Say::SaveResult(bytes) => {
                save(&result_name(&self.state.file, words::RESULT_FILE, &bytes), &bytes)
            }
            Say::SaveComparison(bytes) => {
                save(&result_name(&self.state.file, words::COMPARISON_FILE, &bytes), &bytes)
            }
            Say::SaveTrial(bytes) => save(&result_name(&self.state.file, words::TRIAL_FILE, &bytes), &bytes),
            Say::Try(Asked::Try(moves)) => self.ask(&Ask::Try(moves)),
            Say::Try(Asked::Curve { figure, values, moves }) => {
                self.ask(&Ask::Curve { figure, values, moves })
            }
            Say::Open(text) => {
                let name = self.state.firm.as_ref().map(|(_, firm)| firm.name.clone()).unwrap_or_default();
                send.emit(Open { name, text }.into());
                effects::address::go(&Address::Result);
            }
        }
    }
}

/// Says and does what is to follow; the root component calls it after every change.
pub fn tend(model: &mut Model, send: &Callback<Action>) {
    if Session::of(model).outbox.is_empty() {
        return;
    }
    let mut session = Rc::unwrap_or_clone(Session::of(model));
    for say in std::mem::take(&mut session.outbox) {
        session.do_next(say, send);
    }
    model.rooms.put(session);
}

/// Reads a list, in place of the one before.
pub fn read(store: &Store, file: &File, settings: Settings) {
    let worker = started(store);
    if let Some(worker) = &worker {
        worker.ask_with(&Ask::Read(settings), file);
    }
    let name = file.name();
    change(store, move |session| {
        session.worker.clone_from(&worker);
        session.outbox.clear();
        let state = Rc::make_mut(&mut session.state);
        state.begin(name.clone());
        if session.worker.is_none() {
            state.phase = Phase::Lost;
        }
    });
}

/// Breaks off what is being read.
pub fn cancel(store: &Store) {
    change(store, |session| {
        *session = Session { state: Rc::new(State::without_list(Phase::Cancelled)), ..Session::default() };
    });
}

/// Saves the template of a day.
pub fn template(store: &Store, day: Date) {
    let worker = Session::of(store.model()).worker.clone().or_else(|| started(store));
    if let Some(worker) = &worker {
        worker.ask(&Ask::Template(day));
    }
    change(store, move |session| session.worker.clone_from(&worker));
}

/// Shows other rows.
pub fn filter(store: &Store, filter: Filter) {
    change(store, move |session| {
        Rc::make_mut(&mut session.state).filter = filter.clone();
        session.outbox.push(Say::Filter);
    });
}

/// `seen` rows from `first` on came into sight.
pub fn look(store: &Store, first: usize, seen: usize) {
    if Session::of(store.model()).state.lacks(first, seen) {
        change(store, move |session| {
            let wanted = Rc::make_mut(&mut session.state).wanted(first, seen);
            session.outbox.extend(wanted.map(Say::Lines));
        });
    }
}

/// Looks at a firm, or at none.
pub fn firm(store: &Store, index: Option<usize>) {
    match index {
        Some(index) => Session::of(store.model()).ask(&Ask::Firm(index)),
        None => change(store, |session| Rc::make_mut(&mut session.state).firm = None),
    }
}

/// Opens a firm as the form.
pub fn open(store: &Store, index: usize) {
    Session::of(store.model()).ask(&Ask::Dossier(index));
}

/// Makes the result as a file, with mistakes in a language.
pub fn result(store: &Store, as_csv: bool, lang: Lang) {
    make(store, &Ask::Result { as_csv, lang });
}

/// Compares the list with another day and kind of application, and saves that as a workbook.
pub fn compare(store: &Store, against: Against, lang: Lang) {
    forget_moves(store);
    make(store, &Ask::Compare { against, lang });
}

/// Begins a trial of the firms that were judged by a pack.
pub fn trial(store: &Store, pack: String) {
    forget_moves(store);
    Session::of(store.model()).ask(&Ask::Trial(pack));
}

/// Moves a figure of the trial.
pub fn set(store: &Store, figure: usize, text: String) {
    change_trial(store, move |trying| trying.set(figure, text.clone()));
}

/// Puts a figure of the trial back, or all of them.
pub fn put_back(store: &Store, figure: Option<usize>) {
    change_trial(store, move |trying| trying.reset(figure));
}

/// Saves the trial as a workbook.
pub fn simulate(store: &Store, lang: Lang) {
    let session = Session::of(store.model());
    if let Some(trying) = &session.state.trying {
        make(store, &Ask::Simulate { moves: trying.moves.clone(), lang });
    }
}

fn change_trial(store: &Store, how: impl Fn(&mut Trying) -> Option<Asked> + 'static) {
    change(store, move |session| {
        let next = Rc::make_mut(&mut session.state).change_trial(&how);
        session.outbox.extend(next);
    });
}

/// Rows are no longer chosen by what they came to in a comparison that another takes the place of.
fn forget_moves(store: &Store) {
    let chosen = &Session::of(store.model()).state.filter;
    if chosen.moved.is_some() {
        filter(store, Filter { moved: None, ..chosen.clone() });
    }
}

/// Asks for a file.
fn make(store: &Store, ask: &Ask) {
    Session::of(store.model()).ask(ask);
    change(store, |session| {
        let state = Rc::make_mut(&mut session.state);
        (state.busy, state.trouble) = (Some(Busy::default()), None);
    });
}

fn started(store: &Store) -> Option<Rc<ListWorker>> {
    let send = store.sender();
    let hear = move |answer: Answer, bytes: Vec<u8>| {
        send.emit(Action::Change(Rc::new(Turn(move |session: &mut Session| {
            let next = Rc::make_mut(&mut session.state).hear(answer.clone(), bytes.clone());
            session.outbox.extend(next);
        }))));
    };
    ListWorker::start(hear).map(Rc::new)
}

fn change(store: &Store, how: impl Fn(&mut Session) + 'static) {
    store.send(Action::Change(Rc::new(Turn(how))));
}

/// A change of the list alone.
struct Turn<F>(F);

impl<F: Fn(&mut Session)> Change for Turn<F> {
    fn apply(self: Rc<Self>, model: &mut Model) {
        let mut session = Rc::unwrap_or_clone(Session::of(model));
        (self.0)(&mut session);
        model.rooms.put(session);
    }
}

fn save(name: &str, bytes: &[u8]) {
    // A sandboxed frame may refuse; the list stays.
    let _ = download_bytes(name, bytes, if is_workbook(bytes) { WORKBOOK } else { "text/csv" });
}

fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

fn result_name(list: &str, what: &str, bytes: &[u8]) -> String {
    let stem = list.rsplit_once('.').map_or(list, |(stem, _)| stem);
    format!("{stem}-{what}.{}", if is_workbook(bytes) { "xlsx" } else { "csv" })
}
