//! What of a change is stored on the device, and when.

use crate::{
    action::Action,
    draft::Draft,
    effects,
    model::{Model, Storage},
    reduce::reduce,
};
use std::{mem, rc::Rc};

/// What this tab knows of the stored form of the present firm.
#[derive(Default)]
pub struct Storing {
    known: Option<String>,
    /// Whether an answer is not stored yet: what follows from it is shown first.
    waits: bool,
}

impl Storing {
    /// Whether an answer is to be stored by [`Storing::keep`].
    pub const fn waits(&self) -> bool {
        self.waits
    }

    /// Learns what is stored.
    pub fn know(&mut self, model: &Model) {
        self.known = effects::storage::draft(&model.firm.slot);
    }

    /// Takes over what another tab stored of this firm; whether there was something.
    pub fn meet(&mut self, model: &mut Rc<Model>) -> bool {
        let next = met(model, &mut self.known);
        let is_met = next.is_some();
        if let Some(next) = next {
            *model = Rc::new(next);
        }
        is_met
    }

    /// The state after an action; what it changed is stored, an answer a moment later.
    pub fn act(&mut self, model: &mut Rc<Model>, action: Action) {
        if matches!(action, Action::Answer { .. }) {
            self.meet(model);
            *model = Rc::new(reduce(model, action));
            self.waits = true;
        } else {
            self.go_on(model, |model| reduce(model, action));
        }
    }

    /// Changes the state, and stores what changed.
    pub fn change(&mut self, model: &mut Rc<Model>, how: fn(&mut Model)) {
        self.go_on(model, |model| {
            let mut next = model.clone();
            how(&mut next);
            next
        });
    }

    /// Goes on with another state, and stores what changed. A tab that was asleep hears of nothing, so that what others
    /// stored meanwhile is taken over first.
    fn go_on(&mut self, model: &mut Rc<Model>, next: impl FnOnce(&Model) -> Model) {
        self.keep(model);
        self.meet(model);
        *model = Rc::new(stored(model, next(model)));
        self.know(model);
    }

    /// Stores an answer that waits; whether that led to something to be shown.
    pub fn keep(&mut self, model: &mut Rc<Model>) -> bool {
        if !mem::take(&mut self.waits) {
            return false;
        }
        let is_met = self.meet(model);
        let is_refused = !store_draft(model) && model.storage == Storage::Browser;
        if is_refused {
            *model = Rc::new(reduce(model, Action::StorageFailed));
        }
        self.know(model);
        is_met || is_refused
    }
}

/// The state after what another tab stored of this firm, `None` where it stored nothing. `known` is the stored form
/// as this tab knows it.
fn met(model: &Model, known: &mut Option<String>) -> Option<Model> {
    let slot = &model.firm.slot;
    let now = effects::storage::draft(slot);
    let is_dropped = model.replaced.is_some()
        && model.storage == Storage::Browser
        && effects::storage::replaced(slot).is_empty();
    if !is_dropped && now == *known {
        return None;
    }
    let mut next = model.clone();
    if is_dropped {
        next.replaced = None;
    }
    if now != *known {
        let before = mem::replace(known, now.clone());
        next = reduce(&next, Action::Elsewhere { before, now });
    }
    Some(next)
}

/// The next state, once what changed is stored.
fn stored(before: &Model, mut next: Model) -> Model {
    if next.firm.slot != before.firm.slot {
        let replaced = effects::storage::replaced_last(&next.firm.slot);
        next.replaced = replaced.as_deref().and_then(Draft::parse).map(Rc::new);
    }
    if store_changes(before, &next) { next } else { reduce(&next, Action::StorageFailed) }
}

/// Stores what changed; whether the browser took it, where it takes anything.
fn store_changes(before: &Model, now: &Model) -> bool {
    let is_same = before.draft == now.draft && before.firm.slot == now.firm.slot;
    let mut stored = (is_same && before.unread == now.unread) || store_draft(now);
    stored &= before.lang == now.lang || effects::storage::store_lang(now.lang.pick("zh", "en"));
    stored &= before.guided == now.guided || effects::storage::store_mode(now.guided);
    stored &= before.firm == now.firm || effects::storage::store_firm(&now.firm.to_text());
    stored &= before.replaced == now.replaced || before.firm.slot != now.firm.slot || keep_replaced(now);
    stored || now.storage == Storage::Page
}

/// Keeps the form that was replaced, and no longer the one that is filled in again.
fn keep_replaced(model: &Model) -> bool {
    let replaced = model.replaced.as_ref().map(|draft| draft.to_text());
    effects::storage::keep_replaced(&model.firm.slot, &model.draft.to_text(), replaced.as_deref())
}

/// An untouched form is not worth keeping.
fn store_draft(model: &Model) -> bool {
    let text = (model.draft.keys().next().is_some()).then(|| model.draft.to_text());
    effects::storage::store_draft(&model.firm.slot, text.as_deref())
}
