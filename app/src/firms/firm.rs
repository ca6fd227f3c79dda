//! A firm of this device.

use serde::{Deserialize, Serialize};

/// A firm of this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Firm {
    /// What tells its storage keys from those of others; empty for the first.
    pub slot: String,
    /// Its id, on whatever device.
    pub id: String,
    /// Its name; empty where there is no other firm to tell it from.
    pub name: String,
}

impl Firm {
    /// Any further firm.
    pub fn further(id: String, name: String) -> Self {
        Self { slot: format!(".{id}"), id, name }
    }
}
