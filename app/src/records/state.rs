//! Past tests on this device 「自测结果查询」, and the firms that they belong to. The browser's database
//! holds them; this is what of it is at hand, and what is to be written to it.

use crate::{
    firms::firm::Firm,
    model::Model,
    records::{
        act::Act,
        found::Rung,
        imported::Imported,
        record::Record,
        row::Row,
        stored::{Stored, Unreadable},
        write::Write,
    },
};
use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    rc::Rc,
};

/// Past tests and firms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Where past tests are stored, and so how long they last.
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
    /// Whether another tab wrote to the database since it was read.
    pub stale: bool,
    /// What is to be written.
    pub outbox: Vec<Write>,
    /// Whether records are being read.
    pub reading: bool,
    /// Acts that wait for a record to be read.
    pub awaiting: Vec<Act>,
}

impl History {
    /// What is at hand; nothing before the part that keeps it is loaded.
    pub fn of(model: &Model) -> Rc<Self> {
        model.rooms.get()
    }

    /// Takes up what was stored before there was a database: ids and texts.
    pub fn take_former(&mut self, stored: Vec<(String, String)>, firm: &str) {
        for (id, text) in stored {
            self.take(Stored { firm: firm.to_owned(), id, text });
        }
    }

    /// A row by the record's id.
    pub fn row(&self, id: &str) -> Option<&Rc<Row>> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// Whether a record is there, but has not been read.
    pub fn is_unread(&self, id: &str) -> bool {
        !self.records.contains_key(id) && self.row(id).is_some()
    }

    /// Whether the database has all that is at hand.
    pub fn is_settled(&self) -> bool {
        matches!(self.rung, Rung::Device | Rung::Partition) && self.pending == 0 && self.outbox.is_empty()
    }

    /// Drops what is at hand of a database that was never listed; all of it was written there.
    pub fn drop_unlisted(&mut self) {
        if self.rung == Rung::Unopened && self.pending == 0 && self.outbox.is_empty() {
            (self.rows, self.records) = Default::default();
            (self.aside, self.firms) = Default::default();
        }
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

    pub fn put_aside_at(&mut self, item: Unreadable) {
        if !self.aside.contains(&item) {
            self.outbox.push(Write::Aside(item.clone()));
            Rc::make_mut(&mut self.aside).push(item);
        }
    }

    /// Takes what is stored into the state: a record, or something unreadable.
    pub fn take(&mut self, Stored { firm, id, text }: Stored) {
        match Record::parse(&text) {
            Some(record) => self.insert([(firm, record)]),
            None => Rc::make_mut(&mut self.aside).push(Unreadable { firm, key: id, text }),
        }
    }

    /// Lists records, and has them at hand.
    pub fn insert(&mut self, records: impl IntoIterator<Item = (String, Record)>) {
        let rows = Rc::make_mut(&mut self.rows);
        let at_hand = Rc::make_mut(&mut self.records);
        for (firm, record) in records {
            rows.push(Rc::new(Row::of(&record, &firm)));
            at_hand.insert(record.id.clone(), Rc::new(record));
        }
        sort(rows);
    }

    /// The write that keeps a record at hand.
    pub fn write_of(&self, row: &Row) -> Option<Write> {
        let record = self.records.get(&row.id)?;
        let (firm, id) = (row.firm.clone(), row.id.clone());
        Some(Write::Record { firm, id, text: record.to_json(), row: row.to_json() })
    }

    /// Records at hand.
    pub fn stored(&self) -> impl Iterator<Item = Stored> {
        self.rows.iter().filter_map(|row| {
            let text = self.records.get(&row.id)?.to_json();
            Some(Stored { firm: row.firm.clone(), id: row.id.clone(), text })
        })
    }
}

/// Newest first; ids grow with time.
pub fn sort(rows: &mut [Rc<Row>]) {
    rows.sort_by(|a, b| b.id.cmp(&a.id));
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
