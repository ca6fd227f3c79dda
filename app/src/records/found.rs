//! What the browser's database holds, and for how long.

use crate::{
    firms::firm::Firm,
    records::{row::Row, stored::Stored},
};

/// How long past tests are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rung {
    /// Nobody has looked yet.
    #[default]
    Unopened,
    /// Being read.
    Opening,
    /// In this browser, until somebody clears it.
    Device,
    /// In this browser, but only inside the site that frames this page.
    Partition,
    /// In this page only: what is to stay must be saved as a file.
    Page,
}

/// What the database holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Where past tests are stored, and so how long they last.
    pub rung: Rung,
    /// All rows.
    pub rows: Vec<Row>,
    /// Records that have no readable row.
    pub loose: Vec<Stored>,
    /// The firms.
    pub firms: Vec<Firm>,
    /// Stored drafts by slot.
    pub drafts: Vec<(String, String)>,
    /// An id that no other has.
    pub fresh: String,
}
