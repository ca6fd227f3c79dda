//! Fields as the browser draws them: what is asked, what is handed on, what is said of it.

use crate::{
    action::Action,
    fields::{field::Field, props::FieldProps},
    form::questions::Question,
    testing::{drawn, rules},
    words::Lang,
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CompositionEvent, Element, Event, EventInit, HtmlInputElement, InputEvent, InputEventInit};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// Answers that were handed on.
type Sent = Rc<RefCell<Vec<(String, String)>>>;

/// A field with these texts, and what it hands on.
async fn field(id: &str, years: &[i16], texts: &[&str], change: impl Fn(&mut FieldProps)) -> (Element, Sent) {
    let rules = rules();
    let fact = rules.terms().find(id).expect("a fact of the vocabulary");
    let sent = Sent::default();
    let into = Rc::clone(&sent);
    let send = Callback::from(move |action| {
        if let Action::Answer { key, text } = action {
            into.borrow_mut().push((key, text));
        }
    });
    let mut props = FieldProps {
        rules,
        question: Question { fact, years: years.to_vec() },
        texts: texts.iter().map(|text| AttrValue::from((*text).to_owned())).collect(),
        last_year: 2025,
        city: AttrValue::default(),
        derived: Vec::new(),
        doubts: Vec::new(),
        checked: false,
        lang: Lang::Zh,
        send,
    };
    change(&mut props);
    (drawn::<Field>(props).await, sent)
}

const fn unchanged(_: &mut FieldProps) {}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).expect("a selector");
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn only(root: &Element, selector: &str) -> HtmlInputElement {
    let [found] = <[Element; 1]>::try_from(all(root, selector)).expect("one element");
    found.unchecked_into()
}

fn text_of(root: &Element, selector: &str) -> String {
    all(root, selector).iter().filter_map(|found| found.text_content()).collect()
}

fn type_into(input: &HtmlInputElement, text: &str, composing: bool) {
    input.set_value(text);
    let how = InputEventInit::new();
    how.set_bubbles(true);
    how.set_is_composing(composing);
    let event = InputEvent::new_with_event_init_dict("input", &how).expect("an event");
    input.dispatch_event(&event).expect("it is dispatched");
}

fn tick(input: &HtmlInputElement) {
    let how = EventInit::new();
    how.set_bubbles(true);
    let event = Event::new_with_event_init_dict("change", &how).expect("an event");
    input.dispatch_event(&event).expect("it is dispatched");
}

fn taken(sent: &Sent) -> Vec<(String, String)> {
    sent.borrow_mut().drain(..).collect()
}

fn answer(key: &str, text: &str) -> Vec<(String, String)> {
    vec![(key.to_owned(), text.to_owned())]
}

#[wasm_bindgen_test]
async fn years_stand_side_by_side_each_with_its_label() {
    let (root, _) = field("operating_revenue", &[2025, 2024], &["1.5亿", "900"], unchanged).await;
    let ids: Vec<String> = all(&root, "input").iter().map(Element::id).collect();
    assert_eq!(ids, ["operating_revenue@2025", "operating_revenue@2024"]);
    for id in ids {
        assert_eq!(all(&root, &format!("label[for='{id}']")).len(), 1, "{id}");
    }
    assert!(text_of(&root, ".message").contains("15000"), "the reading of 1.5亿 is shown");
}

#[wasm_bindgen_test]
async fn what_follows_from_a_figure_describes_its_field() {
    let derived = vec![AttrValue::default(), "占营业收入 3%".into()];
    let change = |props: &mut FieldProps| props.derived = derived.clone();
    let (root, _) = field("rd_expense", &[2025, 2024], &["1亿", "240"], change).await;
    let told: Vec<String> = all(&root, "input")
        .iter()
        .filter_map(|input| input.get_attribute("aria-describedby"))
        .map(|id| text_of(&root, &format!("[id='{id}']")))
        .collect();
    assert_eq!(told, ["即 10000 万元", "占营业收入 3%"]);
}

#[wasm_bindgen_test]
async fn counts_are_asked_in_things_or_people() {
    for (id, unit) in [("rd_staff", "（人）"), ("class1_ip_owned", "（项）")] {
        let (root, _) = field(id, &[], &[""], unchanged).await;
        assert_eq!(text_of(&root, ".unit"), unit);
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_is_handed_on_verbatim() {
    let (root, sent) = field("rd_staff", &[], &[""], unchanged).await;
    type_into(&only(&root, "input"), "１２，０００", false);
    assert_eq!(taken(&sent), answer("rd_staff", "１２，０００"));
}

#[wasm_bindgen_test]
async fn nothing_is_handed_on_while_an_input_method_composes() {
    let (root, sent) = field("enterprise_name", &[], &[""], unchanged).await;
    let input = only(&root, "input");
    type_into(&input, "guang", true);
    assert!(taken(&sent).is_empty());
    input.set_value("广州");
    input
        .dispatch_event(&CompositionEvent::new("compositionend").expect("an event"))
        .expect("it is dispatched");
    assert_eq!(taken(&sent), answer("enterprise_name", "广州"));
}

#[wasm_bindgen_test]
async fn a_misreading_is_told_after_submitting_and_not_before() {
    let (before, _) = field("rd_staff", &[], &["约50"], unchanged).await;
    assert!(all(&before, "[aria-invalid]").is_empty());
    let (after, _) = field("rd_staff", &[], &["约50"], |props| props.checked = true).await;
    assert_eq!(all(&after, "[aria-invalid='true']").len(), 1);
    assert_ne!(text_of(&after, ".message.wrong"), "", "it is told in words");
}

#[wasm_bindgen_test]
async fn yes_no_and_not_sure_are_answers() {
    let (root, sent) = field("legal_person", &[], &["false"], unchanged).await;
    let buttons = all(&root, "input[type=radio]");
    let checked: Vec<bool> =
        buttons.iter().map(|button| button.unchecked_ref::<HtmlInputElement>().checked()).collect();
    assert_eq!(checked, [false, true, false]);
    buttons.iter().for_each(|button| tick(button.unchecked_ref()));
    let texts: Vec<String> = taken(&sent).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["true", "false", "?"]);
}

#[wasm_bindgen_test]
async fn no_place_is_an_answer_and_can_be_taken_back() {
    let (root, sent) = field("award_national_rank_3y", &[], &["3"], unchanged).await;
    tick(all(&root, "input[type=checkbox]").first().expect("无").unchecked_ref());
    assert_eq!(taken(&sent), answer("award_national_rank_3y", "none"));
    let (root, sent) = field("award_national_rank_3y", &[], &["none"], unchanged).await;
    assert_eq!(only(&root, "input[type=text]").value(), "");
    tick(all(&root, "input[type=checkbox]").first().expect("无").unchecked_ref());
    assert_eq!(taken(&sent), answer("award_national_rank_3y", ""));
}

#[wasm_bindgen_test]
async fn none_of_a_set_is_not_the_same_as_unanswered() {
    let (root, sent) = field("quality_items", &[], &[""], unchanged).await;
    let boxes = all(&root, "input[type=checkbox]");
    let first: &HtmlInputElement = boxes.first().expect("a choice").unchecked_ref();
    let none: &HtmlInputElement = boxes.iter().rev().nth(1).expect("以上都不是").unchecked_ref();
    tick(first);
    assert_eq!(taken(&sent), answer("quality_items", &first.value()));
    tick(none);
    assert_eq!(taken(&sent), answer("quality_items", "none"));
}

#[wasm_bindgen_test]
async fn districts_are_those_of_the_city() {
    let (root, _) = field("district", &[], &[""], unchanged).await;
    assert!(all(&root, "option").is_empty(), "not asked before the city");
    let (root, _) = field("district", &[], &[""], |props| props.city = "440100".into()).await;
    assert!(text_of(&root, "option").contains("天河区"));
}
