//! Plans and later years on small drafts.

use crate::{
    advice::{
        later::{Ruling, as_the_year_before, changes, levels, plan, plan_of, years_later},
        trial::Answers,
    },
    draft::{Draft, place_of},
    rulebook::Rules,
    scope::Scope,
    testing::{day, rules},
};
use zjtx_evaluator::Terms;

fn draft(answers: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::new(Scope::on(day("2026-11-22"), &rules()));
    answers.iter().for_each(|(key, text)| draft.answer(key, text));
    draft
}

fn tried(answers: &[(&str, &str)]) -> Answers {
    answers.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn planned(draft: &Draft, answers: &[(&str, &str)], rules: &Rules) -> Draft {
    plan(draft, &tried(answers), rules.terms()).expect("within the calendar")
}

#[test]
fn a_year_later_durations_have_grown_and_figures_are_where_they_were() {
    let rules = rules();
    let now = draft(&[("years_in_segment", "2.5"), ("rd_expense@2025", "140"), ("rd_staff", "many")]);
    let later = years_later(&now, rules.terms(), 1).expect("within the calendar");
    assert_eq!(later.scope.as_of, day("2027-11-22"));
    assert_eq!(later.text("years_in_segment"), "3.5");
    assert_eq!((later.text("rd_expense@2025"), later.text("rd_expense@2026")), ("140", ""));
    assert_eq!(later.text("rd_staff"), "many", "what cannot be read stays, too");
}

#[test]
fn a_plan_begins_with_the_year_before_only_where_nothing_is_planned() {
    let rules = rules();
    let later = draft(&[("rd_expense@2025", "140"), ("total_assets@2025", "1"), ("total_assets@2026", "2")]);
    let places = ["rd_expense@2026", "total_assets@2026", "net_profit@2026"];
    let places = places.iter().filter_map(|key| place_of(rules.terms(), key));
    let answers = as_the_year_before(&later, rules.terms(), places);
    assert_eq!(answers, tried(&[("rd_expense@2026", "140")]));
}

#[test]
fn a_tried_figure_of_a_closed_year_is_planned_for_an_open_one() {
    let rules = rules();
    let now = draft(&[("enterprise_name", "甲"), ("rd_expense@2025", "140"), ("years_in_segment", "2")]);
    let next = planned(&now, &[("rd_expense@2025", "150")], &rules);
    assert_eq!((next.text("rd_expense@2025"), next.text("rd_expense@2026")), ("140", "150"));
    assert_eq!((next.scope.as_of, next.firm()), (day("2027-11-22"), "甲计划（2027）"));
    let later = planned(&now, &[("rd_expense@2024", "150"), ("rd_expense@2025", "160")], &rules);
    assert_eq!((later.text("rd_expense@2026"), later.text("rd_expense@2027")), ("150", "160"));
    assert_eq!(later.text("years_in_segment"), "4");
}

#[test]
fn no_plan_writes_into_a_closed_year() {
    let rules = rules();
    let keys = every_place(rules.terms());
    let now = draft(&keys.iter().map(|key| (key.as_str(), "1")).collect::<Vec<_>>());
    for key in &keys {
        let plan = planned(&now, &[(key, "3")], &rules);
        for (place, key) in keys.iter().filter_map(|key| Some((place_of(rules.terms(), key)?, key))) {
            let closed = place.year.is_some_and(|year| year < now.scope.as_of.year());
            assert!(!closed || plan.text(key) == now.text(key), "{key}");
        }
    }
}

/// Keys of the figures of the last three years and of this one.
fn every_place(terms: &Terms) -> Vec<String> {
    let by_year = terms.facts().filter(|(_, term)| term.period().is_some());
    by_year.flat_map(|(_, term)| (2023..=2026).map(|year| format!("{}@{year}", term.id()))).collect()
}

#[test]
fn what_documents_settle_is_planned_for_this_year() {
    let rules = rules();
    let now = draft(&[("own_brand", "false")]);
    let plan = planned(&now, &[("own_brand", "true")], &rules);
    assert_eq!((plan.scope.as_of, plan.text("own_brand")), (now.scope.as_of, "true"));
}

#[test]
fn a_duration_is_reached_by_waiting() {
    let rules = rules();
    let now = draft(&[("years_in_segment", "0.5")]);
    let plan = planned(&now, &[("years_in_segment", "2")], &rules);
    assert_eq!((plan.scope.as_of, plan.text("years_in_segment")), (day("2028-11-22"), "2.5"));
}

#[test]
fn unreadable_and_unchanged_answers_change_nothing() {
    let rules = rules();
    let now = draft(&[("rd_staff", "50")]);
    let answers = tried(&[("rd_staff", "50"), ("invention_patents", "many"), ("no_such_fact", "1")]);
    assert!(changes(&now, &answers, rules.terms()).is_empty());
}

#[test]
fn a_plan_for_next_year_has_what_was_tried() {
    let later = draft(&[("rd_expense@2025", "140")]);
    let plan = plan_of(&later, &tried(&[("rd_expense@2026", "1.5亿")]));
    assert_eq!((plan.text("rd_expense@2026"), plan.firm()), ("1.5亿", "计划（2026）"));
}

#[test]
fn next_year_is_judged_by_the_rules_of_then_or_by_those_of_now() {
    let rules = rules();
    let rulings = |today: &str, years: u16| {
        let now = Draft::new(Scope::on(day(today), &rules));
        let later = years_later(&now, rules.terms(), years).expect("within the calendar");
        levels(&now, &later, &rules).iter().map(|level| level.ruling).collect::<Vec<_>>()
    };
    assert_eq!(rulings("2026-11-22", 1), [Ruling::Same; 3]);
    // The measures of 2026 follow those of 2022 for two of the levels.
    assert_eq!(rulings("2025-11-22", 1), [Ruling::Same, Ruling::Other, Ruling::Other]);
}
