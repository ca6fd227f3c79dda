//! 「嵌入」: for the editor of a portal: options, what they look like, and the lines to paste.

use crate::{
    effects::surroundings,
    hosting::{
        choices, qr,
        snippets::{self, Snippet},
        wishes::Wishes,
        words,
    },
    result::tools::Copy,
    shell::heading::heading,
    store::Store,
    words::Lang,
};
use yew::prelude::*;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedProps {
    /// The state.
    pub store: Store,
}

/// Draws the page.
#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let store = &props.store;
    let lang = store.lang();
    let wishes = use_state(Wishes::default);
    let set = {
        let wishes = wishes.clone();
        Callback::from(move |(name, value)| wishes.set(wishes.with(name, value)))
    };
    let site = surroundings::site();
    html! {
        <div class="page narrow">
            { heading(words::THE_SELF_TEST_ON.get(lang)) }
            <p>{ words::CHOOSE_BELOW_COPY_ONE.get(lang) }</p>
            <section class="card" aria-labelledby="options">
                <h2 id="options">{ words::OPTIONS.get(lang) }</h2>
                { choices::view(store, &wishes, &set) }
            </section>
            <section class="card" aria-labelledby="preview">
                <h2 id="preview">{ words::PREVIEW.get(lang) }</h2>
                <p class="note">{ words::THE_PREVIEW_IS_KEPT.get(lang) }</p>
                // Without an origin of its own it cannot touch what this person has filled in.
                <iframe key={wishes.query()} class="preview" sandbox="allow-scripts"
                    title={words::PREVIEW.get(lang)} src={format!("./{}", wishes.query())} />
            </section>
            <section class="card" aria-labelledby="snippets">
                <h2 id="snippets">{ words::SNIPPETS_ANY_ONE_OF.get(lang) }</h2>
                { for snippets::all(&wishes, &site, lang).into_iter().map(|each| snippet(each, lang)) }
                { link(&wishes, &site, lang) }
            </section>
        </div>
    }
}

fn snippet(snippet: Snippet, lang: Lang) -> Html {
    html! {
        <>
            <h3>{ snippet.title }</h3>
            <p>{ snippet.when }</p>
            { copied(snippet.code, lang) }
            <p>{ words::IF_YOUR_SITE_HAS.get(lang) }</p>
            { copied(snippet.policy, lang) }
        </>
    }
}

fn copied(text: String, lang: Lang) -> Html {
    html! {
        <>
            <pre class="bytes" tabindex="0">{ text.clone() }</pre>
            <p>
                <Copy {text} label={words::COPY.get(lang)} done={words::COPIED.get(lang)}
                    refused={words::THIS_BROWSER_DOES_NOT.get(lang)} />
            </p>
        </>
    }
}

fn link(wishes: &Wishes, site: &str, lang: Lang) -> Html {
    let address = format!("{site}{}", wishes.query());
    html! {
        <>
            <h3>{ words::OF_3_A_LINK_OR.get(lang) }</h3>
            <p>{ words::WHERE_THE_EDITOR_ALLOWS.get(lang) }</p>
            { copied(address.clone(), lang) }
            { qr::view(&address, &words::qr_code(lang, &address)) }
        </>
    }
}
