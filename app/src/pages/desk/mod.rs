//! What is loaded when it is opened: results, past tests, rules and everything else that is read.

mod about;
mod archive;
mod around;
mod batch;
mod compare;
mod contribute;
mod embed;
mod file;
mod firms;
mod kept;
mod lost;
mod otherwise;
mod pack;
mod prefill;
mod preparation;
mod present;
mod previous;
mod privacy;
mod record;
mod records;
mod result;
mod revised;
mod rounds;
mod routes;
mod rules;
mod tell;

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
        Route::Compare(a, b) => compare::view(store, [a, b]),
        Route::Firms => html! { <firms::Firms store={store.clone()} /> },
        Route::Routes(record) => routes::view(store, record.as_deref()),
        Route::Rules => rules::view(store),
        Route::Pack(id) | Route::Rule(id, _) => pack::view(store, id),
        Route::Rounds => rounds::view(store),
        Route::Preparation(id) => preparation::view(store, id.as_deref()),
        Route::Embed => html! { <embed::Embed store={store.clone()} /> },
        Route::Prefill => html! { <prefill::Prefill store={store.clone()} /> },
        Route::Batch => html! { <batch::BatchPage store={store.clone()} /> },
        Route::Privacy => html! { <privacy::Privacy store={store.clone()} /> },
        Route::About => about::view(store),
        Route::Lost => lost::view(store.lang()),
    })
}
