//! What of a change is stored on the device.

use crate::{
    effects,
    model::{Model, Storage},
};

/// Stores what changed; whether the browser took it, where it takes anything.
pub fn store_changes(before: &Model, now: &Model) -> bool {
    let is_same = before.draft == now.draft && before.firm.slot == now.firm.slot;
    let mut stored = (is_same && before.unread == now.unread) || store_draft(now);
    stored &= before.lang == now.lang || effects::storage::store_lang(now.lang.pick("zh", "en"));
    stored &= before.guided == now.guided || effects::storage::store_mode(now.guided);
    stored &= before.firm == now.firm || effects::storage::store_firm(&now.firm.to_text());
    stored || now.storage == Storage::Page
}

/// An untouched form is not worth keeping.
fn store_draft(model: &Model) -> bool {
    let text = (model.draft.keys().next().is_some()).then(|| model.draft.to_text());
    effects::storage::store_draft(&model.firm.slot, text.as_deref())
}
