//! Everything that can happen to the page's state.

use crate::{
    model::{Model, Sweep},
    rulebook::Rules,
    scope::Scope,
};
use std::rc::Rc;
use zjtx_evaluator::{FactRef, Lang};

/// Something happened.
#[derive(Clone)]
pub enum Action {
    /// Another language was chosen.
    Speak(Lang),
    /// Another day, region, kind or set of schemes was chosen.
    Choose(Scope),
    /// An answer was typed or picked.
    Answer {
        /// The answer's key in the draft.
        key: String,
        /// Its text.
        text: String,
    },
    /// Several answers change at once.
    Sweep {
        /// Their keys and texts.
        answers: Vec<(String, String)>,
        /// What to clear.
        how: Sweep,
    },
    /// The form is to ask question by question 「引导模式」, or everything at once 「全部题目」.
    Guide(bool),
    /// A section was opened.
    OpenSection(usize),
    /// A question is to be answered: its section opens.
    Seek(FactRef),
    /// 提交 was pressed on a form with answers that cannot be read.
    Refuse,
    /// The form is taken to the day of today 「改到今天」.
    Renew,
    /// An empty form was asked for.
    StartAfresh,
    /// The form that was replaced is wanted back.
    Undo,
    /// The whole rulebook came, or did not.
    Learn(Option<Rules>),
    /// Another tab changed the stored form of this firm.
    Elsewhere {
        /// What both tabs knew.
        before: Option<String>,
        /// What is stored now.
        now: Option<String>,
    },
    /// The browser did not store something.
    StorageFailed,
    /// Something happened in a part that is loaded later.
    Change(Rc<dyn Change>),
}

/// A change of the state by code that is loaded later, which the first part can only ask to be made.
pub trait Change {
    /// Makes the change: a pure function of the state and the change.
    fn apply(self: Rc<Self>, model: &mut Model);
}
