//! The pages, one file each.

mod about;
mod form;
mod lost;
mod pack;
mod privacy;
mod record;
mod records;
mod result;
mod rules;
mod start;

use crate::{app::Store, route::Route, words::Lang};
use yew::prelude::*;

/// Draws the page of a route.
pub fn page(store: &Store, route: &Route) -> Html {
    match route {
        Route::Start => start::view(store),
        Route::Form => html! { <form::Form store={store.clone()} /> },
        Route::Result => result::view(store),
        Route::Records => html! { <records::Records store={store.clone()} /> },
        Route::Record(id) => record::view(store, id),
        Route::Rules => rules::view(store),
        Route::Pack(id) => pack::view(store, id),
        Route::Privacy => html! { <privacy::Privacy store={store.clone()} /> },
        Route::About => about::view(store),
        Route::Lost => lost::view(store.lang()),
    }
}

/// Title of a page's window.
pub fn title(route: &Route, lang: Lang) -> String {
    let site = lang.pick("专精特新企业自测", "SME self-test (专精特新)");
    format!("{} · {site}", name(route, lang))
}

const fn name(route: &Route, lang: Lang) -> &'static str {
    match route {
        Route::Start => lang.pick("开始", "Start"),
        Route::Form => lang.pick("填写", "Form"),
        Route::Result => lang.pick("结果", "Result"),
        Route::Records => lang.pick("自测结果查询", "Past tests"),
        Route::Record(_) => lang.pick("自测详情", "Past test"),
        Route::Rules | Route::Pack(_) => lang.pick("规则说明", "Rules"),
        Route::Privacy => lang.pick("隐私", "Privacy"),
        Route::About => lang.pick("关于", "About"),
        Route::Lost => lang.pick("没有这一页", "No such page"),
    }
}

/// The heading of a page, to which the focus comes.
pub fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 id="title" tabindex="-1">{ text.into() }</h1> }
}
