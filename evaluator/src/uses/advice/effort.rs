//! When a change could count: which application year, and what kind of effort it takes.

use super::{ahead::first_open, change::Change};
use crate::{
    base::{
        date::Date,
        fact_kind::{FactKind, Lever},
        number::MILLION,
        value::Value,
    },
    language::terms::Terms,
};
use serde::Serialize;

/// What kind of effort a change takes, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// 「本年度可补充材料」: an answer that documents can settle.
    ThisWindow,
    /// 「下一申报年度」: a figure or level that has to grow, or of the first year that is still open.
    NextWindow,
    /// 「长期」: figures of later years, and what only time brings.
    LongTerm,
    /// 「不可变」: no lever leads there.
    Unchangeable,
}

/// The effort of a change, seen from a day.
pub(super) fn effort_of(change: &Change, terms: &Terms, today: Date) -> Effort {
    effort_and_window(change, terms, today).0
}

/// The effort of a change and the first application year it could count in; `None` where nobody can say.
pub(super) fn effort_and_window(change: &Change, terms: &Terms, today: Date) -> (Effort, Option<i16>) {
    let this = today.year();
    let Some(term) = terms.term(change.place.fact) else { return (Effort::Unchangeable, None) };
    let windows = match (term.lever(), change.place.year) {
        (Lever::Fixed, _) => return (Effort::Unchangeable, None),
        (Lever::TimeOnly, None) if term.kind() == FactKind::Years => years_to_wait(change),
        (Lever::TimeOnly, None) => return (Effort::LongTerm, None),
        (_, Some(year)) => term.period().map_or(1, |period| years_until(year, first_open(period, today))),
        (_, None) if is_answer(term.kind()) => 0,
        (_, None) => 1,
    };
    let effort = match windows {
        i16::MIN..=0 => Effort::ThisWindow,
        1 => Effort::NextWindow,
        _ => Effort::LongTerm,
    };
    (effort, Some(this.saturating_add(windows)))
}

/// Answers are settled by documents; figures and levels have to grow.
pub(super) const fn is_answer(kind: FactKind) -> bool {
    matches!(kind, FactKind::Bool | FactKind::Set)
}

/// Applications until a figure of a year can be another one: a figure of an open year counts in the application after
/// it, and the first open year takes the place of the newest closed one.
const fn years_until(year: i16, first_open: i16) -> i16 {
    if year >= first_open {
        year.saturating_sub(first_open).saturating_add(1)
    } else {
        first_open.saturating_sub(year)
    }
}

/// Whole years that a duration still has to grow.
fn years_to_wait(change: &Change) -> i16 {
    let from = change.from.as_ref().and_then(Value::as_number).unwrap_or(0);
    let lacking = change.to.as_number().unwrap_or(0).saturating_sub(from);
    let years = lacking.saturating_add(MILLION).saturating_sub(1).checked_div(MILLION).unwrap_or(0);
    i16::try_from(years).unwrap_or(i16::MAX)
}
