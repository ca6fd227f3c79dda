//! What can be done with what is tried: begin with the year before, take it back, make it a plan.

use crate::advice::{
    ground::{Ground, TryoutProps},
    later,
    plan::Plan,
    trial::{Attempt, Outlook},
    words,
};
use std::rc::Rc;
use yew::prelude::*;

/// Reset, a start for the plan, and the plan itself.
pub fn view(props: &TryoutProps, ground: &Rc<Ground>) -> Html {
    let lang = props.store.lang();
    let dispatch = props.dispatch.clone();
    let reset = Callback::from(move |_: MouseEvent| dispatch.dispatch(Attempt::Reset));
    let untouched = props.trial.answers().is_empty();
    html! {
        <p class="actions">
            if props.trial.outlook == Outlook::NextYear { { fill(props, ground) } }
            <button type="button" class="button quiet" disabled={untouched} onclick={reset}>
                { words::RESET.get(lang) }
            </button>
            <button type="button" class="button quiet" disabled={untouched} onclick={planning(props, ground)}>
                { words::MAKE_IT_A_PLAN.get(lang) }
            </button>
            <span class="note">{ words::WHAT_IS_TRIED_STAYS.get(lang) }</span>
        </p>
    }
}

/// Begins the plan with the figures of the year before.
fn fill(props: &TryoutProps, ground: &Rc<Ground>) -> Html {
    let lang = props.store.lang();
    let (dispatch, ground, rules) =
        (props.dispatch.clone(), Rc::clone(ground), props.store.model().rules.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let places = ground.handles.iter().map(|handle| handle.place);
        let answers = later::as_the_year_before(&ground.draft, rules.terms(), places);
        dispatch.dispatch(Attempt::Fill(answers));
    });
    html! { <button type="button" class="button" {onclick}>{ words::BEGIN_WITH_THE_YEAR.get(lang) }</button> }
}

/// Makes a form of its own of what is tried, and opens it.
fn planning(props: &TryoutProps, ground: &Rc<Ground>) -> Callback<MouseEvent> {
    let (props, ground) = (props.clone(), Rc::clone(ground));
    Callback::from(move |_| {
        let (rules, answers) = (&props.store.model().rules, props.trial.answers());
        let plan = match props.trial.outlook {
            Outlook::Whenever => later::plan(&props.draft, answers, rules.terms()),
            Outlook::NextYear => Some(later::plan_of(&ground.draft, answers)),
        };
        if let Some(plan) = plan {
            props.store.send(Plan(plan).into());
        }
    })
}
