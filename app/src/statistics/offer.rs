//! 「匿名计入本区统计」: asks, shows the bytes that would be sent, sends them when told to, and says what
//! came of it. Nothing is requested from the endpoint before the first press. The step comes with the part of
//! advice, once the result is drawn.

use crate::{
    draft::Draft,
    effects::network,
    split::{split, use_later},
    statistics::{
        count::{self, Fate, Judged},
        preview::Preview,
        sending::{Told, Wait},
        step::Step,
        words,
    },
    store::Store,
    words::Lang,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use zjtx_evaluator::{Assessment, FactKind};

/// Draws the step below a result, where the site has an endpoint and the result a verdict.
pub fn view(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> Html {
    let judged = count::judged(assessments);
    let terms = store.model().rules.terms();
    let place =
        |kind| terms.of_kind(kind).map(|fact| draft.text(terms.id(fact)).to_owned()).unwrap_or_default();
    let places = [FactKind::District, FactKind::City].map(place);
    match network::endpoint() {
        Some(endpoint) if !judged.is_empty() => {
            html! { <Later store={store.clone()} {endpoint} {judged} {places} /> }
        }
        _ => Html::default(),
    }
}

/// Properties of the step.
#[derive(Clone, PartialEq, Properties)]
pub struct ContributeProps {
    store: Store,
    endpoint: String,
    judged: Vec<Judged>,
    /// Codes of district and city, as the form has them.
    places: [String; 2],
}

split! {
    advice,
    /// The step itself.
    fn load() -> fn(&ContributeProps) -> Html { contribute }
}

fn contribute(props: &ContributeProps) -> Html {
    html! { <Contribute ..props.clone() /> }
}

/// Draws the step once it is there.
#[component]
fn Later(props: &ContributeProps) -> Html {
    use_later(load).map_or_else(Html::default, |draw| draw(props))
}

#[component]
fn Contribute(props: &ContributeProps) -> Html {
    let step = use_state(|| Step::Offered);
    let (lang, endpoint) = (props.store.lang(), &props.endpoint);
    let content = match &*step {
        Step::Offered => offer(props, step.setter()),
        Step::Asking => working(words::ASKING_FOR_THE_RUNNING.get(lang).to_owned()),
        Step::Silent => html! { <>{ silent(lang) }{ offer(props, step.setter()) }</> },
        Step::Shown(preview) => preview.view(&props.store, endpoint, step.setter()),
        Step::Sending(wait) => {
            working(wait.map_or_else(|| words::SENDING.get(lang).to_owned(), |wait| waiting(wait, lang)))
        }
        Step::Told(fates, preview) => told(lang, fates, preview, endpoint, step.setter()),
    };
    html! {
        <section class="card screen-only" aria-labelledby="contribute">
            <h2 id="contribute">{ words::BE_COUNTED_ANONYMOUSLY.get(lang) }</h2>
            { content }
        </section>
    }
}

fn offer(props: &ContributeProps, step: UseStateSetter<Step>) -> Html {
    let lang = props.store.lang();
    let asked = props.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let (ContributeProps { endpoint, judged, places, .. }, step) = (asked.clone(), step.clone());
        step.set(Step::Asking);
        spawn_local(async move {
            let preview = Preview::ask(&endpoint, &judged, &places).await;
            step.set(preview.map_or(Step::Silent, Step::Shown));
        });
    });
    html! {
        <>
            <p>{ words::YOU_MAY_HAVE_THE.get(lang) }</p>
            <p>
                <button type="button" class="button quiet" {onclick}>
                    { words::BE_COUNTED_ANONYMOUSLY.get(lang) }
                </button>
            </p>
        </>
    }
}

fn working(text: String) -> Html {
    html! { <p role="status">{ text }</p> }
}

/// Why it waits, and when it goes on by itself.
fn waiting(wait: Wait, lang: Lang) -> String {
    let after = words::after(lang, i64::from(wait.milliseconds).div_euclid(1_000) + 1);
    if wait.is_crowded { words::many_send(lang, after) } else { words::no_answer_yet(lang, after) }
}

fn silent(lang: Lang) -> Html {
    html! {
        <p class="notice warn" role="alert">{ words::THE_STATISTICS_ENDPOINT_DID.get(lang) }</p>
    }
}

fn told(lang: Lang, fates: &[Told], preview: &Preview, endpoint: &str, step: UseStateSetter<Step>) -> Html {
    let is_open = fates.iter().any(|told| matches!(told.fate, Fate::Later(_) | Fate::Early));
    html! {
        <>
            <ul class="plain" role="status">
                { for fates.iter().map(|told| html! {
                    <li>
                        { preview.level_name(&told.level, lang) }{ words::COLON.get(lang) }
                        { fate_text(told.fate, lang) }
                    </li>
                }) }
            </ul>
            if is_open {
                <p>
                    <button type="button" class="button quiet" onclick={preview.send(endpoint, &step)}>
                        { words::SEND_AGAIN.get(lang) }
                    </button>
                </p>
            }
        </>
    }
}

fn fate_text(fate: Fate, lang: Lang) -> String {
    let text = match fate {
        Fate::Counted => words::COUNTED_THANK_YOU_IT,
        Fate::Closed => words::THAT_WEEK_IS_CLOSED,
        Fate::Early => words::THAT_WEEK_HAS_NOT,
        Fate::Refused => words::THE_ENDPOINT_DID_NOT,
        Fate::Later(Some(seconds)) if seconds > 0 => {
            let after = words::after(lang, i64::from(seconds));
            return words::not_now(lang, after);
        }
        Fate::Later(_) => words::IT_DID_NOT_GET,
    };
    text.get(lang).to_owned()
}
