//! What this is, by which rules it judges, and under which licence it stands.

mod build;
mod words;

use crate::{address::Address, shell::heading::heading, shell::titles, store::Store};
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(titles::name(&Address::About, lang)) }
            <p>{ crate::words::warning(lang) }</p>
            <p>{ words::SPEAKS_FOR_NO_AUTHORITY.get(lang) }</p>
            <h2>{ words::STANDARDS.get(lang) }</h2>
            <ul>
                { for store.model().rules.packs().iter().map(|pack| html! {
                    <li>
                        { pack.title().get(lang) }{ words::OUR_VERSION.get(lang) }
                        { pack.revision() }{ words::AFTER_THE_VERSION.get(lang) }<br />
                        <small><code>{ pack.id() }</code></small>
                    </li>
                }) }
            </ul>
            <h2>{ words::ON_YOUR_SITE.get(lang) }</h2>
            <p><a href={Address::Embed.href()}>{ words::EMBED_IT.get(lang) }</a></p>
            <h2>{ words::VERSION_AND_LICENCE.get(lang) }</h2>
            <build::Build {lang} />
        </div>
    }
}
