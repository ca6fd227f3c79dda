//! The button that makes a new version of a past test.

use crate::{
    records::{act::Act, words},
    store::Store,
    words::Lang,
};
use yew::prelude::*;

/// Opens the answers of a record in the form, as a new version.
pub fn edit_button(store: &Store, id: &str, lang: Lang) -> Html {
    let edit = store.on::<MouseEvent>(Act::Edit(id.to_owned()).into());
    html! { <button type="button" class="button quiet" onclick={edit}>{ words::EDIT.get(lang) }</button> }
}
