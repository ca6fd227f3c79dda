//! The bar below: the warning, and the pages that the bar above does not name.

use crate::{
    address::Address,
    effects::look::Look,
    shell::{header::entry, look::Switch, words},
    store::Store,
};
use yew::prelude::*;

static PAGES: [Address; 7] = [
    Address::Rounds,
    Address::Preparation(None),
    Address::Batch,
    Address::Embed,
    Address::Privacy,
    Address::About,
    Address::Accessibility,
];

/// Draws the bar.
pub fn view(store: &Store, address: &Address) -> Html {
    let lang = store.lang();
    html! {
        <footer class="foot">
            <div class="foot-inner">
                <p>{ words::warning(lang) }</p>
                <p>
                    <Switch look={Look::Size} {lang} />
                    <Switch look={Look::Theme} {lang} />
                </p>
                <nav class="foot-links" aria-label={words::MORE.get(lang)}>
                    { for PAGES.iter().map(|page| entry(page, address, lang)) }
                </nav>
            </div>
        </footer>
    }
}
