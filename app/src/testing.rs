//! What tests start from: the rulebook of the repository, days and drafts; in the browser, a component
//! that is drawn into an element of its own.

use crate::rulebook::Rules;
#[cfg(not(target_arch = "wasm32"))]
use crate::{
    action::Action,
    draft::Draft,
    model::{Model, Storage, Stored},
    reduce::reduce,
    scope::Scope,
};
use std::rc::Rc;
#[cfg(not(target_arch = "wasm32"))]
use zjtx_evaluator::Date;
use zjtx_evaluator::Rulebook;

/// The repository's rulebook.
pub fn rules() -> Rules {
    let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the repository's rules pass their checks");
    Rules::new(rulebook, Rc::default())
}

/// A day by its ISO form.
#[cfg(not(target_arch = "wasm32"))]
pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a valid day")
}

/// A page of this day with two answers: one of a year, one of none.
#[cfg(not(target_arch = "wasm32"))]
pub fn filled(today: &str) -> Model {
    let model = Model::new(rules(), day(today), Storage::Browser, Stored::default());
    let answers = [("operating_revenue@2025", "8600"), ("legal_person", "true")];
    answers.into_iter().fold(model, |model, (key, text)| {
        reduce(&model, Action::Answer { key: key.to_owned(), text: text.to_owned() })
    })
}

/// A draft of the two tests of 2021 with these answers.
#[cfg(not(target_arch = "wasm32"))]
pub fn draft(rules: &Rules, answers: &[(&str, &str)]) -> Draft {
    let scope = Scope::notice_2021(rules).expect("both packs are in the rulebook");
    let mut draft = Draft::new(scope);
    for (key, text) in answers {
        draft.answer(key, text);
    }
    draft
}

/// A component drawn with these properties, after its effects; Yew puts them off where drawing took long.
#[cfg(target_arch = "wasm32")]
pub async fn drawn<C: yew::BaseComponent>(props: C::Properties) -> web_sys::Element {
    let document = web_sys::window().and_then(|window| window.document()).expect("tests run in a page");
    let root = document.create_element("div").expect("an element");
    document.body().expect("a body").append_child(&root).expect("it is appended");
    yew::Renderer::<C>::with_root_and_props(root.clone(), props).render();
    yew::scheduler::flush().await;
    root
}
