//! What every page has around it.

use crate::{
    action::Action,
    address::Address,
    draft::place_of,
    model::{Elsewhere, Model, Storage, Sweep},
    result::missing::name_of,
    shell::{footer, header, words},
    store::Store,
    words::Lang,
};
use yew::prelude::*;

/// Draws a page with its surroundings.
pub fn shell(store: &Store, address: &Address, page: Html) -> Html {
    let model = store.model();
    // Rules for another day are fetched while that day is typed on the first page, which then keeps the focus.
    let is_kept = *address == Address::Start && model.lang == Lang::Zh;
    html! {
        <>
            { header::view(store, address) }
            <main id="main" data-packs={packs(model)}>
                { storage_notice(store) }
                { for model.opened.iter().map(|opened| opened.view(store.lang())) }
                { elsewhere_notice(store) }
                { undo_notice(store) }
                { if model.has_rules() || is_kept { page } else { learning(store) } }
            </main>
            <p id="said" class="visually-hidden" role="status">{ model.said.clone() }</p>
            { footer::view(store, address) }
        </>
    }
}

/// Stands in for the first page while its part is on its way.
pub fn loading(lang: Lang) -> Html {
    html! {
        <main class="page narrow">
            <p class="notice" role="status">{ words::LOADING.get(lang) }</p>
        </main>
    }
}

/// Packs that the page judges by, as `id@revision`, for a host around it; none while they are on their way.
fn packs(model: &Model) -> Option<String> {
    let packs = model.has_rules().then(|| model.draft.scope.packs(&model.rules))?;
    Some(packs.into_iter().flat_map(|pack| [pack.id(), "@", pack.revision(), " "]).collect())
}

/// Stands in for a page whose rules are on their way.
fn learning(store: &Store) -> Html {
    html! { <p class="notice" role="status">{ learning_words(store.model()) }</p> }
}

/// That rules are on their way, or did not come.
pub fn learning_words(model: &Model) -> &'static str {
    let words = if model.unlearned { words::RULES_NOT_LOADED } else { words::LOADING_RULES };
    words.get(model.lang)
}

fn storage_notice(store: &Store) -> Html {
    if store.model().storage == Storage::Browser {
        return Html::default();
    }
    let text = words::NOTHING_STORED.get(store.lang());
    html! { <p class="notice warn" role="status">{ text }</p> }
}

/// Another tab fills in the same form.
fn elsewhere_notice(store: &Store) -> Html {
    let (lang, elsewhere) = (store.lang(), store.model().elsewhere.as_ref());
    let text = match elsewhere {
        None => return Html::default(),
        Some(Elsewhere::Emptied) => words::EMPTIED_ELSEWHERE.get(lang).to_owned(),
        Some(Elsewhere::Merged(taken, contested)) => {
            let told = [(taken, words::TAKEN_OVER.get(lang)), (contested, words::CONTESTED.get(lang))];
            let told = told.into_iter().filter(|(keys, _)| !keys.is_empty());
            let told: Vec<String> = told.map(|(keys, what)| [what, &names(store, keys)].concat()).collect();
            let begin = words::FILLED_ELSEWHERE.get(lang);
            [begin, &told.join(words::BETWEEN_NOTICES.get(lang))].concat()
        }
    };
    html! { <p class="notice" role="status">{ text }</p> }
}

/// Names of answers by their keys, as many as can be read at a glance.
fn names(store: &Store, keys: &[String]) -> String {
    const NAMED: usize = 5;
    let (rules, lang) = (&store.model().rules, store.lang());
    let name = |key: &String| match place_of(rules.terms(), key) {
        Some(place) => name_of(rules, place, lang),
        None => words::SCOPE.get(lang).to_owned(),
    };
    let named: Vec<String> = keys.iter().take(NAMED).map(name).collect();
    let (named, all) = (named.join(words::LIST_COMMA.get(lang)), keys.len());
    if all <= NAMED { named } else { words::and_others(&named, all, lang) }
}

fn undo_notice(store: &Store) -> Html {
    let lang = store.lang();
    if let Some((_, how)) = store.model().swept {
        return html! {
            <p class="notice undo" role="status">
                { swept(how, lang) }
                <button type="button" class="link" onclick={store.on(Action::Undo)}>{ words::UNDO.get(lang) }</button>
            </p>
        };
    }
    let Some(replaced) = &store.model().replaced else { return Html::default() };
    let firm = replaced.firm().to_owned();
    html! {
        <p class="notice" role="status">
            { words::REPLACED.get(lang) }
            if !firm.is_empty() { { words::COLON.get(lang) }{ firm } }
            <button type="button" class="link" onclick={store.on(Action::Undo)}>
                { words::BRING_BACK.get(lang) }
            </button>
        </p>
    }
}

/// What changed several answers at once.
fn swept(how: Sweep, lang: Lang) -> String {
    match how {
        Sweep::Cleared => words::SECTION_CLEARED.get(lang).to_owned(),
        Sweep::Taken(count) => words::filled_in(count, lang),
        Sweep::Pasted(0) => words::PASTED.get(lang).to_owned(),
        Sweep::Pasted(unused) => words::pasted_in_part(unused, lang),
    }
}
