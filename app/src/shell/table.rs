//! A table that scrolls by itself where the screen is narrow.

use yew::prelude::*;

/// Draws a table from the contents of its heads and from its rows.
pub fn table(heads: impl IntoIterator<Item = Html>, rows: impl IntoIterator<Item = Html>) -> Html {
    html! { <div class="table">{ bare(None, heads, rows) }</div> }
}

/// The same with a caption, as a region that the keyboard reaches and scrolls.
pub fn region(
    caption: impl Into<AttrValue>,
    heads: impl IntoIterator<Item = Html>,
    rows: impl IntoIterator<Item = Html>,
) -> Html {
    let caption = caption.into();
    html! {
        <div class="table" tabindex="0" role="region" aria-label={caption.clone()}>
            { bare(Some(caption), heads, rows) }
        </div>
    }
}

fn bare(
    caption: Option<AttrValue>,
    heads: impl IntoIterator<Item = Html>,
    rows: impl IntoIterator<Item = Html>,
) -> Html {
    html! {
        <table>
            { for caption.map(|caption| html! { <caption>{ caption }</caption> }) }
            <thead><tr>{ for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
