//! 「无障碍说明」: what was tested, what is known to fall short, and whom to tell.

mod words;

use crate::{
    address::Address,
    shell::{heading::heading, titles},
    store::Store,
};
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(titles::name(&Address::Accessibility, lang)) }
            <p>{ words::AIM.get(lang) }</p>
            <h2>{ words::TESTED.get(lang) }</h2>
            <ul>{ for words::TESTS.iter().map(|test| html! { <li>{ test.get(lang) }</li> }) }</ul>
            <h2>{ words::UNTESTED.get(lang) }</h2>
            <p>{ words::NOT_TESTED.get(lang) }</p>
            <h2>{ words::TELL.get(lang) }</h2>
            <p>{ words::WHOM.get(lang) }</p>
            <p>
                { words::INSTEAD.get(lang) }
                <a href={lang.pick("criteria.html", "criteria.en.html")}>{ words::CRITERIA.get(lang) }</a>
            </p>
        </div>
    }
}
