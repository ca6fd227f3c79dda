//! An address without a page.

use crate::{address::Address, shell::heading::heading, words::Lang};
use yew::prelude::*;

/// Draws the page.
pub fn view(lang: Lang) -> Html {
    html! {
        <div class="page narrow">
            { heading(lang.pick("页面不存在", "No such page")) }
            <p><a href={Address::Start.href()}>{ lang.pick("返回首页", "Go to the start page") }</a></p>
        </div>
    }
}
