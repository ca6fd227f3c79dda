//! Every action on a small state.

use crate::{
    action::Action,
    advice::plan::Plan,
    model::{Model, Storage, Stored, Sweep},
    privacy::Clear,
    records::{act::Act, state::History, write::Write},
    reduce::reduce,
    scope::Scope,
    testing::{day, rules},
};
use zjtx_evaluator::{FactRef, Lang};

fn model() -> Model {
    Model::new(rules(), day("2026-11-22"), Storage::Browser, Stored::default())
}

fn after(model: &Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model.clone(), |model, action| reduce(&model, action))
}

fn answer(key: &str, text: &str) -> Action {
    Action::Answer { key: key.to_owned(), text: text.to_owned() }
}

#[test]
fn an_answer_is_kept_as_typed() {
    let model = after(&model(), [answer("rd_staff", "５０ 人")]);
    assert_eq!(model.draft.text("rd_staff"), "５０ 人");
}

fn paste(cells: &[(&str, &str)], unused: usize) -> Action {
    let answers = cells.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    Action::Sweep { answers, how: Sweep::Pasted(unused) }
}

#[test]
fn what_was_pasted_can_be_taken_back_until_the_next_answer() {
    let start = after(&model(), [answer("rd_expense@2025", "1")]);
    let pasted = after(&start, [paste(&[("rd_expense@2025", "700"), ("rd_expense@2024", "640")], 1)]);
    assert_eq!(pasted.draft.text("rd_expense@2024"), "640");
    assert_eq!(pasted.swept.as_ref().map(|(_, how)| *how), Some(Sweep::Pasted(1)));
    let undone = after(&pasted, [Action::Undo]);
    assert_eq!((undone.draft.text("rd_expense@2025"), undone.draft.text("rd_expense@2024")), ("1", ""));
    assert_eq!(undone.swept, None);
    let answered = after(&pasted, [answer("rd_staff", "50"), Action::Undo]);
    assert_eq!(answered.draft.text("rd_expense@2024"), "640", "there is nothing to take back any more");
    assert_eq!(after(&pasted, [Clear.into()]).swept, None);
    assert_eq!(after(&pasted, [Action::StartAfresh]).swept, None);
}

#[test]
fn a_cleared_section_comes_back_whole() {
    let start = after(&model(), [answer("rd_staff", "50"), answer("own_brand", "true")]);
    let answers = vec![("rd_staff".to_owned(), String::new())];
    let cleared = after(&start, [Action::Sweep { answers, how: Sweep::Cleared }]);
    assert_eq!((cleared.draft.text("rd_staff"), cleared.draft.text("own_brand")), ("", "true"));
    assert_eq!(after(&cleared, [Action::Undo]).draft, start.draft);
}

#[test]
fn another_day_keeps_the_answers() {
    let scope = Scope::on(day("2025-05-01"), &rules());
    let model = after(&model(), [answer("rd_staff", "50"), Action::Choose(scope.clone())]);
    assert_eq!(model.draft.scope, scope);
    assert_eq!(model.draft.text("rd_staff"), "50");
}

#[test]
fn seeking_a_question_opens_its_section() {
    let start = model();
    let fact = start.rules.terms().find("single_champion").expect("a fact");
    let found = after(&start, [Action::Seek(FactRef { fact, year: None })]);
    let section = start.rules.terms().sections().get(found.section).expect("a section");
    assert_eq!(section.id, "vetoes");
}

#[test]
fn a_refused_form_opens_at_its_first_unreadable_answer() {
    let start = after(&model(), [answer("rd_staff", "many"), answer("operating_revenue@2025", "-1")]);
    let refused = after(&start, [Action::Refuse]);
    let section = refused.rules.terms().sections().get(refused.section).expect("a section");
    assert_eq!((refused.refused, section.id.as_str()), (1, "scale_finance"));
    assert_eq!(refused.draft, start.draft);
}

#[test]
fn a_plan_is_another_form_and_the_former_one_comes_back() {
    let start = after(&model(), [answer("rd_staff", "50")]);
    let mut plan = start.draft.as_ref().clone();
    plan.answer("rd_staff", "60");
    let planned = after(&start, [Plan(plan).into()]);
    assert_eq!(planned.draft.text("rd_staff"), "60");
    assert_eq!(after(&planned, [Action::Undo]).draft, start.draft);
}

#[test]
fn starting_afresh_keeps_the_scope_and_can_be_undone() {
    let start = after(&model(), [answer("rd_staff", "50")]);
    let fresh = after(&start, [Action::StartAfresh]);
    assert_eq!((fresh.draft.answered(), &fresh.draft.scope), (0, &start.draft.scope));
    assert_eq!(after(&fresh, [Action::Undo]).draft, start.draft);
}

#[test]
fn clearing_leaves_nothing() {
    let filled = after(&model(), [answer("rd_staff", "50")]);
    let add = Act::AddFirm { id: "1".to_owned(), name: "乙".to_owned() };
    let cleared = after(&filled, [add.into(), Action::StartAfresh, Clear.into()]);
    assert_eq!(History::of(&cleared).outbox, [Write::Everything]);
    assert_eq!((&cleared.draft, &cleared.firm), (&model().draft, &model().firm));
    assert_eq!((&cleared.replaced, &cleared.swept, cleared.section), (&None, &None, 0));
    assert!(History::of(&cleared).firms.is_empty());
}

#[test]
fn storage_that_fails_is_told() {
    assert_eq!(after(&model(), [Action::StorageFailed]).storage, Storage::Page);
}

#[test]
fn the_language_changes() {
    assert_eq!(after(&model(), [Action::Speak(Lang::En)]).lang, Lang::En);
}
