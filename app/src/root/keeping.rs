//! What the root component does for past tests: reads them when a page needs them, and writes what
//! changed.

use crate::{
    action::Action,
    address::Address,
    effects::{self, database},
    records::{
        act::Act,
        found::{Found, Rung},
        state::History,
        write::Write,
    },
    root::{App, Message},
};
use std::rc::Rc;
use yew::prelude::*;

impl App {
    /// Writes what is to be written, and reads what the page needs.
    pub(super) fn keep(&mut self, ctx: &Context<Self>) {
        self.write(ctx);
        if needs_list(&self.address) && self.model.history.rung == Rung::Unopened {
            self.history().rung = Rung::Opening;
            ctx.link().send_future(async { done(Act::Loaded(Box::new(load().await))) });
        }
        let wanted = needed(&self.address).filter(|id| self.model.history.is_unread(id));
        let wanted: Vec<String> = wanted.map(str::to_owned).collect();
        if !wanted.is_empty() && !self.reading {
            self.read(ctx, wanted, None);
        }
    }

    /// Reads the record that an action needs before it is done; whether that is so.
    pub(super) fn postpone(&mut self, ctx: &Context<Self>, action: &Action) -> bool {
        if matches!(action, Action::History(Act::Fetched(_))) {
            self.reading = false;
        }
        let (Action::History(Act::Edit(id)) | Action::History(Act::Copy { id, .. })) = action else {
            return false;
        };
        let unread = self.model.history.is_unread(id);
        if unread {
            self.read(ctx, vec![id.clone()], Some(action.clone()));
        }
        unread
    }

    fn read(&mut self, ctx: &Context<Self>, ids: Vec<String>, then: Option<Action>) {
        let history = &self.model.history;
        let keys = ids.into_iter().filter_map(|id| Some((history.row(&id)?.firm.clone(), id))).collect();
        self.reading = true;
        let link = ctx.link().clone();
        ctx.link().send_future(async move {
            let fetched = database::texts(keys).await;
            if let Some(action) = then {
                link.send_message(Message::Act(Action::History(Act::Fetched(fetched))));
                return Message::Act(action);
            }
            done(Act::Fetched(fetched))
        });
    }

    fn write(&mut self, ctx: &Context<Self>) {
        if self.model.history.outbox.is_empty() {
            return;
        }
        let writes = std::mem::take(&mut self.history().outbox);
        writes.iter().for_each(write_aside);
        if self.model.history.rung == Rung::Page {
            return;
        }
        self.history().pending += 1;
        ctx.link().send_future(async move {
            let worked = database::write(writes.clone()).await;
            if worked {
                writes.iter().filter_map(key).for_each(effects::storage::forget_record);
            }
            done(Act::Written(worked))
        });
    }

    fn history(&mut self) -> &mut History {
        &mut Rc::make_mut(&mut self.model).history
    }
}

/// Something done to past tests.
const fn done(act: Act) -> Message {
    Message::Act(Action::History(act))
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
