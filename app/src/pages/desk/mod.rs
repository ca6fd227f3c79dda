//! What is loaded when it is opened: results, past tests, rules and everything else that is read.

mod about;
mod batch;
mod contribute;
mod file;
mod lost;
mod pack;
mod privacy;
mod record;
mod records;
mod result;
mod rules;

use crate::{app::Store, route::Route};
use yew::prelude::*;

/// Draws the page of a route, if it is one of these.
pub fn page(store: &Store, route: &Route) -> Option<Html> {
    Some(match route {
        Route::Start | Route::Form(_) => return None,
        Route::File => file::view(store),
        Route::Submitted | Route::Result => result::view(store),
        Route::Records => html! { <records::Records store={store.clone()} /> },
        Route::Record(id) => record::view(store, id),
        Route::Rules => rules::view(store),
        Route::Pack(id) => pack::view(store, id),
        Route::Batch => html! { <batch::BatchPage store={store.clone()} /> },
        Route::Privacy => html! { <privacy::Privacy store={store.clone()} /> },
        Route::About => about::view(store),
        Route::Lost => lost::view(store.lang()),
    })
}
