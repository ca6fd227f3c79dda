//! What the page around proposes to fill in, beside what is there: nothing is taken over before a person
//! chose it and said so.

use crate::{
    action::Action,
    address::Address,
    effects::{self, surroundings},
    hosting::{
        prefill_rows::{self, Proposal, Row},
        surroundings::use_surroundings,
    },
    shell::heading::heading,
    store::Store,
    words::{Lang, say},
};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct PrefillProps {
    /// The state.
    pub store: Store,
}

/// Draws the page.
#[component]
pub fn Prefill(props: &PrefillProps) -> Html {
    use_surroundings();
    let store = &props.store;
    let lang = store.lang();
    let text = surroundings::proposal();
    let body = match text.as_deref().map(|text| prefill_rows::read(text, store.model())) {
        None => html! { <p>{ lang.pick("现在没有建议填入的数据。", "Nothing is proposed now.") }</p> },
        Some(Err(mistakes)) => refused(&mistakes, lang),
        Some(Ok(proposal)) if proposal.rows.is_empty() => {
            html! { <p>{ lang.pick("建议的数据与您已填写的相同，没有可填入的内容。", "What is proposed is what is filled in already.") }</p> }
        }
        // Another proposal begins with its own choice.
        Some(Ok(proposal)) => {
            html! { <Choice key={text.unwrap_or_default()} store={store.clone()} {proposal} /> }
        }
    };
    html! {
        <div class="page narrow">
            { heading(lang.pick("所在网页的建议", "What the page around proposes")) }
            { body }
            <p class="actions">
                <button type="button" class="button quiet" onclick={|_| leave()}>{ lang.pick("不采用，返回填写", "Take nothing, back to the form") }</button>
            </p>
        </div>
    }
}

fn refused(mistakes: &[String], lang: Lang) -> Html {
    html! {
        <div class="notice wrong" role="alert">
            <p>{ lang.pick(
                "所在网页给出的数据有错，没有采用。已填写的内容没有改动。可将下列各处告诉那个网站：",
                "What the page around proposes has mistakes, so nothing of it is used. What was filled in is unchanged. Its site may want to know these places:",
            ) }</p>
            <ul>{ for mistakes.iter().take(20).map(|mistake| html! { <li>{ mistake }</li> }) }</ul>
        </div>
    }
}

fn leave() {
    surroundings::forget_proposal();
    effects::address::go(&Address::Form(None));
}

/// Properties of the choice.
#[derive(Clone, PartialEq, Properties)]
struct ChoiceProps {
    store: Store,
    proposal: Proposal,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let (store, proposal) = (&props.store, &props.proposal);
    let lang = store.lang();
    let chosen = use_state(|| proposal.blanks());
    let onclick = {
        let (sender, rows, chosen) = (store.sender(), proposal.rows.clone(), chosen.clone());
        Callback::from(move |_: MouseEvent| {
            take(&sender, &rows, &chosen);
            leave();
        })
    };
    let count = chosen.len();
    html! {
        <>
            <p>{ lang.pick(
                "请逐项核对，勾选要填入的。原来空着的已先勾选；会改掉您已填内容的没有勾选。",
                "Please check each one and tick what is to be filled in. What is blank now is ticked already; what would replace your own answer is not.",
            ) }</p>
            <p>{ lang.pick("所在网页自称的来源：“", "Where the page around says it is from: “") }{ proposal.source.clone() }{ "”" }</p>
            <fieldset>
                <legend>{ lang.pick("建议填入的数据", "Proposed answers") }</legend>
                <div class="answers stacked">{ for proposal.rows.iter().map(|row| line(row, &chosen, lang)) }</div>
            </fieldset>
            <p class="actions">
                <button type="button" class="button" disabled={count == 0} {onclick}>{ say!(lang, "填入所选的 {count} 项", "Fill in the {count} chosen") }</button>
            </p>
        </>
    }
}

fn take(sender: &Callback<Action>, rows: &[Row], chosen: &BTreeSet<String>) {
    for row in rows.iter().filter(|row| chosen.contains(&row.key)) {
        sender.emit(Action::Answer { key: row.key.clone(), text: row.proposed.clone() });
    }
}

fn line(row: &Row, chosen: &UseStateHandle<BTreeSet<String>>, lang: Lang) -> Html {
    let checked = chosen.contains(&row.key);
    let (key, chosen) = (row.key.clone(), chosen.clone());
    let onchange = Callback::from(move |_: Event| {
        let mut next = (*chosen).clone();
        if !next.remove(&key) {
            next.insert(key.clone());
        }
        chosen.set(next);
    });
    html! {
        <label class="answer">
            <input type="checkbox" {checked} {onchange} />
            <span>
                { &row.name }{ lang.pick("：", ": ") }<b>{ &row.proposed_words }</b>
                <small>{ lang.pick("现在：", "now: ") }{ &row.present_words }</small>
            </span>
        </label>
    }
}
