//! What is to be written to the browser's database.

use crate::{firms::firm::Firm, records::stored::Unreadable};

/// Something to be written to the browser's database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A record with its row.
    Record {
        /// Slot of its firm.
        firm: String,
        /// Its id.
        id: String,
        /// Its text.
        text: String,
        /// Text of its row.
        row: String,
    },
    /// Something unreadable.
    Aside(Unreadable),
    /// A record or something unreadable goes.
    Forget {
        /// Slot of its firm.
        firm: String,
        /// Its id.
        id: String,
    },
    /// All records of a firm go, and what of them cannot be read.
    ForgetRecords(String),
    /// A firm.
    Firm(Firm),
    /// A firm goes, with its records and its draft, by its slot.
    ForgetFirm(String),
    /// The draft of a firm that is not the present one, by its slot.
    Draft(String, String),
    /// All of it goes.
    Everything,
}
