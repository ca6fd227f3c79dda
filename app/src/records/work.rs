//! The state as acts on past tests and firms change it.

use crate::{model::Model, records::state::History};
use std::rc::Rc;

/// The page's state, and beside it the history, taken out of its room until the act is done.
pub struct Work<'m> {
    /// The page's state.
    pub model: &'m mut Model,
    /// Past tests and firms.
    pub history: History,
}

impl<'m> Work<'m> {
    /// Does something to both and puts the history back.
    pub fn on<R>(model: &'m mut Model, how: impl FnOnce(&mut Self) -> R) -> R {
        let history = Rc::unwrap_or_clone(History::of(model));
        let mut work = Self { model, history };
        let result = how(&mut work);
        work.model.rooms.put(work.history);
        result
    }
}
