//! A section of the form: its questions, the ways to its neighbours, and 「清空本节」.

use crate::{
    action::Action,
    address::Address,
    draft::{UNSURE, is_typed, key_of},
    effects,
    fields::field::Field,
    form::{
        derived::derived,
        doubted::{self, Doubted},
        questions::{Question, Section},
        sizing::Sizing,
        words,
    },
    model::{Storage, Sweep},
    store::Store,
    words::{Lang, ordinal},
};
use yew::prelude::*;
use zjtx_evaluator::{Dossier, FactKind, FactRef};

/// Draws one of the sections.
pub fn view(store: &Store, dossier: &Dossier, size: &AttrValue, sections: &[Section], at: usize) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let Some(section) = sections.get(at) else { return Html::default() };
    let title = title(store, section, at);
    let shown = section.index == shown(store, sections);
    let id = heading_id(section.index);
    html! {
        <section key={section.index} class={classes!("section", "card", shown.then_some("shown"))}
            aria-labelledby={id.clone()}>
            <h2 {id} tabindex="-1">{ title }</h2>
            // A list of its own, whole with keys: among nodes without keys, one question more makes all the
            // others anew.
            <>{ for section.questions.iter().map(|question| field(store, dossier, size, question)) }</>
            { turning(sections, at, lang) }
            <p class="note saved">
                if model.storage == Storage::Browser { { words::KEPT_AS_YOU_TYPE.get(lang) } }
                { clearing(store, section) }
            </p>
        </section>
    }
}

/// Id of the heading of a section, by its position in the vocabulary's sections.
pub fn heading_id(index: usize) -> String {
    format!("section-{index}")
}

/// The section shown on a phone: the one that was opened, or the first.
pub fn shown(store: &Store, sections: &[Section]) -> usize {
    let opened = store.model().section;
    let there = sections.iter().any(|section| section.index == opened);
    if there { opened } else { sections.first().map_or(0, |section| section.index) }
}

/// Its title behind its number.
pub fn title(store: &Store, section: &Section, at: usize) -> String {
    let lang = store.lang();
    let title =
        store.model().rules.terms().sections().get(section.index).map_or("", |doc| doc.title.get(lang));
    format!("{}{title}", ordinal(at + 1, lang))
}

/// A question with its answers.
pub fn field(store: &Store, dossier: &Dossier, size: &AttrValue, question: &Question) -> Html {
    let model = store.model();
    let terms = model.rules.terms();
    let id = terms.id(question.fact);
    let kind = terms.term(question.fact).map(|term| term.kind());
    // Where 不清楚 is no answer to pick, it stands beneath an empty field.
    let is_unsure =
        |text: &str| text == UNSURE && kind.is_some_and(|kind| is_typed(kind) && kind != FactKind::Rank);
    let given = |place: FactRef| model.draft.text(&key_of(terms, place));
    let shown = |place: FactRef| Some(given(place)).filter(|text| !is_unsure(text)).unwrap_or_default();
    let texts: Vec<AttrValue> =
        question.places().into_iter().map(|place| shown(place).to_owned().into()).collect();
    let last_year = model.draft.scope.as_of.year().saturating_sub(1);
    // The size class follows from the industry and last year's headcount, among other answers.
    let sizing = Sizing::of(&model.rules);
    let sizes = |place: FactRef| {
        sizing.is_some_and(|sizing| {
            place.fact == sizing.industry
                || (Some(place.fact) == sizing.people && place.year == Some(last_year))
        })
    };
    let follows = |place| {
        if is_unsure(given(place)) {
            words::NOT_SURE.get(store.lang()).into()
        } else if sizes(place) && texts.iter().any(|text| !text.is_empty()) {
            size.clone()
        } else {
            derived(dossier, terms, place, store.lang()).into()
        }
    };
    let derived: Vec<AttrValue> = question.places().into_iter().map(follows).collect();
    let doubts: Vec<Doubted> =
        question.places().into_iter().map(|place| doubted::at(&model.doubts, place)).collect();
    let city = terms.of_kind(FactKind::City).filter(|_| kind == Some(FactKind::District));
    let city = city.map_or_else(String::new, |city| model.draft.text(terms.id(city)).to_owned());
    let checked = model.refused > 0 && terms.term(question.fact).is_some_and(|term| is_typed(term.kind()));
    html! {
        <Field
            key={id.to_owned()}
            rules={model.rules.clone()}
            question={question.clone()}
            {texts}
            {derived}
            {doubts}
            {last_year}
            {city}
            {checked}
            lang={store.lang()}
            send={store.sender()}
        />
    }
}

/// Buttons to the sections before and after; shown on phones.
fn turning(sections: &[Section], at: usize, lang: Lang) -> Html {
    let turn = |to: Option<&Section>, name: &'static str, class: &'static str, act: &'static str| {
        to.map(|section| {
            html! {
                <button
                    type="button"
                    class={classes!("button", class)}
                    data-act={act}
                    onclick={opening(section.index)}
                >
                    { name }
                </button>
            }
        })
    };
    let before = at.checked_sub(1).and_then(|at| sections.get(at));
    html! {
        <p class="turning">
            { for turn(before, words::BACK.get(lang), "quiet", "previous-section") }
            { for turn(sections.get(at + 1), words::NEXT.get(lang), "", "next-section") }
        </p>
    }
}

/// 「清空本节」, where something is answered.
fn clearing(store: &Store, section: &Section) -> Html {
    let model = store.model();
    let keys = section.questions.iter().flat_map(Question::places);
    let keys = keys.map(|place| key_of(model.rules.terms(), place));
    let answers: Vec<_> =
        keys.filter(|key| !model.draft.text(key).is_empty()).map(|key| (key, String::new())).collect();
    if answers.is_empty() {
        return Html::default();
    }
    let heading = heading_id(section.index);
    let (send, describing) = (store.sender(), heading.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        send.emit(Action::Sweep { answers: answers.clone(), how: Sweep::Cleared });
        // The button goes; one begins the section anew.
        effects::focus::reach(&heading);
    });
    html! {
        <button type="button" class="link" aria-describedby={describing} {onclick}>
            { words::CLEAR.get(store.lang()) }
        </button>
    }
}

/// Goes to a section; to the one that is open already too.
pub fn opening(index: usize) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        let section = Address::Section(index);
        if effects::address::present() == section {
            effects::focus::reach(&heading_id(index));
        } else {
            effects::address::go(&section);
        }
    })
}
