//! What can be done with a result: print, save, copy.

use crate::{
    dossier::open_button::open_button,
    draft::Draft,
    effects,
    result::{case, plain, words},
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::Assessment;

/// Prints the page.
pub fn print_button(lang: Lang) -> Html {
    html! {
        <button type="button" class="button quiet needs-print" onclick={|_| effects::files::print()}>
            { words::PRINT.get(lang) }
        </button>
    }
}

/// What can be done with a result besides printing it.
pub fn tools(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> Html {
    let lang = store.lang();
    let office = effects::surroundings::office().map(|office| format!("\n{office}")).unwrap_or_default();
    let text = plain::text(store, draft, assessments) + &office;
    html! {
        <>
            { export(store, draft) }
            { open_button(store) }
            { case::button(store, draft, assessments) }
            <Copy {text} label={words::COPY.get(lang)} done={words::COPIED.get(lang)}
                refused={words::NOT_COPIED.get(lang)} />
        </>
    }
}

/// Saves the form as a dossier file.
pub fn export_button(store: &Store) -> Html {
    export(store, &store.model().draft)
}

fn export(store: &Store, draft: &Draft) -> Html {
    let terms = store.model().rules.terms();
    let firm = if draft.firm().is_empty() { "zjtx" } else { draft.firm() };
    let name = format!("{firm}-{}.dossier.json", draft.scope.as_of);
    let text = draft.dossier(terms).to_json(terms);
    let onclick = Callback::from(move |_: MouseEvent| {
        // A sandboxed frame may refuse; the answers stay in the form.
        let _ = effects::files::download(&name, &text);
    });
    html! {
        <button type="button" class="button quiet needs-download" {onclick}>
            { words::EXPORT_DOSSIER.get(store.lang()) }
        </button>
    }
}

/// A button that copies a text and says whether it could.
#[derive(Clone, PartialEq, Properties)]
pub struct CopyProps {
    /// What is copied.
    pub text: AttrValue,
    /// What the button says before it is pressed.
    pub label: AttrValue,
    /// What it says when it could.
    pub done: AttrValue,
    /// What it says when the browser refused.
    pub refused: AttrValue,
}

/// Draws the button.
#[component]
pub fn Copy(props: &CopyProps) -> Html {
    let copied = use_state(|| None::<bool>);
    let (text, set) = (props.text.to_string(), copied.setter());
    let onclick = Callback::from(move |_: MouseEvent| {
        let set = set.clone();
        effects::files::copy(text.clone(), move |worked| set.set(Some(worked)));
    });
    let name = match *copied {
        None => &props.label,
        Some(true) => &props.done,
        Some(false) => &props.refused,
    };
    html! { <button type="button" class="button quiet needs-clipboard" aria-live="polite" {onclick}>{ name }</button> }
}
