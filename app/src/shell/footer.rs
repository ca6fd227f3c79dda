//! The bar below: the warning, privacy and about.

use crate::{app::Store, route::Route, words};
use yew::prelude::*;

/// Draws the bar.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <footer class="foot">
            <div class="foot-inner">
                <p>{ words::warning(lang) }</p>
                <p class="foot-links">
                    <a href={Route::Batch.href()}>{ lang.pick("批量摸底", "Many firms") }</a>
                    <a href={Route::Privacy.href()}>{ lang.pick("隐私", "Privacy") }</a>
                    <a href={Route::About.href()}>{ lang.pick("关于", "About") }</a>
                </p>
            </div>
        </footer>
    }
}
