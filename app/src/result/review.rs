//! 「核对填写内容」: every answer with the way to change it, before 提交.

use crate::{
    address::Address,
    draft::{is_typed, key_of},
    effects,
    form::questions::{Section, sections},
    records::comparison::answer_words,
    result::{missing::name_of, scope_line::scope_line},
    shell::heading::heading,
    standing::assess,
    store::Store,
    words::{Lang, Words},
};
use yew::prelude::*;
use zjtx_evaluator::FactRef;

const TITLE: Words = Words::new("核对填写内容", "Check the answers");
const LEAD: Words = Words::new(
    "请逐项核对，有误的点“改”。提交后在本机生成结果，存入“自测结果查询”，不上传。",
    "Please check each answer; press “Change” where one is wrong. Submitting makes the result on this device and keeps it under “Past tests”; nothing is uploaded.",
);
const NOTHING: Words = Words::new("尚未填写任何内容。", "Nothing is filled in yet.");
const CHANGE: Words = Words::new("改", "Change");
const SUBMIT: Words = Words::new("提交并查看结果", "Submit and see the result");
const GO_ON: Words = Words::new("继续填写", "Go on filling in");
const MISTAKES: Words = Words::new(
    "标红的内容填写有误，请更正后再提交。",
    "Answers in red cannot be read; please mend them before submitting.",
);

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let terms = model.rules.terms();
    let dossier = model.draft.dossier(terms);
    let assessments = assess(&model.draft.scope, &model.rules, &dossier);
    let sections = sections(&model.draft, &assessments, terms);
    let misread: Vec<FactRef> = model.draft.misread(terms).into_iter().map(|(place, _)| place).collect();
    html! {
        <div class="page narrow">
            { scope_line(store) }
            { heading(TITLE.get(lang)) }
            <p>{ LEAD.get(lang) }</p>
            if !misread.is_empty() { <p class="notice wrong" role="alert">{ MISTAKES.get(lang) }</p> }
            if model.draft.answered() == 0 { <p class="notice">{ NOTHING.get(lang) }</p> }
            { for sections.iter().map(|section| self::section(store, section, &misread)) }
            <p class="actions">
                if misread.is_empty() {
                    <button type="button" class="button" data-act="submit" onclick={|_| effects::address::go(&Address::Submitted)}>
                        { SUBMIT.get(lang) }
                    </button>
                }
                <a class="button quiet" data-act="resume" href={Address::Form(None).href()}>{ GO_ON.get(lang) }</a>
            </p>
        </div>
    }
}

/// The answers of a section; nothing where there are none.
fn section(store: &Store, section: &Section, misread: &[FactRef]) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let terms = model.rules.terms();
    let places = section.questions.iter().flat_map(|question| question.places());
    let is_answered = |place: &FactRef| !model.draft.text(&key_of(terms, *place)).trim().is_empty();
    let answered: Vec<FactRef> = places.filter(is_answered).collect();
    if answered.is_empty() {
        return Html::default();
    }
    let title = terms.sections().get(section.index).map_or("", |doc| doc.title.get(lang)).to_owned();
    html! {
        <section class="card review">
            <h2>{ title }</h2>
            <dl>{ for answered.into_iter().map(|place| answer(store, place, misread.contains(&place))) }</dl>
        </section>
    }
}

fn answer(store: &Store, place: FactRef, is_misread: bool) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let terms = model.rules.terms();
    let key = key_of(terms, place);
    let text = model.draft.text(&key);
    let mut words = answer_words(terms, &key, text, lang);
    if let Some(term) = terms.term(place.fact).filter(|term| is_typed(term.kind()) && words == text.trim()) {
        words.push_str(term.suffix("", lang));
    }
    let name = name_of(&model.rules, place, lang);
    html! {
        <div class={is_misread.then_some("wrong")}>
            <dt>{ name.clone() }</dt>
            <dd>{ words }</dd>
            { edit(&key, &name, lang) }
        </div>
    }
}

/// 「改」: the way to a question.
pub fn edit(key: &str, name: &str, lang: Lang) -> Html {
    let act = format!("edit-{key}");
    html! {
        <dd class="edit screen-only">
            <a data-act={act} href={Address::Form(Some(key.to_owned())).href()} aria-label={format!("{} {name}", CHANGE.get(lang))}>
                { CHANGE.get(lang) }
            </a>
        </dd>
    }
}
