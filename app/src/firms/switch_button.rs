//! The button that makes a firm the present one.

use crate::{effects, records::act::Act, store::Store};
use yew::prelude::*;

/// A button that makes a firm the present one.
pub fn switch_button(store: &Store, slot: &str, name: impl Into<AttrValue>) -> Html {
    let (send, slot) = (store.sender(), slot.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let drafts = effects::storage::drafts().into_iter();
        let draft = drafts.filter(|(other, _)| *other == slot).map(|(_, text)| text).next();
        send.emit(Act::Switch { slot: slot.clone(), draft }.into());
    });
    html! { <button type="button" class="button" {onclick}>{ name.into() }</button> }
}
