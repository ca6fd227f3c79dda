//! What of a change is stored on the device.

use crate::{
    action::Action,
    draft::Draft,
    effects,
    model::{Model, Storage},
    reduce::reduce,
};
use std::{mem, rc::Rc};

/// The state after what another tab stored of this firm, `None` where it stored nothing. `known` is the stored form
/// as this tab knows it.
pub fn met(model: &Model, known: &mut Option<String>) -> Option<Model> {
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
pub fn stored(before: &Model, mut next: Model) -> Model {
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
