//! Past tests on their way between the state and the browser's database. It is loaded with the first page that is
//! not of the form, and from then on looks after every change.

use crate::{
    action::Action,
    address::Address,
    effects::{self, database},
    model::Model,
    records::{
        act::Act,
        former,
        found::{Found, Rung},
        record::Record,
        state::History,
        work::Work,
        write::Write,
    },
    result::{doubts, renewal::Renewal},
    shell::notice::Notice,
    split::Keeping,
};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// What the root component calls.
pub static KEEPING: Keeping = Keeping { take_over, submit, tend };

fn take_over(model: &mut Model) {
    former::take_over(model, effects::storage::former_records());
    effects::surroundings::say_taken_over();
}

fn submit(model: &Model) -> (Action, Address) {
    effects::storage::forget_replaced(&model.firm.slot);
    let (id, kept_at) = effects::clock::now();
    let record = Record::of(&model.draft, id.clone(), kept_at, &model.rules);
    (Act::Keep(Box::new(record)).into(), Address::Record(id))
}

fn tend(model: &mut Model, address: &Address, send: &Callback<Action>) {
    let to = send.clone();
    effects::tabs::on_records_written(move || to.emit(Act::WrittenElsewhere.into()));
    if matches!(address, Address::Form(_) | Address::Section(_) | Address::All | Address::Guided(_)) {
        model.doubts = doubts::at_fields(model);
    }
    model.renewal = model.renewed.then(|| -> Rc<dyn Notice> { Rc::new(Renewal::of(model)) });
    let history = History::of(model);
    let is_unlisted = needs_list(address) && history.rung == Rung::Unopened;
    let wanted = unread(&history, address);
    let is_stale = history.stale && history.is_settled();
    if history.outbox.is_empty() && !is_unlisted && !is_stale && wanted.is_empty() {
        return;
    }
    drop(history);
    Work::on(model, |work| {
        write(&mut work.history, send);
        if is_unlisted {
            work.history.rung = Rung::Opening;
            let send = send.clone();
            spawn_local(async move { send.emit(Act::Loaded(Box::new(load().await)).into()) });
        }
        if is_stale {
            work.history.stale = false;
            let send = send.clone();
            spawn_local(async move { send.emit(Act::Reloaded(Box::new(load().await)).into()) });
        }
        if !wanted.is_empty() {
            read(&mut work.history, wanted, send);
        }
    });
}

/// Records that the page or an act waits for and that nobody reads yet.
fn unread(history: &History, address: &Address) -> Vec<String> {
    if history.reading {
        return Vec::new();
    }
    let awaited = history.awaiting.iter().filter_map(|act| match act {
        Act::Edit(id) | Act::Copy { id, .. } => Some(id.as_str()),
        _ => None,
    });
    needed(address).chain(awaited).filter(|id| history.is_unread(id)).map(str::to_owned).collect()
}

fn read(history: &mut History, ids: Vec<String>, send: &Callback<Action>) {
    let keys = ids.into_iter().filter_map(|id| Some((history.row(&id)?.firm.clone(), id))).collect();
    history.reading = true;
    let send = send.clone();
    spawn_local(async move { send.emit(Act::Fetched(database::texts(keys).await).into()) });
}

fn write(history: &mut History, send: &Callback<Action>) {
    let writes = std::mem::take(&mut history.outbox);
    writes.iter().for_each(write_aside);
    if history.rung == Rung::Page || writes.is_empty() {
        return;
    }
    history.pending += 1;
    let send = send.clone();
    spawn_local(async move {
        let worked = database::write(writes.clone()).await;
        if worked {
            effects::tabs::say_records_written();
            writes.iter().filter_map(key).for_each(effects::storage::forget_record);
        }
        send.emit(Act::Written(worked).into());
    });
}

async fn load() -> Found {
    Found { drafts: effects::storage::drafts(), fresh: effects::clock::now().0, ..database::load().await }
}

/// What is not left to the database: it answers only later, or is not asked at all.
fn write_aside(write: &Write) {
    match write {
        Write::Aside(item) => {
            // Where it cannot be kept here either, it stays on the page.
            let _ = effects::storage::store_record(&item.key, &item.text);
        }
        Write::Forget { id, .. } => effects::storage::forget_record(id),
        Write::Draft(slot, text) => {
            // It is at hand as long as the page is open.
            let _ = effects::storage::store_draft(slot, Some(text));
        }
        Write::ForgetFirm(slot) => {
            let _ = effects::storage::store_draft(slot, None);
        }
        Write::Record { .. } | Write::ForgetRecords(_) | Write::Firm(_) | Write::Everything => {}
    }
}

/// The key of what need not be stored outside the database any more.
fn key(write: &Write) -> Option<&str> {
    match write {
        Write::Record { id, .. } => Some(id),
        Write::Aside(item) => Some(&item.key),
        _ => None,
    }
}

fn needs_list(address: &Address) -> bool {
    matches!(address, Address::Records | Address::Firms) || needed(address).next().is_some()
}

/// The past tests that a page shows.
fn needed(address: &Address) -> impl Iterator<Item = &str> {
    let ids = match address {
        Address::Record(id) | Address::Routes(Some(id)) | Address::Preparation(Some(id)) => [Some(id), None],
        Address::Compare(a, b) => [Some(a), Some(b)],
        _ => [None, None],
    };
    ids.into_iter().flatten().map(String::as_str)
}
