//! The form: one section a screen on phones, all of them with a list beside on desktops.

use crate::{
    action::Action,
    address::Address,
    draft::key_of,
    effects,
    form::{
        guidance,
        questions::{Question, Section, sections},
        section, standing_line, words,
    },
    result::{levels, missing, scope_line::scope_line},
    shell::heading::heading,
    shell::titles,
    split::use_later,
    standing::assess,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, FactRef, ReadError, SizeClass};

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct FormProps {
    /// The state.
    pub store: Store,
}

/// Draws the page.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let store = &props.store;
    let (model, lang) = (store.model(), store.lang());
    let dossier = model.draft.dossier(model.rules.terms());
    let assessments = assess(&model.draft.scope, &model.rules, &dossier);
    let sections = sections(&model.draft, &assessments, model.rules.terms());
    let size = size(&assessments, lang);
    let told =
        use_later(guidance::load).map(|guidance| (guidance.show)(store, &assessments)).unwrap_or_default();
    use_effect_with(model.refused, |refused| {
        if *refused > 0 {
            effects::focus::reach("mistakes");
        }
    });
    html! {
        <div class="page form">
            <div class="main">
                { standing_line::view(store, &assessments, &told.fewest) }
                { scope_line(store) }
                { heading(words::HEADING.get(lang)) }
                { mistakes(store) }
                // A list of its own, as the questions of a section are.
                <>{ for sections.iter().enumerate().map(|(at, _)| {
                    section::view(store, &dossier, &size, &sections, at)
                }) }</>
                { ending(store) }
            </div>
            <aside>
                { so_far(store, &assessments, &size, told.next) }
                { contents(store, &sections) }
            </aside>
        </div>
    }
}

/// 「当前判断」: where the levels stand.
fn so_far(store: &Store, assessments: &[Assessment<'_, '_>], size: &AttrValue, next: Html) -> Html {
    let lang = store.lang();
    html! {
        <section class="card" aria-labelledby="standing">
            <h2 id="standing">{ words::SO_FAR.get(lang) }</h2>
            <div>{ for assessments.iter().map(|assessment| levels::standing(store, assessment)) }</div>
            if !size.is_empty() { <p class="note">{ size.clone() }</p> }
            { next }
            <p class="actions">
                <a href={Address::Result.href()}>{ words::EACH_CONDITION.get(lang) }</a>
                <a href={Address::Routes(None).href()}>{ titles::name(&Address::Routes(None), lang) }</a>
            </p>
        </section>
    }
}

/// 「划型」, as far as it follows from the answers; empty where it does not.
pub fn size(assessments: &[Assessment<'_, '_>], lang: Lang) -> AttrValue {
    let class: Option<SizeClass> = assessments.iter().find_map(|assessment| assessment.size().class());
    class.map_or_else(AttrValue::default, |class| {
        [words::SIZE_CLASS.get(lang), class.name(lang)].concat().into()
    })
}

/// What cannot be read, after 提交.
fn mistakes(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let misread = if model.refused > 0 { model.draft.misread(model.rules.terms()) } else { Vec::new() };
    if misread.is_empty() {
        return Html::default();
    }
    html! {
        <section id="mistakes" class="notice wrong" role="alert" tabindex="-1" aria-labelledby="mistakes-title">
            <h2 id="mistakes-title">{ words::PLEASE_MEND.get(lang) }</h2>
            <ul>{ for misread.into_iter().map(|(place, error)| mistake(store, place, &error)) }</ul>
        </section>
    }
}

fn mistake(store: &Store, place: FactRef, error: &ReadError) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let name = missing::name_of(&model.rules, place, lang);
    let key = key_of(model.rules.terms(), place);
    let typed = model.draft.text(&key).to_owned();
    html! {
        <li>
            <a href={Address::Form(Some(key)).href()}>{ name }</a>{ words::COLON_QUOTE.get(lang) }
            { typed }{ "” " }{ error.sentence(lang) }
        </li>
    }
}

fn contents(store: &Store, sections: &[Section]) -> Html {
    let lang = store.lang();
    let shown = section::shown(store, sections);
    html! {
        <nav class="card contents" aria-label={words::SECTIONS.get(lang)}>
            <ol>
                { for sections.iter().enumerate().map(|(at, section)| html! {
                    <li class={(section.index == shown).then_some("now")}>
                        <a href={Address::Section(section.index).href()} onclick={section::opening(section.index)}>
                            { section::title(store, section, at) }
                        </a>
                        { progress(store, section) }
                    </li>
                }) }
            </ol>
        </nav>
    }
}

/// Answered questions of a section: `3/5`; a page around is told of them, too.
fn progress(store: &Store, section: &Section) -> Html {
    let model = store.model();
    let answered = |question: &&Question| {
        question
            .places()
            .iter()
            .all(|place| !model.draft.text(&key_of(model.rules.terms(), *place)).trim().is_empty())
    };
    let count = section.questions.iter().filter(answered).count();
    let progress = AttrValue::from(format!("{count}/{}", section.questions.len()));
    html! { <span data-progress={progress.clone()}>{ progress }</span> }
}

fn ending(store: &Store) -> Html {
    let lang = store.lang();
    let submitting = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| submit(&submitting));
    html! {
        <p class="actions ending">
            <button type="button" class="button" data-act="submit" {onclick}>{ words::SUBMIT.get(lang) }</button>
            <a class="button quiet" data-act="review" href={Address::Review.href()}>
                { titles::name(&Address::Review, lang) }
            </a>
            <a class="button quiet" data-act="guided" href={Address::Guided(None).href()}>
                { words::STEP_BY_STEP.get(lang) }
            </a>
            <a class="button quiet" href={Address::File.href()}>{ titles::name(&Address::File, lang) }</a>
            <a class="button quiet" href={Address::Statement.href()}>{ titles::name(&Address::Statement, lang) }</a>
            <span class="note">{ words::WHAT_SUBMITTING_DOES.get(lang) }</span>
        </p>
    }
}

/// 「提交」: refused while something cannot be read.
fn submit(store: &Store) {
    let model = store.model();
    if model.draft.misread(model.rules.terms()).is_empty() {
        effects::address::go(&Address::Submitted);
    } else {
        store.send(Action::Refuse);
    }
}
