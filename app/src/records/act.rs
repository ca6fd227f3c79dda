//! What can happen to past tests and firms.

use crate::records::{found::Found, record::Record};

/// What can happen to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// A test was kept.
    Keep(Box<Record>),
    /// A past test is to be edited, which makes a new version of it.
    Edit(String),
    /// A past test is kept once more.
    Copy {
        /// The record's id.
        id: String,
        /// Id of the copy.
        new: String,
        /// Day and minute of the copy.
        kept_at: String,
    },
    /// A past test was deleted.
    Delete(String),
    /// All past tests of the present firm were deleted.
    DeleteAll,
    /// Something unreadable was deleted, by its key.
    Discard(String),
    /// The database was read.
    Loaded(Box<Found>),
    /// Another tab wrote to the database.
    WrittenElsewhere,
    /// The database was read again.
    Reloaded(Box<Found>),
    /// A form that was replaced is to be filled in again, by its text.
    Resume(String),
    /// Records were read: id and text, if there is one.
    Fetched(Vec<(String, Option<String>)>),
    /// Something was written, or not.
    Written(bool),
    /// An archive was opened.
    Import {
        /// Name of the file.
        name: String,
        /// Its text.
        text: String,
        /// Stored drafts by slot.
        drafts: Vec<(String, String)>,
    },
    /// A firm was added, and is the present one.
    AddFirm {
        /// An id that no other has.
        id: String,
        /// Its name.
        name: String,
    },
    /// A firm got another name.
    RenameFirm {
        /// Its slot.
        slot: String,
        /// Its name.
        name: String,
    },
    /// A firm was removed with all that is its own.
    RemoveFirm(String),
    /// Another firm is the present one.
    Switch {
        /// Its slot.
        slot: String,
        /// Its stored draft.
        draft: Option<String>,
    },
}
