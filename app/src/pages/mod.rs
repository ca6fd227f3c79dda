//! The pages, one file each.

#[cfg(feature = "desk")]
mod desk;
#[cfg(feature = "form")]
mod front;

use crate::{app::Store, route::Route, words::Lang};
use yew::prelude::*;

/// Whether this part of the app draws the page of a route.
pub const fn draws(route: &Route) -> bool {
    match route {
        Route::Start | Route::Form(_) => cfg!(feature = "form"),
        _ => cfg!(feature = "desk"),
    }
}

/// Draws the page of a route, if it is one of this part of the app.
pub fn page(store: &Store, route: &Route) -> Option<Html> {
    #[cfg(feature = "form")]
    if let Some(page) = front::page(store, route) {
        return Some(page);
    }
    #[cfg(feature = "desk")]
    return desk::page(store, route);
    #[cfg(not(feature = "desk"))]
    None
}

/// Title of a page's window.
pub fn title(route: &Route, lang: Lang) -> String {
    let site = lang.pick("专精特新企业自测", "SME self-test (专精特新)");
    format!("{} · {site}", name(route, lang))
}

/// Name of a page, as bars and titles have it.
pub const fn name(route: &Route, lang: Lang) -> &'static str {
    match route {
        Route::Start => lang.pick("开始", "Start"),
        Route::Form(_) => lang.pick("填写", "Form"),
        Route::File => lang.pick("档案文件", "Dossier file"),
        Route::Submitted | Route::Result => lang.pick("结果", "Result"),
        Route::Records => lang.pick("自测结果查询", "Past tests"),
        Route::Record(_) => lang.pick("自测详情", "Past test"),
        Route::Routes(_) => lang.pick("差距与路径", "Gaps and routes"),
        Route::Rounds => lang.pick("申报批次", "Rounds"),
        Route::Preparation(_) => lang.pick("准备清单", "Preparation"),
        Route::Compare(..) => lang.pick("比较两次自测", "Two tests compared"),
        Route::Firms => lang.pick("企业", "Firms"),
        Route::Rules | Route::Pack(_) | Route::Rule(..) => lang.pick("规则说明", "Rules"),
        Route::Embed => lang.pick("嵌入", "Embed"),
        Route::Prefill => lang.pick("所在网页的建议", "What the page around proposes"),
        Route::Batch => lang.pick("批量摸底", "Many firms at once"),
        Route::Privacy => lang.pick("隐私", "Privacy"),
        Route::About => lang.pick("关于", "About"),
        Route::Lost => lang.pick("没有这一页", "No such page"),
    }
}

/// The heading of a page, to which the focus comes.
pub fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 id="title" tabindex="-1">{ text.into() }</h1> }
}
