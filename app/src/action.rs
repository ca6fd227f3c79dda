//! Everything that can happen to the page's state.

use crate::{draft::Draft, record::Record, rules::Rules, scope::Scope};
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
    /// A section was opened.
    OpenSection(usize),
    /// A question is to be answered: its section opens.
    Seek(FactRef),
    /// 提交 was pressed on a form with answers that cannot be read.
    Refuse,
    /// A test was kept.
    Keep(Box<Record>),
    /// An empty form was asked for.
    StartAfresh,
    /// A file was read.
    Open {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// A past test is to be edited, or copied, as a new one.
    Edit {
        /// The record's id.
        id: String,
    },
    /// What was tried is to become a form of its own 「计划」.
    Plan(Box<Draft>),
    /// A past test was deleted.
    Delete {
        /// The record's id.
        id: String,
    },
    /// Something unreadable was deleted.
    Discard {
        /// Where it is stored.
        key: String,
    },
    /// The form that was replaced is wanted back.
    Undo,
    /// The whole rulebook came, or did not.
    Learn(Option<Rules>),
    /// The browser did not store something.
    StorageFailed,
    /// Everything on this device was cleared.
    Clear,
}
