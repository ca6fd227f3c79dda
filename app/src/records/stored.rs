//! Records as they are stored, and what stands in their place and cannot be read.

use serde::{Deserialize, Serialize};

/// A record as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// Slot of its firm.
    pub firm: String,
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// Something stored that this program cannot read. It is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// Slot of the firm that it belongs to.
    pub firm: String,
    /// Where it is stored.
    pub key: String,
    /// Its text.
    pub text: String,
}

impl From<Unreadable> for Stored {
    fn from(Unreadable { firm, key, text }: Unreadable) -> Self {
        Self { firm, id: key, text }
    }
}
