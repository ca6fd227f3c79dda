//! Several firms 「企业」 on one device: an accountant's, a park's. Records and drafts belong to one.

use crate::{
    draft::Draft,
    firms::{current::Current, firm::Firm, words},
    records::{state::History, work::Work, write::Write},
    words::Lang,
};
use std::rc::Rc;

impl History {
    /// A firm by its slot.
    pub fn firm(&self, slot: &str) -> Option<&Firm> {
        self.firms.iter().find(|firm| firm.slot == slot)
    }

    /// How many past tests a firm has.
    pub fn count(&self, slot: &str) -> usize {
        self.rows.iter().filter(|row| row.firm == slot).count()
    }

    /// Name by which a firm goes: its own, else that in its newest test.
    pub fn name(&self, firm: &Firm) -> String {
        let newest = || self.rows.iter().find(|row| row.firm == firm.slot && !row.name.is_empty());
        let given = Some(&firm.name).filter(|name| !name.is_empty());
        given.cloned().or_else(|| newest().map(|row| row.name.clone())).unwrap_or_default()
    }

    /// Lists a firm, or another version of it, and keeps it.
    pub fn keep_firm(&mut self, firm: Firm) {
        let firms = Rc::make_mut(&mut self.firms);
        firms.retain(|other| other.slot != firm.slot);
        firms.push(firm.clone());
        sort(self);
        self.outbox.push(Write::Firm(firm));
    }

    /// Lists the firm of a slot that something belongs to.
    pub fn ensure_firm(&mut self, slot: &str, fresh: &str) {
        if self.firm(slot).is_none() {
            let id = slot.strip_prefix('.').unwrap_or(fresh).to_owned();
            self.keep_firm(Firm { slot: slot.to_owned(), id, name: String::new() });
        }
    }

    /// Several firms all have names; `drafts` by slot may tell them.
    fn name_firms(&mut self, drafts: &[(String, String)], lang: Lang) {
        if self.firms.len() < 2 {
            return;
        }
        let nameless: Vec<Firm> = self.firms.iter().filter(|firm| firm.name.is_empty()).cloned().collect();
        for firm in nameless {
            let draft = drafts.iter().find(|(slot, _)| *slot == firm.slot);
            let drafted = draft.and_then(|(_, text)| Some(Draft::parse(text)?.firm().to_owned()));
            let names = [self.name(&firm), drafted.unwrap_or_default()];
            let position = self.firms.iter().position(|other| *other == firm).unwrap_or_default() + 1;
            let name = names.into_iter().find(|name| !name.is_empty());
            self.keep_firm(Firm { name: name.unwrap_or_else(|| words::firm(lang, position)), ..firm });
        }
    }
}

/// The first firm of the device first, the others as they came.
pub fn sort(history: &mut History) {
    Rc::make_mut(&mut history.firms).sort_by(|a, b| a.slot.cmp(&b.slot));
}

/// Gives every firm a name where there are several, and tells the header the present one's.
pub fn settle(work: &mut Work<'_>, drafts: &[(String, String)]) {
    let present = (work.model.firm.slot.clone(), work.model.draft.to_text());
    let drafts: Vec<_> = std::iter::once(present).chain(drafts.iter().cloned()).collect();
    work.history.name_firms(&drafts, work.model.lang);
    let several = work.history.firms.len() > 1;
    let name = work.history.firm(&work.model.firm.slot).filter(|_| several).map(|firm| firm.name.clone());
    work.model.firm.name = name.unwrap_or_default();
}

/// Makes another firm the present one.
pub fn switch(work: &mut Work<'_>, slot: String, stored: Option<String>) {
    let history = &mut work.history;
    let parked = Rc::make_mut(&mut history.parked);
    if work.model.draft.keys().next().is_some() {
        parked.insert(work.model.firm.slot.clone(), work.model.draft.to_text());
    }
    let text = stored.or_else(|| parked.remove(&slot));
    let draft = text.and_then(|text| {
        Draft::parse(&text).or_else(|| {
            history.put_aside(&slot, text);
            None
        })
    });
    work.model.firm = Current { slot, name: String::new() };
    work.model.begin(draft);
    settle(work, &[]);
}

/// Removes a firm with all that is its own. The present one stays.
pub fn remove(work: &mut Work<'_>, slot: &str) {
    let history = &mut work.history;
    if slot == work.model.firm.slot {
        return;
    }
    forget_records(history, slot);
    Rc::make_mut(&mut history.firms).retain(|firm| firm.slot != slot);
    Rc::make_mut(&mut history.parked).remove(slot);
    history.outbox.push(Write::ForgetFirm(slot.to_owned()));
    settle(work, &[]);
}

/// All records of a firm are no longer listed.
pub fn forget_records(history: &mut History, slot: &str) {
    let gone: Vec<String> =
        history.rows.iter().filter(|row| row.firm == slot).map(|row| row.id.clone()).collect();
    let at_hand = Rc::make_mut(&mut history.records);
    gone.iter().for_each(|id| {
        at_hand.remove(id);
    });
    Rc::make_mut(&mut history.rows).retain(|row| row.firm != slot);
    Rc::make_mut(&mut history.aside).retain(|item| item.firm != slot);
}
