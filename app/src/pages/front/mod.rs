//! What is loaded first: where one chooses and fills in.

mod form;
mod section;
mod start;

use crate::{app::Store, route::Route};
use yew::prelude::*;

/// Draws the page of a route, if it is one of these.
pub fn page(store: &Store, route: &Route) -> Option<Html> {
    match route {
        Route::Start => Some(start::view(store)),
        Route::Form(_) => Some(html! { <form::Form store={store.clone()} /> }),
        _ => None,
    }
}
