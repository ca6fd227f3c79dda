//! Every action on a small state.

use super::reduce;
use crate::{
    action::Action,
    model::{Model, Opened, Storage, Stored},
    record::Record,
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

fn open(text: &str) -> Action {
    Action::Open { name: "firm.dossier.json".to_owned(), text: text.to_owned() }
}

fn keep(model: &Model, id: &str) -> Action {
    Action::Keep(Box::new(Record::of(&model.draft, id.to_owned(), String::new(), &model.rules)))
}

#[test]
fn an_answer_is_kept_as_typed() {
    let model = after(&model(), [answer("rd_staff", "５０ 人")]);
    assert_eq!(model.draft.text("rd_staff"), "５０ 人");
}

#[test]
fn another_day_keeps_the_answers() {
    let scope = Scope::on(day("2025-05-01"));
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
fn a_file_replaces_the_form_and_undo_brings_it_back() {
    let start = after(&model(), [answer("rd_staff", "50")]);
    let file = r#"{"schema":1,"as_of":"2025-05-01","application_kind":"renewal","facts":{"rd_staff":"7"}}"#;
    let opened = after(&start, [open(file)]);
    assert_eq!(opened.opened, Some(Opened::Whole("firm.dossier.json".to_owned())));
    assert_eq!((opened.draft.text("rd_staff"), opened.draft.scope.as_of), ("7", day("2025-05-01")));
    let back = after(&opened, [Action::Undo]);
    assert_eq!(back.draft, start.draft);
}

#[test]
fn a_bad_file_changes_nothing_that_was_typed() {
    let start = after(&model(), [answer("rd_staff", "50")]);
    let wrong_fact =
        r#"{"schema":1,"as_of":"2025-05-01","application_kind":"first","facts":{"no_such":"7"}}"#;
    let junk = "x".repeat(2 << 20);
    for text in ["", "{", "[]", "NaN", wrong_fact, &junk] {
        let refused = after(&start, [open(text)]);
        assert_eq!(refused.draft, start.draft);
        let Some(Opened::Refused(_, errors)) = refused.opened else { panic!("it is refused") };
        assert!(errors.iter().all(|error| !error.sentence(Lang::Zh).is_empty()));
    }
}

#[test]
fn records_are_kept_newest_first_edited_as_new_and_deleted() {
    let start = after(&model(), [answer("rd_staff", "50")]);
    let kept = after(&start, [keep(&start, "1"), answer("rd_staff", "60")]);
    let kept = after(&kept, [keep(&kept, "2")]);
    let ids: Vec<_> = kept.records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids, ["2", "1"]);
    let edited = after(&kept, [Action::Edit { id: "1".to_owned() }]);
    assert_eq!(edited.draft.text("rd_staff"), "50");
    assert_eq!(edited.records, kept.records);
    let deleted = after(&edited, [Action::Delete { id: "2".to_owned() }]);
    assert_eq!(deleted.records.len(), 1);
}

#[test]
fn a_plan_is_another_form_and_the_former_one_comes_back() {
    let start = after(&model(), [answer("rd_staff", "50")]);
    let mut plan = start.draft.as_ref().clone();
    plan.answer("rd_staff", "60");
    let planned = after(&start, [Action::Plan(Box::new(plan))]);
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
    let empty = model();
    let filled = after(&empty, [answer("rd_staff", "50")]);
    let cleared = after(&filled, [keep(&filled, "1"), Action::StartAfresh, Action::Clear]);
    assert!(cleared == empty, "the state is as it was when the page opened");
}

#[test]
fn storage_that_fails_is_told() {
    assert_eq!(after(&model(), [Action::StorageFailed]).storage, Storage::Page);
}

#[test]
fn the_language_changes() {
    assert_eq!(after(&model(), [Action::Speak(Lang::En)]).lang, Lang::En);
}

#[test]
fn what_cannot_be_read_goes_only_when_discarded() {
    let stored = Stored { records: vec![("1".to_owned(), "?".to_owned())], ..Stored::default() };
    let start = Model::new(rules(), day("2026-11-22"), Storage::Browser, stored);
    let kept = after(&start, [Action::StartAfresh, Action::Delete { id: "1".to_owned() }]);
    assert_eq!(kept.unreadable.len(), 1);
    let discarded = after(&start, [Action::Discard { key: "1".to_owned() }]);
    assert!(discarded.unreadable.is_empty());
}
