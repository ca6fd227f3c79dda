//! The bar below: the warning, and the pages that the bar above does not name.

use super::header::entry;
use crate::{app::Store, route::Route, words};
use yew::prelude::*;

static PAGES: [Route; 6] =
    [Route::Rounds, Route::Preparation(None), Route::Batch, Route::Embed, Route::Privacy, Route::About];

/// Draws the bar.
pub fn view(store: &Store, route: &Route) -> Html {
    let lang = store.lang();
    html! {
        <footer class="foot">
            <div class="foot-inner">
                <p>{ words::warning(lang) }</p>
                <nav class="foot-links" aria-label={lang.pick("更多", "More")}>
                    { for PAGES.iter().map(|page| entry(page, route, lang)) }
                </nav>
            </div>
        </footer>
    }
}
