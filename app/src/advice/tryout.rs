//! 「试算」: levers that are moved, and what comes of it at once.

use crate::{
    action::Action,
    advice::{
        ground::{Ground, TryoutProps},
        handle::HandleField,
        later::{self, LaterLevel, Ruling},
        levers::{self, Handle},
        outlook, standing, tools,
        trial::{Attempt, Outlook},
        words,
    },
    draft::{Draft, key_of},
    rulebook::Rules,
};
use std::rc::Rc;
use yew::prelude::*;

/// Draws the section.
#[component]
pub fn Tryout(props: &TryoutProps) -> Html {
    let TryoutProps { store, draft, trial, dispatch } = props;
    let (rules, lang) = (&store.model().rules, store.lang());
    let ground = use_memo((Rc::clone(draft), rules.clone(), trial.outlook), |(draft, rules, outlook)| {
        ground(draft, rules, *outlook)
    });
    let answer = use_callback(dispatch.clone(), |action, dispatch| {
        if let Action::Answer { key, text } = action {
            dispatch.dispatch(Attempt::Try(key, text));
        }
    });
    let tried = trial.applied(&ground.draft);
    let levels = levels(draft, &ground.draft, rules, trial.outlook);
    let field = |handle: &Handle| -> Html {
        let key = key_of(rules.terms(), handle.place);
        html! {
            <HandleField
                key={key.clone()}
                rules={rules.clone()}
                handle={*handle}
                text={tried.text(&key).to_owned()}
                own={ground.draft.text(&key).to_owned()}
                as_of={ground.draft.scope.as_of}
                outlook={trial.outlook}
                {lang}
                send={answer.clone()}
            />
        }
    };
    let (named, other): (Vec<&Handle>, Vec<&Handle>) = ground.handles.iter().partition(|handle| handle.named);
    let others = html! {
        if !other.is_empty() {
            <details class="card">
                <summary>{ words::others_to_try(lang, other.len()) }</summary>
                { for other.into_iter().map(field) }
            </details>
        }
    };
    html! {
        <section class="tryout" aria-labelledby="tryout">
            <h2 id="tryout" tabindex="-1">{ words::TRY_IT_OUT.get(lang) }</h2>
            { outlook::choice(props) }
            { outlook::introduction(props, &ground, &levels) }
            <div class="page form">
                { standing::view(store, draft, &tried, trial, &levels) }
                <div class="main">
                    { tools::view(props, &ground) }
                    <div class="card">{ for named.into_iter().map(field) }</div>
                    { others }
                </div>
            </div>
        </section>
    }
}

fn ground(draft: &Rc<Draft>, rules: &Rules, outlook: Outlook) -> Ground {
    let later = match outlook {
        Outlook::Whenever => None,
        Outlook::NextYear => later::years_later(draft, rules.terms(), 1),
    };
    match later {
        None => Ground { draft: draft.as_ref().clone(), handles: levers::whenever(draft, rules) },
        Some(later) => {
            let levels = later::levels(draft, &later, rules);
            let handles = levers::next_year(&later, &levels, draft.scope.as_of.year(), rules);
            Ground { draft: later, handles }
        }
    }
}

/// The levels with the packs that judge what is tried.
fn levels<'r>(draft: &Draft, ground: &Draft, rules: &'r Rules, outlook: Outlook) -> Vec<LaterLevel<'r>> {
    match outlook {
        Outlook::NextYear => later::levels(draft, ground, rules),
        Outlook::Whenever => {
            let packs = draft.scope.packs(rules).into_iter();
            packs.map(|pack| LaterLevel { pack, ruling: Ruling::Same }).collect()
        }
    }
}
