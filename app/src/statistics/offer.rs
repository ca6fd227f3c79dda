//! 「匿名计入本区统计」: asks, shows the bytes that would be sent, sends them when told to, and says what
//! came of it. Nothing is requested from the endpoint before the first press.

use crate::{
    draft::Draft,
    effects::network,
    statistics::{
        count::{self, Count, Fate},
        preview::Preview,
        step::{Step, level_name},
    },
    store::Store,
    words::Lang,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use zjtx_evaluator::Assessment;
use zjtx_wire::{District, Level};

/// Draws the step below a result, where the site has an endpoint and the result a count.
pub fn view(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> Html {
    let counts = count::counts(assessments);
    let district = District::from_code(draft.text("district")).unwrap_or(District::NotStated);
    match network::endpoint() {
        Some(endpoint) if !counts.is_empty() => {
            html! { <Contribute store={store.clone()} {endpoint} {counts} {district} /> }
        }
        _ => Html::default(),
    }
}

/// Properties of the step.
#[derive(Clone, PartialEq, Properties)]
struct ContributeProps {
    store: Store,
    endpoint: String,
    counts: Vec<Count>,
    /// As the form has it.
    district: District,
}

#[component]
fn Contribute(props: &ContributeProps) -> Html {
    let step = use_state(|| Step::Offered);
    let (lang, endpoint) = (props.store.lang(), &props.endpoint);
    let content = match &*step {
        Step::Offered => offer(props, step.setter()),
        Step::Asking => working(lang.pick("正在取得统计周期……", "Asking for the running week …")),
        Step::Silent => html! { <>{ silent(lang) }{ offer(props, step.setter()) }</> },
        Step::Shown(preview) => preview.view(&props.store, endpoint, step.setter()),
        Step::Sending => working(lang.pick("正在发送……", "Sending …")),
        Step::Told(fates, preview) => told(lang, fates, preview, endpoint, step.setter()),
    };
    html! {
        <section class="card screen-only" aria-labelledby="contribute">
            <h2 id="contribute">{ lang.pick("匿名计入本区统计", "Be counted anonymously") }</h2>
            { content }
        </section>
    }
}

fn offer(props: &ContributeProps, step: UseStateSetter<Step>) -> Html {
    let lang = props.store.lang();
    let asked = props.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let (ContributeProps { endpoint, counts, district, .. }, step) = (asked.clone(), step.clone());
        step.set(Step::Asking);
        spawn_local(async move {
            let preview = Preview::ask(&endpoint, &counts, district).await;
            step.set(preview.map_or(Step::Silent, Step::Shown));
        });
    });
    html! {
        <>
            <p>{ lang.pick(
                "可以把上面的结论匿名计入所在区的统计，供区、市主管部门了解总体情况。计入与否由您决定，不影响自测。按下按钮后，先向统计接口询问本周的编号，再逐字显示将要发送的内容；您确认后才发送。",
                "You may have the verdicts above counted in your district's statistics. It is up to you and changes nothing here. The button first asks the endpoint which week it is, then shows the bytes that would be sent; they are sent only when you say so.",
            ) }</p>
            <p><button type="button" class="button quiet" {onclick}>{ lang.pick("匿名计入本区统计", "Be counted anonymously") }</button></p>
        </>
    }
}

fn working(text: &'static str) -> Html {
    html! { <p role="status">{ text }</p> }
}

fn silent(lang: Lang) -> Html {
    html! {
        <p class="notice warn" role="alert">{ lang.pick(
            "统计接口没有应答，什么也没有发送。请稍后再试。",
            "The statistics endpoint did not answer. Nothing was sent. Please try again later.",
        ) }</p>
    }
}

fn told(
    lang: Lang,
    fates: &[(Level, Fate)],
    preview: &Preview,
    endpoint: &str,
    step: UseStateSetter<Step>,
) -> Html {
    let is_open = fates.iter().any(|(_, fate)| matches!(fate, Fate::Later(_)));
    html! {
        <>
            <ul class="plain" role="status">
                { for fates.iter().map(|(level, fate)| html! { <li>{ level_name(*level, lang) }{ lang.pick("：", ": ") }{ fate_text(*fate, lang) }</li> }) }
            </ul>
            if is_open {
                <p><button type="button" class="button quiet" onclick={preview.send(endpoint, &step)}>{ lang.pick("再发一次", "Send again") }</button></p>
            }
        </>
    }
}

const fn fate_text(fate: Fate, lang: Lang) -> &'static str {
    match fate {
        Fate::Counted => lang.pick(
            "已计入，谢谢。本周不会再次计入。",
            "counted, thank you. It will not be counted again this week.",
        ),
        Fate::Closed => {
            lang.pick("这一周的统计已经结束，未再发送。", "that week is closed; it is not sent again.")
        }
        Fate::Refused => {
            lang.pick("统计接口没有接受，未计入。", "the endpoint did not take it; it is not counted.")
        }
        Fate::Later(_) => lang.pick(
            "暂时没有送达，可稍后再发；重复发送只计一次。",
            "it did not get through for now. Sent again, it still counts once.",
        ),
    }
}
