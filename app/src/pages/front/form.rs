//! The form: one section a screen on phones, all of them with a list beside on desktops.

use crate::{
    action::Action,
    app::Store,
    derived::derived,
    draft::{is_typed, key_of},
    effects,
    fields::Field,
    model::Storage,
    pages::heading,
    questions::{Question, Section, sections},
    report::{self, levels},
    route::Route,
    standing::assess,
    words::{Lang, ordinal},
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Dossier, FactRef, ReadError, SizeClass};

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
    use_effect_with(model.refused, |refused| {
        if *refused > 0 {
            effects::focus("mistakes");
        }
    });
    html! {
        <div class="page form">
            <div class="main">
                { report::scope_line(store) }
                { heading(lang.pick("填写自测", "Fill in the self-test")) }
                { mistakes(store) }
                { for sections.iter().enumerate().map(|(at, _)| section(store, &dossier, &sections, at)) }
                { ending(store) }
            </div>
            <aside>
                <section class="card" aria-labelledby="standing">
                    <h2 id="standing">{ lang.pick("按目前填写", "As filled in") }</h2>
                    <div role="status">{ for assessments.iter().map(|assessment| levels::standing(store, assessment)) }</div>
                    { size(&assessments, lang) }
                    { report::next_questions(store, &assessments) }
                    <p><a href={Route::Result.href()}>{ lang.pick("查看逐条判断", "See condition by condition") }</a></p>
                    <p><a href={Route::Routes(None).href()}>{ lang.pick("差距与路径", "Gaps and routes") }</a></p>
                </section>
                { contents(store, &sections) }
            </aside>
        </div>
    }
}

/// 「划型」, as far as it follows from the answers.
fn size(assessments: &[Assessment<'_, '_>], lang: Lang) -> Html {
    let class: Option<SizeClass> = assessments.iter().find_map(|assessment| assessment.size().class());
    class.map_or_else(
        Html::default,
        |class| html! { <p class="note">{ lang.pick("划型：", "Size class: ") }{ class.name(lang) }</p> },
    )
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
            <h2 id="mistakes-title">{ lang.pick("有几处看不懂，请改正后再提交", "Some answers cannot be read; please mend them") }</h2>
            <ul>{ for misread.into_iter().map(|(place, error)| mistake(store, place, &error)) }</ul>
        </section>
    }
}

fn mistake(store: &Store, place: FactRef, error: &ReadError) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let name = report::name_of(&model.rules, place, lang);
    let key = key_of(model.rules.terms(), place);
    let typed = model.draft.text(&key).to_owned();
    html! {
        <li><a href={Route::Form(Some(key)).href()}>{ name }</a>{ lang.pick("：“", ": “") }{ typed }{ "” " }{ error.sentence(lang) }</li>
    }
}

fn section(store: &Store, dossier: &Dossier, sections: &[Section], at: usize) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let Some(section) = sections.get(at) else { return Html::default() };
    let title = section_title(store, section, at);
    let shown = section.index == shown(store, sections);
    let id = format!("section-{}", section.index);
    html! {
        <section key={section.index} class={classes!("section", "card", shown.then_some("shown"))} aria-labelledby={id.clone()}>
            <h2 {id} tabindex="-1">{ title }</h2>
            { for section.questions.iter().map(|question| field(store, dossier, question)) }
            { turning(sections, at, lang, store) }
            if model.storage == Storage::Browser {
                <p class="note saved">{ lang.pick("已随时暂存在本机的浏览器里", "Kept in this browser as you type") }</p>
            }
        </section>
    }
}

/// The section shown on a phone: the one that was opened, or the first.
fn shown(store: &Store, sections: &[Section]) -> usize {
    let opened = store.model().section;
    let there = sections.iter().any(|section| section.index == opened);
    if there { opened } else { sections.first().map_or(0, |section| section.index) }
}

fn section_title(store: &Store, section: &Section, at: usize) -> String {
    let lang = store.lang();
    let title =
        store.model().rules.terms().sections().get(section.index).map_or("", |doc| doc.title.get(lang));
    format!("{}{title}", ordinal(at + 1, lang))
}

fn field(store: &Store, dossier: &Dossier, question: &Question) -> Html {
    let model = store.model();
    let terms = model.rules.terms();
    let texts: Vec<AttrValue> = question
        .places()
        .into_iter()
        .map(|place| model.draft.text(&key_of(terms, place)).to_owned().into())
        .collect();
    let follows = |place| derived(dossier, terms, place, store.lang()).into();
    let derived: Vec<AttrValue> = question.places().into_iter().map(follows).collect();
    let asks_district = terms.id(question.fact) == "district";
    let city = if asks_district { model.draft.text("city").to_owned() } else { String::new() };
    let checked = model.refused > 0 && terms.term(question.fact).is_some_and(|term| is_typed(term.kind()));
    html! {
        <Field
            key={terms.id(question.fact).to_owned()}
            rules={model.rules.clone()}
            question={question.clone()}
            {texts}
            {derived}
            last_year={model.draft.scope.as_of.year().saturating_sub(1)}
            {city}
            {checked}
            lang={store.lang()}
            send={store.sender()}
        />
    }
}

/// Buttons to the sections before and after; shown on phones.
fn turning(sections: &[Section], at: usize, lang: Lang, store: &Store) -> Html {
    let turn = |to: Option<&Section>, name: &'static str, class: &'static str| {
        to.map(|section| html! {
            <button type="button" class={classes!("button", class)} onclick={opening(store, section.index)}>{ name }</button>
        })
    };
    let before = at.checked_sub(1).and_then(|at| sections.get(at));
    html! {
        <p class="turning">
            { for turn(before, lang.pick("上一节", "Back"), "quiet") }
            { for turn(sections.get(at + 1), lang.pick("下一节", "Next"), "") }
        </p>
    }
}

fn opening(store: &Store, index: usize) -> Callback<MouseEvent> {
    let open = store.on::<()>(Action::OpenSection(index));
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        open.emit(());
        effects::focus(&format!("section-{index}"));
    })
}

fn contents(store: &Store, sections: &[Section]) -> Html {
    let lang = store.lang();
    let shown = shown(store, sections);
    html! {
        <nav class="card contents" aria-label={lang.pick("各节", "Sections")}>
            <ol>
                { for sections.iter().enumerate().map(|(at, section)| html! {
                    <li class={(section.index == shown).then_some("now")}>
                        <a href={Route::Form(None).href()} onclick={opening(store, section.index)}>{ section_title(store, section, at) }</a>
                        <span>{ progress(store, section) }</span>
                    </li>
                }) }
            </ol>
        </nav>
    }
}

/// Answered questions of a section: `3/5`.
fn progress(store: &Store, section: &Section) -> String {
    let model = store.model();
    let answered = |question: &&Question| {
        question
            .places()
            .iter()
            .all(|place| !model.draft.text(&key_of(model.rules.terms(), *place)).trim().is_empty())
    };
    format!("{}/{}", section.questions.iter().filter(answered).count(), section.questions.len())
}

fn ending(store: &Store) -> Html {
    let lang = store.lang();
    let submitting = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| submit(&submitting));
    html! {
        <p class="actions ending">
            <button type="button" class="button" {onclick}>{ lang.pick("提交并查看结果", "Submit and see the result") }</button>
            <a class="button quiet" href={Route::File.href()}>{ lang.pick("档案文件", "Dossier file") }</a>
            <span class="note">{ lang.pick("提交只在本机生成结果并存入“自测结果查询”", "Submitting makes the result on this device and keeps it under “Past tests”") }</span>
        </p>
    }
}

/// 「提交」: refused while something cannot be read.
fn submit(store: &Store) {
    let model = store.model();
    if model.draft.misread(model.rules.terms()).is_empty() {
        effects::go(&Route::Submitted);
    } else {
        store.send(Action::Refuse);
    }
}
