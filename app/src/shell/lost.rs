//! An address without a page.

use crate::{address::Address, shell::heading::heading, shell::titles, shell::words, words::Lang};
use yew::prelude::*;

/// Draws the page.
pub fn view(lang: Lang) -> Html {
    html! {
        <div class="page narrow">
            { heading(titles::name(&Address::Lost, lang)) }
            <p><a href={Address::Start.href()}>{ words::TO_START.get(lang) }</a></p>
        </div>
    }
}
