//! The guided form's page: one question of it.

use crate::{
    guided::{ask::Ask, step::Step},
    store::Store,
};
use yew::prelude::*;

/// Draws the page at the step of a key, or at what is asked first.
pub fn view(store: &Store, key: Option<&str>) -> Html {
    let step = key.and_then(|key| Step::parse(key, store.model().rules.terms()));
    html! { <Ask key={key.unwrap_or_default().to_owned()} store={store.clone()} {step} /> }
}
