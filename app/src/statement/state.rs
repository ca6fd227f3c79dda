//! How far a file of statements has come.

use crate::{
    action::{Action, Change},
    effects::worker::ListWorker,
    lists::{
        messages::{Answer, Ask, Statement},
        words as trouble,
    },
    model::Model,
    store::Store,
};
use std::rc::Rc;
use web_sys::File;
use zjtx_evaluator::Text;

/// The file of the page, and the worker that reads it.
#[derive(Clone, Default)]
pub struct Import {
    /// Its name.
    pub file: String,
    /// How far it has come.
    pub phase: Phase,
    _worker: Option<Rc<ListWorker>>,
}

/// How far it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// None was chosen.
    #[default]
    Empty,
    /// It is being read.
    Reading,
    /// It is unusable, for this reason; `None` where the program that reads it did not come.
    Refused(Option<Text>),
    /// It was read.
    Found(Rc<Statement>),
}

impl Import {
    /// The file of the page.
    pub fn of(model: &Model) -> Rc<Self> {
        model.rooms.get()
    }
}

/// Reads a file in place of the one before.
pub fn read(store: &Store, file: &File) {
    let send = store.sender();
    let worker = ListWorker::start(move |answer, _| {
        if let Some(phase) = Phase::of(answer) {
            send.emit(Action::Change(Rc::new(Heard(phase))));
        }
    });
    if let Some(worker) = &worker {
        worker.ask_with(&Ask::Statement, file);
    }
    let phase = if worker.is_some() { Phase::Reading } else { Phase::Refused(None) };
    let begun = Import { file: file.name(), phase, _worker: worker.map(Rc::new) };
    store.send(Action::Change(Rc::new(Begun(begun))));
}

impl Phase {
    /// What an answer of the worker comes to; `None` for one about something else.
    pub fn of(answer: Answer) -> Option<Self> {
        Some(match answer {
            Answer::Statement(statement) => Self::Found(Rc::new(statement)),
            Answer::Failed(reason) => Self::Refused(Some(reason)),
            Answer::Unreadable => Self::Refused(Some(trouble::unreadable())),
            Answer::TooLarge => Self::Refused(Some(trouble::too_large())),
            Answer::NotUnderstood => Self::Refused(Some(trouble::not_understood())),
            Answer::Lost => Self::Refused(None),
            _ => return None,
        })
    }
}

struct Begun(Import);

impl Change for Begun {
    fn apply(self: Rc<Self>, model: &mut Model) {
        model.rooms.put(self.0.clone());
    }
}

struct Heard(Phase);

impl Change for Heard {
    /// The worker has nothing more to do.
    fn apply(self: Rc<Self>, model: &mut Model) {
        let file = Import::of(model).file.clone();
        model.rooms.put(Import { file, phase: self.0.clone(), _worker: None });
    }
}
