//! What an act makes of past tests and firms.

use crate::{
    action::{Action, Change},
    address::Address,
    draft::Draft,
    firms::{self, firm::Firm},
    model::Model,
    records::{
        act::Act,
        found::{Found, Rung},
        import::import,
        record::Record,
        row::Row,
        state::{History, sort},
        stored::Unreadable,
        work::Work,
        write::Write,
    },
};
use std::{collections::BTreeSet, rc::Rc};

impl Change for Act {
    fn apply(self: Rc<Self>, model: &mut Model) {
        Work::on(model, |work| reduce(work, Rc::unwrap_or_clone(self)));
    }
}

impl From<Act> for Action {
    fn from(act: Act) -> Self {
        Self::Change(Rc::new(act))
    }
}

/// Does an act on the state.
fn reduce(work: &mut Work<'_>, act: Act) {
    match act {
        Act::Edit(ref id) | Act::Copy { ref id, .. } if work.history.is_unread(id) => {
            work.history.awaiting.push(act)
        }
        Act::Keep(record) => {
            (work.model.replaced, work.model.renewed) = (None, false);
            keep(work, *record);
        }
        Act::Edit(id) => edit(work, &id),
        Act::Copy { id, new, kept_at } => copy(work, &id, new, kept_at),
        Act::Delete(id) => delete(&mut work.history, &id),
        Act::DeleteAll => delete_all(work),
        Act::Discard(key) => discard(&mut work.history, &key),
        Act::Loaded(found) => load(work, *found),
        Act::WrittenElsewhere => {
            work.history.stale = true;
            work.history.drop_unlisted();
        }
        Act::Reloaded(found) => reload(work, *found),
        Act::Resume(text) => resume(work, &text),
        Act::Fetched(texts) => {
            texts.into_iter().for_each(|(id, text)| fetched(&mut work.history, &id, text));
            work.history.reading = false;
            std::mem::take(&mut work.history.awaiting).into_iter().for_each(|act| reduce(work, act));
        }
        Act::Written(worked) => written(&mut work.history, worked),
        Act::Import { name, text, drafts } => import(work, name, &text, &drafts),
        Act::AddFirm { id, name } => add_firm(work, Firm::further(id, name)),
        Act::RenameFirm { slot, name } => rename_firm(work, &slot, name),
        Act::RemoveFirm(slot) => firms::state::remove(work, &slot),
        Act::Switch { slot, draft } => firms::state::switch(work, slot, draft),
    }
}

fn keep(work: &mut Work<'_>, record: Record) {
    let (firm, id) = (work.model.firm.slot.clone(), record.id.clone());
    let history = &mut work.history;
    history.insert([(firm, record)]);
    let write = history.row(&id).and_then(|row| history.write_of(row));
    history.outbox.extend(write);
    work.model.refused = 0;
}

fn edit(work: &mut Work<'_>, id: &str) {
    if let Some(record) = work.history.records.get(id) {
        let mut draft = record.draft.clone();
        draft.edited = Some(id.to_owned());
        work.model.replace(draft);
        work.model.going = Some(Address::Form(None));
    }
}

fn copy(work: &mut Work<'_>, id: &str, new: String, kept_at: String) {
    if let Some(record) = work.history.records.get(id) {
        let copy = Record::of(&record.draft, new, kept_at, &work.model.rules);
        keep(work, copy);
    }
}

fn delete(history: &mut History, id: &str) {
    let Some(row) = history.row(id) else { return };
    let forget = Write::Forget { firm: row.firm.clone(), id: id.to_owned() };
    history.outbox.push(forget);
    drop_row(history, id);
}

fn drop_row(history: &mut History, id: &str) {
    Rc::make_mut(&mut history.rows).retain(|row| row.id != id);
    Rc::make_mut(&mut history.records).remove(id);
}

fn delete_all(work: &mut Work<'_>) {
    firms::state::forget_records(&mut work.history, &work.model.firm.slot);
    work.history.outbox.push(Write::ForgetRecords(work.model.firm.slot.clone()));
}

fn discard(history: &mut History, key: &str) {
    let Some(item) = history.aside.iter().find(|item| item.key == key) else { return };
    history.outbox.push(Write::Forget { firm: item.firm.clone(), id: key.to_owned() });
    Rc::make_mut(&mut history.aside).retain(|item| item.key != key);
}

/// What is stored joins what is at hand, and what is only at hand is stored.
fn load(work: &mut Work<'_>, found: Found) {
    let history = &mut work.history;
    history.rung = found.rung;
    let loose = found.loose.iter().map(|stored| stored.id.as_str());
    let stored: BTreeSet<&str> = found.rows.iter().map(|row| row.id.as_str()).chain(loose).collect();
    let new = history.rows.iter().filter(|row| !stored.contains(row.id.as_str()));
    let new_aside = history.aside.iter().filter(|item| !stored.contains(item.key.as_str()));
    let writes: Vec<Write> = new
        .clone()
        .filter_map(|row| history.write_of(row))
        .chain(new_aside.clone().cloned().map(Write::Aside))
        .collect();
    let (mut rows, aside): (Vec<_>, Vec<_>) = (new.cloned().collect(), new_aside.cloned().collect());
    history.outbox.extend(writes);
    rows.extend(found.rows.into_iter().map(Rc::new));
    sort(&mut rows);
    (history.rows, history.aside) = (Rc::new(rows), Rc::new(aside));
    found.loose.into_iter().for_each(|stored| history.take(stored));
    list_firms(history, found.firms, &work.model.firm.slot, &found.drafts, &found.fresh);
    firms::state::settle(work, &found.drafts);
}

/// What another tab wrote takes the place of what is at hand; what it deleted is not brought back.
fn reload(work: &mut Work<'_>, found: Found) {
    let history = &mut work.history;
    if !history.is_settled() || found.rung == Rung::Page {
        history.stale = history.rung != Rung::Page;
        return;
    }
    let mut rows: Vec<Rc<Row>> = found.rows.into_iter().map(Rc::new).collect();
    sort(&mut rows);
    let ids: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    Rc::make_mut(&mut history.records).retain(|id, _| ids.contains(id.as_str()));
    (history.rows, history.aside) = (Rc::new(rows), Rc::default());
    (history.firms, history.parked) = (Rc::new(found.firms), Rc::default());
    found.loose.into_iter().for_each(|stored| history.take(stored));
    firms::state::sort(history);
    ensure_firms(history, &found.drafts, None, &found.fresh);
    let slot = work.model.firm.slot.as_str();
    if !slot.is_empty() && work.history.firm(slot).is_none() {
        leave(work, &found.drafts);
    }
    firms::state::settle(work, &found.drafts);
}

/// The present firm was removed in another tab: the first one takes its place.
fn leave(work: &mut Work<'_>, drafts: &[(String, String)]) {
    let first = drafts.iter().find(|(slot, _)| slot.is_empty()).map(|(_, text)| text.clone());
    firms::state::switch(work, String::new(), first);
    work.history.parked = Rc::default();
}

/// A form that was replaced is filled in again, in place of the present one.
fn resume(work: &mut Work<'_>, text: &str) {
    if let Some(draft) = Draft::parse(text) {
        work.model.replace(draft);
        work.model.going = Some(Address::Form(None));
    }
}

/// Lists the firms that are stored, and those that something belongs to.
fn list_firms(
    history: &mut History,
    stored: Vec<Firm>,
    present: &str,
    drafts: &[(String, String)],
    fresh: &str,
) {
    let is_new = |firm: &&Firm| stored.iter().all(|other| other.slot != firm.slot);
    let new: Vec<Firm> = history.firms.iter().filter(is_new).cloned().collect();
    history.firms = Rc::new(stored);
    firms::state::sort(history);
    new.into_iter().for_each(|firm| history.keep_firm(firm));
    ensure_firms(history, drafts, Some(present), fresh);
}

/// Lists a firm for all that belongs to one.
fn ensure_firms(history: &mut History, drafts: &[(String, String)], present: Option<&str>, fresh: &str) {
    let owners = history.rows.iter().map(|row| row.firm.as_str());
    let owners = owners.chain(history.aside.iter().map(|item| item.firm.as_str()));
    let owners = owners.chain(drafts.iter().map(|(slot, _)| slot.as_str())).chain(present);
    let owners: BTreeSet<&str> = owners.collect();
    let owners: Vec<String> = owners.into_iter().map(str::to_owned).collect();
    owners.iter().for_each(|slot| history.ensure_firm(slot, fresh));
}

/// A record came, or turned out to be unreadable, or is gone: another window may have deleted it.
fn fetched(history: &mut History, id: &str, text: Option<String>) {
    match text.as_deref().and_then(Record::parse) {
        Some(record) => {
            Rc::make_mut(&mut history.records).insert(id.to_owned(), Rc::new(record));
        }
        None => {
            let firm = history.row(id).map(|row| row.firm.clone()).unwrap_or_default();
            drop_row(history, id);
            if let Some(text) = text {
                history.put_aside_at(Unreadable { firm, key: id.to_owned(), text });
            }
        }
    }
}

const fn written(history: &mut History, worked: bool) {
    history.pending = history.pending.saturating_sub(1);
    if !worked {
        history.rung = Rung::Page;
    }
}

fn add_firm(work: &mut Work<'_>, firm: Firm) {
    let slot = firm.slot.clone();
    work.history.keep_firm(firm);
    firms::state::settle(work, &[]);
    firms::state::switch(work, slot, None);
}

fn rename_firm(work: &mut Work<'_>, slot: &str, name: String) {
    if let Some(firm) = work.history.firm(slot).cloned() {
        work.history.keep_firm(Firm { name, ..firm });
        firms::state::settle(work, &[]);
    }
}
