//! The one list of this page: it outlives the drawn page, as its worker does.

use crate::{
    action::Action,
    address::Address,
    effects::{self, files::download_bytes, worker::ListWorker},
    lists::{
        messages::{Answer, Ask, Filter, Settings},
        state::{Busy, Phase, Say, State, WINDOW},
    },
    store::Store,
    words::Lang,
};
use std::{cell::RefCell, rc::Rc};
use web_sys::File;
use yew::Callback;
use zjtx_evaluator::Date;

/// The list, its worker, and the drawn page that watches.
#[derive(Default)]
pub struct Session {
    state: Rc<State>,
    worker: Option<ListWorker>,
    store: Option<Store>,
    watcher: Option<Callback<()>>,
}

thread_local! {
    static SESSION: RefCell<Session> = RefCell::default();
}

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl Session {
    /// What there is to draw.
    pub fn state() -> Rc<State> {
        SESSION.with_borrow(|session| Rc::clone(&session.state))
    }

    /// Scheme ids of the list's levels.
    pub fn levels() -> Vec<String> {
        let state = Self::state();
        let Phase::Judged(summary) = &state.phase else { return Vec::new() };
        summary.levels.iter().map(|count| count.scheme.clone()).collect()
    }

    /// Tells the page to draw itself anew, or nobody any more.
    pub fn watch(watcher: Option<Callback<()>>) {
        SESSION.with_borrow_mut(|session| session.watcher = watcher);
    }

    /// Where an opened firm goes.
    pub fn serve(store: &Store) {
        SESSION.with_borrow_mut(|session| session.store = Some(store.clone()));
    }

    /// Reads a list, in place of the one before.
    pub fn read(file: &File, settings: Settings) {
        let worker = ListWorker::start(hear);
        change(|session| {
            let state = Rc::make_mut(&mut session.state);
            state.begin(file.name());
            match &worker {
                Some(worker) => worker.ask_with(&Ask::Read(settings), file),
                None => state.phase = Phase::Lost,
            }
            session.worker = worker;
        });
    }

    /// Breaks off what is being read.
    pub fn cancel() {
        change(|session| {
            session.worker = None;
            session.state = Rc::new(State::without_list(Phase::Cancelled));
        });
    }

    /// Saves the template of a day.
    pub fn template(day: Date) {
        change(|session| {
            session.worker = session.worker.take().or_else(|| ListWorker::start(hear));
            if let Some(worker) = &session.worker {
                worker.ask(&Ask::Template(day));
            }
        });
    }

    /// Shows other rows.
    pub fn filter(filter: Filter) {
        change(|session| {
            Rc::make_mut(&mut session.state).filter = filter;
            session.say(Say::Filter);
        });
    }

    /// `seen` rows from `first` on came into sight.
    pub fn look(first: usize, seen: usize) {
        SESSION.with_borrow_mut(|session| {
            if let Some(start) = Rc::make_mut(&mut session.state).wanted(first, seen) {
                session.say(Say::Lines(start));
            }
        });
    }

    /// Looks at a firm, or at none.
    pub fn firm(index: Option<usize>) {
        change(|session| match (index, &session.worker) {
            (Some(index), Some(worker)) => worker.ask(&Ask::Firm(index)),
            _ => Rc::make_mut(&mut session.state).firm = None,
        });
    }

    /// Opens a firm as the form.
    pub fn open(index: usize) {
        SESSION.with_borrow(|session| session.worker.as_ref().map(|worker| worker.ask(&Ask::Dossier(index))));
    }

    /// Makes the result as a file, with mistakes in a language.
    pub fn result(as_csv: bool, lang: Lang) {
        change(|session| {
            if let Some(worker) = &session.worker {
                worker.ask(&Ask::Result { as_csv, lang });
                let state = Rc::make_mut(&mut session.state);
                (state.busy, state.trouble) = (Some(Busy::default()), None);
            }
        });
    }

    fn say(&mut self, say: Say) {
        let Some(worker) = &self.worker else { return };
        match say {
            Say::Filter => worker.ask(&Ask::Filter(self.state.filter.clone())),
            Say::Lines(start) => worker.ask(&Ask::Window { start, length: WINDOW }),
            Say::SaveTemplate(bytes) => self.save("专精特新批量自测模板.xlsx", &bytes),
            Say::SaveResult(bytes) => self.save(&result_name(&self.state.file, &bytes), &bytes),
            Say::Open(_) => {}
        }
    }

    fn save(&self, name: &str, bytes: &[u8]) {
        // A sandboxed frame may refuse; the list stays.
        let _ = download_bytes(name, bytes, if is_workbook(bytes) { WORKBOOK } else { "text/csv" });
    }
}

/// Takes an answer in. What follows from it for the whole page is done once the session is free again.
fn hear(answer: Answer, bytes: Vec<u8>) {
    let opened =
        SESSION.with_borrow_mut(|session| match Rc::make_mut(&mut session.state).hear(answer, bytes)? {
            Say::Open(text) => {
                let name = session.state.firm.as_ref().map(|(_, firm)| firm.name.clone()).unwrap_or_default();
                Some((session.store.clone()?, name, text))
            }
            say => {
                session.say(say);
                None
            }
        });
    match opened {
        Some((store, name, text)) => {
            store.send(Action::Open { name, text });
            effects::address::go(&Address::Result);
        }
        None => redraw(),
    }
}

fn change(how: impl FnOnce(&mut Session)) {
    SESSION.with_borrow_mut(how);
    redraw();
}

fn redraw() {
    if let Some(watcher) = SESSION.with_borrow(|session| session.watcher.clone()) {
        watcher.emit(());
    }
}

fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

fn result_name(list: &str, bytes: &[u8]) -> String {
    let stem = list.rsplit_once('.').map_or(list, |(stem, _)| stem);
    format!("{stem}-自测结果.{}", if is_workbook(bytes) { "xlsx" } else { "csv" })
}
