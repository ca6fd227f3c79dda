//! An archive is opened: what is new is kept, what is not is told.

use crate::{
    draft::Draft,
    firms::{self, firm::Firm},
    records::{
        archive::{self, Archived},
        imported::{Imported, Skip},
        record::Record,
        row::Row,
        state::History,
        stored::Unreadable,
        work::Work,
        write::Write,
    },
};
use std::rc::Rc;

/// Takes an archive over.
pub fn import(work: &mut Work<'_>, file: String, text: &str, drafts: &[(String, String)]) {
    let imported = match archive::read(text) {
        Err(refusal) => Imported::Refused(file, refusal),
        Ok(archive) => {
            let mut import = Import { work, drafts, kept: 0, firms: Vec::new(), skipped: Vec::new() };
            archive.firms.into_iter().for_each(|firm| import.firm(firm));
            let Import { kept, firms, skipped, .. } = import;
            Imported::Taken { file, kept, firms, skipped }
        }
    };
    firms::state::settle(work, drafts);
    work.history.imported = Some(Rc::new(imported));
}

struct Import<'m, 'w> {
    work: &'m mut Work<'w>,
    drafts: &'m [(String, String)],
    kept: usize,
    firms: Vec<String>,
    skipped: Vec<(String, Skip)>,
}

impl Import<'_, '_> {
    fn firm(&mut self, archived: Archived) {
        let slot = self.host(&archived);
        let records = archived.records.iter().map(|raw| raw.get().to_owned());
        let texts: Vec<String> = records.chain(archived.aside).collect();
        let mut new = Vec::new();
        for text in texts {
            match Record::parse(&text) {
                Some(record) => new.extend(self.wanted(record).map(|record| (slot.clone(), record))),
                None => self.put_aside(&slot, text),
            }
        }
        self.kept += new.len();
        let ids: Vec<String> = new.iter().map(|(_, record)| record.id.clone()).collect();
        let history = &mut self.work.history;
        history.insert(new);
        let writes: Vec<Write> = ids.iter().filter_map(|id| history.write_of(history.row(id)?)).collect();
        history.outbox.extend(writes);
        if let Some(draft) = archived.draft {
            self.draft(&slot, draft);
        }
    }

    /// Slot of the firm that takes the archived one in: the same, one of its name, an untouched one, or a
    /// new one.
    fn host(&mut self, archived: &Archived) -> String {
        let history = &mut self.work.history;
        let is_same = |firm: &&Firm| {
            firm.id == archived.id || (!archived.name.is_empty() && history.name(firm) == archived.name)
        };
        if let Some(firm) = history.firms.iter().find(is_same) {
            return firm.slot.clone();
        }
        let mut firm = Firm::further(archived.id.clone(), archived.name.clone());
        if is_untouched(history, &self.work.model.draft) {
            firm.slot.clone_from(&self.work.model.firm.slot);
        } else {
            self.firms.push(firm.name.clone());
        }
        let slot = firm.slot.clone();
        history.keep_firm(firm);
        slot
    }

    /// The record, if it is not here; ids are unique.
    fn wanted(&mut self, record: Record) -> Option<Record> {
        let Some(row) = self.work.history.row(&record.id) else { return Some(record) };
        let same = **row == Row::of(&record, &row.firm);
        let what = format!("{} {}", record.draft.firm(), record.kept_at);
        self.skipped.push((what, if same { Skip::Here } else { Skip::Differs }));
        None
    }

    fn put_aside(&mut self, slot: &str, text: String) {
        let what = text.chars().take(40).collect();
        self.skipped.push((what, Skip::Unreadable));
        let is_known = |item: &Unreadable| item.text == text;
        if !self.work.history.aside.iter().any(is_known) {
            self.work.history.put_aside(slot, text);
        }
    }

    /// A form that is being filled in, where there is none.
    fn draft(&mut self, slot: &str, text: String) {
        let is_present = slot == self.work.model.firm.slot;
        let here = if is_present {
            Some(self.work.model.draft.to_text()).filter(|_| self.work.model.draft.answered() > 0)
        } else {
            let parked = self.work.history.parked.get(slot);
            let stored = self.drafts.iter().find(|(other, _)| other == slot).map(|(_, text)| text);
            stored.or(parked).cloned()
        };
        match here {
            Some(here) if here == text => {}
            Some(_) => self.skipped.push((self.name_of(slot), Skip::Draft)),
            None if is_present => self.work.model.begin(Draft::parse(&text)),
            None => {
                Rc::make_mut(&mut self.work.history.parked).insert(slot.to_owned(), text.clone());
                self.work.history.outbox.push(Write::Draft(slot.to_owned(), text));
            }
        }
    }

    fn name_of(&self, slot: &str) -> String {
        self.work.history.firm(slot).map(|firm| self.work.history.name(firm)).unwrap_or_default()
    }
}

/// Whether nothing was done on this device yet.
fn is_untouched(history: &History, draft: &Draft) -> bool {
    let only = matches!(history.firms.as_slice(), [firm] if firm.name.is_empty());
    only && history.rows.is_empty() && history.aside.is_empty() && draft.answered() == 0
}
