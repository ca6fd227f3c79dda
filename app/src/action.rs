//! Everything that can happen to the page's state.

#[cfg(feature = "desk")]
use crate::records::act::Act;
use crate::{draft::Draft, model::Sweep, rulebook::Rules, scope::Scope};
use zjtx_evaluator::{FactRef, Lang};

/// Something happened.
#[derive(Clone, Debug, PartialEq)]
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
    /// A section was opened.
    OpenSection(usize),
    /// A question is to be answered: its section opens.
    Seek(FactRef),
    /// 提交 was pressed on a form with answers that cannot be read.
    Refuse,
    /// An empty form was asked for.
    StartAfresh,
    /// A file was read.
    Open {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Something happened to past tests or firms.
    #[cfg(feature = "desk")]
    History(Act),
    /// What was tried is to become a form of its own 「计划」.
    Plan(Box<Draft>),
    /// The form that was replaced is wanted back.
    Undo,
    /// The whole rulebook came, or did not.
    Learn(Option<Rules>),
    /// The browser did not store something.
    StorageFailed,
    /// Everything on this device was cleared.
    Clear,
}
