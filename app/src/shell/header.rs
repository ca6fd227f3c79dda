//! The bar on top: name, pages, language.

use crate::{action::Action, app::Store, effects, route::Route, words::Lang};
use yew::prelude::*;

/// Draws the bar.
pub fn view(store: &Store, route: &Route) -> Html {
    let lang = store.lang();
    html! {
        <header class="bar">
            <button type="button" class="skip" onclick={|_| effects::focus("title")}>
                { lang.pick("跳到正文", "Skip to content") }
            </button>
            <div class="bar-inner">
                <a class="brand" href="#/">
                    { lang.pick("专精特新企业自测", "SME self-test") }
                    <small>{ lang.pick("在本机计算，不上传", "computed here, nothing uploaded") }</small>
                </a>
                { firm(store) }
                <nav aria-label={lang.pick("主导航", "Main")}>
                    { for entries(lang).into_iter().map(|(to, name)| entry(&to, name, route)) }
                </nav>
                { language(store) }
            </div>
        </header>
    }
}

fn entries(lang: Lang) -> [(Route, &'static str); 5] {
    [
        (Route::Start, lang.pick("开始", "Start")),
        (Route::Form(None), lang.pick("填写", "Form")),
        (Route::Result, lang.pick("结果", "Result")),
        (Route::Records, lang.pick("自测结果查询", "Past tests")),
        (Route::Rules, lang.pick("规则说明", "Rules")),
    ]
}

fn entry(to: &Route, name: &str, route: &Route) -> Html {
    let here = match route {
        Route::Record(_) | Route::Compare(..) => *to == Route::Records,
        Route::Pack(_) | Route::Rule(..) | Route::Rounds => *to == Route::Rules,
        route => to == route,
    };
    html! { <a href={to.href()} aria-current={here.then_some("page")}>{ name }</a> }
}

/// Whose form it is, where there are several firms.
fn firm(store: &Store) -> Html {
    let name = &store.model().firm.name;
    if name.is_empty() {
        return Html::default();
    }
    html! { <a class="firm" href={Route::Firms.href()}>{ name.clone() }</a> }
}

fn language(store: &Store) -> Html {
    let (other, name, id) = match store.lang() {
        Lang::Zh => (Lang::En, "English", "en"),
        Lang::En => (Lang::Zh, "中文", "zh-CN"),
    };
    html! {
        <button type="button" class="language" lang={id} onclick={store.on(Action::Speak(other))}>{ name }</button>
    }
}
