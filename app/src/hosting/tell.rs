//! 「将结论发送给所在网站」: shows a host's page what a verdict is, if the person wants that, and nothing else.

use crate::{
    effects::surroundings,
    hosting::{surroundings::use_surroundings, words},
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Truth};
use zjtx_wire::embed::{FromFrame, State};

/// Draws the step below a result, where a host listens.
pub fn view(store: &Store, assessments: &[Assessment<'_, '_>]) -> Html {
    let messages: Vec<String> = assessments.iter().filter_map(message).collect();
    html! { <Tell lang={store.lang()} {messages} /> }
}

/// The very text that is passed on.
fn message(assessment: &Assessment<'_, '_>) -> Option<String> {
    let pack = assessment.pack();
    let state = match assessment.verdict() {
        Truth::Met => State::Met,
        Truth::Unmet => State::Unmet,
        Truth::Undetermined => State::Undetermined,
    };
    let pack_version = format!("{}@{}", pack.id(), pack.revision());
    serde_json::to_string(&FromFrame::Verdict { scheme: pack.scheme().to_owned(), state, pack_version }).ok()
}

/// Properties of the step.
#[derive(Clone, PartialEq, Properties)]
struct TellProps {
    lang: Lang,
    messages: Vec<String>,
}

#[component]
fn Tell(props: &TellProps) -> Html {
    use_surroundings();
    let told = use_state(Vec::new);
    let (lang, messages) = (props.lang, &props.messages);
    if !surroundings::is_hosted() || messages.is_empty() {
        return Html::default();
    }
    let (telling, set) = (messages.clone(), told.setter());
    let onclick = Callback::from(move |_: MouseEvent| {
        telling.iter().for_each(|message| surroundings::tell(message));
        set.set(telling.clone());
    });
    html! {
        <section class="card screen-only" aria-labelledby="tell">
            <h2 id="tell">{ words::TELL_THE_PAGE_AROUND.get(lang) }</h2>
            <p>{ words::THIS_PAGE_STANDS_INSIDE.get(lang) }</p>
            { for messages.iter().map(|message| html! { <pre class="bytes" tabindex="0">{ message }</pre> }) }
            <p role="status">{ if *told == *messages { status(lang, messages.len()) } else { String::new() } }</p>
            <p><button type="button" class="button quiet" {onclick}>{ words::TELL_IT.get(lang) }</button></p>
        </section>
    }
}

fn status(lang: Lang, count: usize) -> String {
    words::the_page_around_was(lang, count)
}
