//! A field that is typed into. What was typed is never rewritten, and nothing is handed on while an
//! input method composes.

use crate::{effects, fields::words, words::Lang};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

/// A field that is typed into.
#[derive(Clone, PartialEq, Properties)]
pub struct TypedProps {
    /// Its id; its message is `id-message`.
    pub id: AttrValue,
    /// What was typed.
    pub text: AttrValue,
    /// Which keyboard a phone shows: `decimal`, `numeric` or `text`.
    #[prop_or(AttrValue::Static("text"))]
    pub keyboard: AttrValue,
    /// What the browser may fill in by itself.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
    /// How it was understood.
    #[prop_or_default]
    pub reading: Option<AttrValue>,
    /// What follows from it and other answers; empty where nothing does.
    #[prop_or_default]
    pub derived: AttrValue,
    /// Why it is to be looked at again; empty where there is no doubt.
    #[prop_or_default]
    pub doubt: AttrValue,
    /// Why it was not understood; shown after 提交.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// The reader's language.
    pub lang: Lang,
    /// Where the text goes.
    pub on_text: Callback<String>,
}

/// Draws the field, with what was understood or not beneath it.
#[component]
pub fn Typed(props: &TypedProps) -> Html {
    let field = use_node_ref();
    use_composed(&field, props.on_text.clone());
    let on_text = props.on_text.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if !event.is_composing() {
            on_text.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        }
    });
    // Programs that fill in fields send nothing while they type.
    let (on_text, text) = (props.on_text.clone(), props.text.clone());
    let onchange = Callback::from(move |event: Event| {
        let filled = event.target_unchecked_into::<HtmlInputElement>().value();
        if filled != *text {
            on_text.emit(filled);
        }
    });
    let message = format!("{}-message", props.id);
    html! {
        <>
            <input
                ref={field}
                id={props.id.clone()}
                type="text"
                class={classes!("field", props.problem.is_some().then_some("wrong"))}
                value={props.text.clone()}
                inputmode={props.keyboard.clone()}
                autocomplete={props.autocomplete.clone()}
                aria-invalid={props.problem.is_some().then_some("true")}
                aria-describedby={message.clone()}
                {oninput}
                {onchange}
            />
            <span id={message} class={classes!("message", props.problem.is_some().then_some("wrong"))}>
                { message_of(props) }
                if !props.derived.is_empty() { <span class="derived">{ props.derived.clone() }</span> }
                if !props.doubt.is_empty() { <span class="derived doubt">{ props.doubt.clone() }</span> }
            </span>
        </>
    }
}

fn message_of(props: &TypedProps) -> Html {
    match (&props.problem, &props.reading) {
        (Some(problem), _) => html! { problem },
        (None, Some(reading)) => html! { <>{ words::THAT_IS.get(props.lang) }<b>{ reading }</b></> },
        (None, None) => Html::default(),
    }
}

/// Hands the text on once an input method has composed it. The browser is told once where to, not at every drawing.
#[hook]
fn use_composed(field: &NodeRef, on_text: Callback<String>) {
    let field = field.clone();
    let latest = use_mut_ref(Callback::noop);
    *latest.borrow_mut() = on_text;
    use_effect_with((), move |()| {
        let listener = field.get().map(|node| {
            let input = field.clone();
            effects::focus::on_composed(&node, move || {
                if let Some(input) = input.get().and_then(|node| node.dyn_into::<HtmlInputElement>().ok()) {
                    let on_text = latest.borrow().clone();
                    on_text.emit(input.value());
                }
            })
        });
        move || drop(listener)
    });
}
