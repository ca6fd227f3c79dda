//! What every page gets: the state to read, and the one way to change it.

use crate::{action::Action, model::Model, words::Lang};
use std::rc::Rc;
use yew::Callback;

/// The state and the way to change it.
#[derive(Clone)]
pub struct Store {
    model: Rc<Model>,
    send: Callback<Action>,
}

impl PartialEq for Store {
    /// Every change makes another model, so the same one is the equal one.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}

impl Store {
    /// A state and where actions on it go.
    pub const fn new(model: Rc<Model>, send: Callback<Action>) -> Self {
        Self { model, send }
    }

    /// The state.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.model.lang
    }

    /// Something happened.
    pub fn send(&self, action: Action) {
        self.send.emit(action);
    }

    /// The way to change the state; the same for the page's whole life.
    pub fn sender(&self) -> Callback<Action> {
        self.send.clone()
    }

    /// A callback that makes this happen whenever its event comes.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let send = self.sender();
        Callback::from(move |_| send.emit(action.clone()))
    }
}
