//! Past tests on this device 「自测结果查询」, and the firms that they belong to. The browser's database
//! holds them; this is what of it is at hand, and what is to be written to it.

mod archive;
mod compare;
mod firms;
mod import;
mod reduce;
mod row;

pub use archive::{Stored, write as write_archive};
pub use compare::{Comparison, answer_words};
pub use firms::Firm;
pub use import::{Imported, Refusal, Skip};
pub use reduce::reduce;
pub use row::{Filter, Row};

use crate::record::Record;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    rc::Rc,
};

/// Past tests and firms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// How long it is kept.
    pub rung: Rung,
    /// Writes that the browser has not answered yet.
    pub pending: usize,
    /// All past tests, newest first.
    pub rows: Rc<Vec<Rc<Row>>>,
    /// Past tests that were read, by id.
    pub records: Rc<BTreeMap<String, Rc<Record>>>,
    /// Stored things that cannot be read, kept as they are.
    pub aside: Rc<Vec<Unreadable>>,
    /// The firms of this device, the first one first.
    pub firms: Rc<Vec<Firm>>,
    /// Stored drafts of the other firms by slot, where the browser keeps none.
    pub parked: Rc<BTreeMap<String, String>>,
    /// What came of opening an archive.
    pub imported: Option<Rc<Imported>>,
    /// What is to be written.
    pub outbox: Vec<Write>,
}

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

/// What the database holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How long it is kept.
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

impl History {
    /// What was stored before there was a database: ids and texts.
    pub fn of_former(stored: Vec<(String, String)>, firm: &str) -> Self {
        let mut history = Self::default();
        for (id, text) in stored {
            history.take(Stored { firm: firm.to_owned(), id, text });
        }
        history
    }

    /// A row by the record's id.
    pub fn row(&self, id: &str) -> Option<&Rc<Row>> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// Whether a record is there, but has not been read.
    pub fn is_unread(&self, id: &str) -> bool {
        !self.records.contains_key(id) && self.row(id).is_some()
    }

    /// Whether there may be more than what is at hand.
    pub const fn is_opening(&self) -> bool {
        matches!(self.rung, Rung::Unopened | Rung::Opening)
    }

    /// Puts something unreadable aside, under a name that its content gives it: it is put there once.
    pub fn put_aside(&mut self, firm: &str, text: String) {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let key = format!("aside-{:016x}", hasher.finish());
        self.put_aside_at(Unreadable { firm: firm.to_owned(), key, text });
    }

    fn put_aside_at(&mut self, item: Unreadable) {
        if !self.aside.contains(&item) {
            self.outbox.push(Write::Aside(item.clone()));
            Rc::make_mut(&mut self.aside).push(item);
        }
    }

    /// Takes what is stored into the state: a record, or something unreadable.
    fn take(&mut self, Stored { firm, id, text }: Stored) {
        match Record::parse(&text) {
            Some(record) => self.insert([(firm, record)]),
            None => Rc::make_mut(&mut self.aside).push(Unreadable { firm, key: id, text }),
        }
    }

    /// Lists records, and has them at hand.
    fn insert(&mut self, records: impl IntoIterator<Item = (String, Record)>) {
        let rows = Rc::make_mut(&mut self.rows);
        let at_hand = Rc::make_mut(&mut self.records);
        for (firm, record) in records {
            rows.push(Rc::new(Row::of(&record, &firm)));
            at_hand.insert(record.id.clone(), Rc::new(record));
        }
        sort(rows);
    }

    /// The write that keeps a record at hand.
    fn write_of(&self, row: &Row) -> Option<Write> {
        let record = self.records.get(&row.id)?;
        let (firm, id) = (row.firm.clone(), row.id.clone());
        Some(Write::Record { firm, id, text: record.to_json(), row: row.to_json() })
    }

    /// What goes with a person to the other part of the app: all of it where the browser keeps none, or has
    /// not been asked yet.
    pub fn to_text(&self) -> Option<String> {
        let is_empty = self.rows.is_empty() && self.aside.is_empty();
        if matches!(self.rung, Rung::Device | Rung::Partition) || (self.is_opening() && is_empty) {
            return None;
        }
        let shelf = Shelf {
            records: self.stored().collect(),
            aside: self.aside.to_vec(),
            firms: self.firms.to_vec(),
            parked: self.parked.as_ref().clone(),
        };
        serde_json::to_string(&shelf).ok()
    }

    /// Records at hand.
    pub fn stored(&self) -> impl Iterator<Item = Stored> {
        self.rows.iter().filter_map(|row| {
            let text = self.records.get(&row.id)?.to_json();
            Some(Stored { firm: row.firm.clone(), id: row.id.clone(), text })
        })
    }

    /// Reads what [`History::to_text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let shelf: Shelf = serde_json::from_str(text).ok()?;
        let mut history = Self {
            aside: Rc::new(shelf.aside),
            firms: Rc::new(shelf.firms),
            parked: Rc::new(shelf.parked),
            ..Self::default()
        };
        shelf.records.into_iter().for_each(|stored| history.take(stored));
        Some(history)
    }
}

/// All of it as text.
#[derive(Serialize, Deserialize)]
struct Shelf {
    records: Vec<Stored>,
    aside: Vec<Unreadable>,
    firms: Vec<Firm>,
    parked: BTreeMap<String, String>,
}

/// Newest first; ids grow with time.
fn sort(rows: &mut [Rc<Row>]) {
    rows.sort_by(|a, b| b.id.cmp(&a.id));
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
