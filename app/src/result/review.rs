//! 「核对填写内容」: every answer with the way to change it, before 提交.

use crate::{
    address::Address,
    draft::{is_typed, key_of},
    effects,
    form::questions::{Section, sections},
    records::comparison::answer_words,
    result::{missing::name_of, scope_line::scope_line, words},
    shell::{heading::heading, titles},
    standing::assess,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::FactRef;

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
            { heading(titles::name(&Address::Review, lang)) }
            <p>{ words::REVIEW_LEAD.get(lang) }</p>
            if !misread.is_empty() { <p class="notice wrong" role="alert">{ words::MISTAKES.get(lang) }</p> }
            if model.draft.answered() == 0 { <p class="notice">{ words::NOTHING_YET.get(lang) }</p> }
            { for sections.iter().map(|section| self::section(store, section, &misread)) }
            <p class="actions">
                if misread.is_empty() {
                    <button type="button" class="button" data-act="submit"
                        onclick={|_| effects::address::go(&Address::Submitted)}>
                        { words::SUBMIT.get(lang) }
                    </button>
                }
                <a class="button quiet" data-act="resume" href={Address::Form(None).href()}>
                    { words::GO_ON_FILLING.get(lang) }
                </a>
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
    let mut shown = answer_words(terms, &key, text, lang);
    if let Some(term) = terms.term(place.fact).filter(|term| is_typed(term.kind()) && shown == text.trim()) {
        shown.push_str(term.suffix("", lang));
    }
    let name = name_of(&model.rules, place, lang);
    html! {
        <div class={is_misread.then_some("wrong")}>
            <dt>{ name.clone() }</dt>
            <dd>{ shown }</dd>
            { edit(&key, &name, lang) }
        </div>
    }
}

/// 「改」: the way to a question.
pub fn edit(key: &str, name: &str, lang: Lang) -> Html {
    let act = format!("edit-{key}");
    html! {
        <dd class="edit screen-only">
            <a data-act={act} href={Address::Form(Some(key.to_owned())).href()}
                aria-label={format!("{} {name}", words::CHANGE_ANSWER.get(lang))}>
                { words::CHANGE_ANSWER.get(lang) }
            </a>
        </dd>
    }
}
