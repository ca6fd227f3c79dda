//! The button that opens a dossier file.

use crate::{
    dossier::{open::Open, words},
    effects,
    store::Store,
};
use yew::prelude::*;

/// A button that opens a dossier file.
pub fn open_button(store: &Store) -> Html {
    let send = store.sender();
    let onchange = Callback::from(move |event: Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be chosen again after it was mended.
        input.set_value("");
        if let Some(file) = file {
            let send = send.clone();
            effects::files::read_file(file, effects::files::MAX_DOSSIER, move |name, text| {
                send.emit(Open { name, text }.into())
            });
        }
    });
    html! {
        <label class="button quiet">
            <input type="file" class="hidden" accept=".json,application/json" {onchange} />
            <span>{ words::OPEN_A_DOSSIER_FILE.get(store.lang()) }</span>
        </label>
    }
}
