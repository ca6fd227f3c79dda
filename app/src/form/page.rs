//! The form: one section a screen on phones, all of them with a list beside on desktops.

use crate::{
    action::Action,
    address::Address,
    draft::key_of,
    effects,
    form::{
        guidance,
        questions::{Question, Section, sections},
        section, standing_line,
    },
    result::{levels, missing, scope_line::scope_line},
    shell::heading::heading,
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
                { heading(lang.pick("自测填报", "Fill in the self-test")) }
                { mistakes(store) }
                // A list of its own, as the questions of a section are.
                <>{ for sections.iter().enumerate().map(|(at, _)| section::view(store, &dossier, &size, &sections, at)) }</>
                { ending(store) }
            </div>
            <aside>
                <section class="card" aria-labelledby="standing">
                    <h2 id="standing">{ lang.pick("当前判断", "Result so far") }</h2>
                    <div>{ for assessments.iter().map(|assessment| levels::standing(store, assessment)) }</div>
                    if !size.is_empty() { <p class="note">{ size.clone() }</p> }
                    { told.next }
                    <p class="actions">
                        <a href={Address::Result.href()}>{ lang.pick("查看逐条判断", "See condition by condition") }</a>
                        <a href={Address::Routes(None).href()}>{ lang.pick("差距与路径", "Gaps and routes") }</a>
                    </p>
                </section>
                { contents(store, &sections) }
            </aside>
        </div>
    }
}

/// 「划型」, as far as it follows from the answers; empty where it does not.
pub fn size(assessments: &[Assessment<'_, '_>], lang: Lang) -> AttrValue {
    let class: Option<SizeClass> = assessments.iter().find_map(|assessment| assessment.size().class());
    class.map_or_else(AttrValue::default, |class| {
        [lang.pick("划型：", "Size class: "), class.name(lang)].concat().into()
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
            <h2 id="mistakes-title">{ lang.pick("以下内容填写有误，请更正后再提交", "These answers cannot be read; please mend them") }</h2>
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
        <li><a href={Address::Form(Some(key)).href()}>{ name }</a>{ lang.pick("：“", ": “") }{ typed }{ "” " }{ error.sentence(lang) }</li>
    }
}

fn contents(store: &Store, sections: &[Section]) -> Html {
    let lang = store.lang();
    let shown = section::shown(store, sections);
    html! {
        <nav class="card contents" aria-label={lang.pick("各节", "Sections")}>
            <ol>
                { for sections.iter().enumerate().map(|(at, section)| html! {
                    <li class={(section.index == shown).then_some("now")}>
                        <a href={Address::Section(section.index).href()} onclick={section::opening(section.index)}>{ section::title(store, section, at) }</a>
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
            <button type="button" class="button" data-act="submit" {onclick}>{ lang.pick("提交并查看结果", "Submit and see the result") }</button>
            <a class="button quiet" data-act="review" href={Address::Review.href()}>{ lang.pick("核对填写内容", "Check the answers") }</a>
            <a class="button quiet" data-act="guided" href={Address::Guided(None).href()}>{ lang.pick("改用引导填写", "Step by step") }</a>
            <a class="button quiet" href={Address::File.href()}>{ lang.pick("填报文件", "Dossier file") }</a>
            <a class="button quiet" href={Address::Statement.href()}>{ lang.pick("从财务报表导入", "From yearly statements") }</a>
            <span class="note">{ lang.pick("提交后在本机生成结果，存入“自测结果查询”，不上传", "Submitting makes the result on this device and keeps it under “Past tests”") }</span>
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
