//! When a change could count: which application year, and what kind of effort it takes.

use super::change::Change;
use crate::{
    base::{
        fact_kind::{FactKind, FactPeriod, Lever},
        number::MILLION,
        value::Value,
    },
    language::{dossier::Dossier, terms::Terms},
};
use serde::Serialize;

/// What kind of effort a change takes, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// 「本年度可补材料」: an answer that documents can settle, or a figure of the year that is still open.
    ThisWindow,
    /// 「下一申报年度」: a figure or level that has to grow, or of the last closed year; the next year takes its place.
    NextWindow,
    /// 「长期」: figures of earlier closed years, and what only time brings.
    LongTerm,
    /// 「不可变」: no lever leads there.
    Unchangeable,
}

/// The effort of a change and the first application year it could count in; `None` where nobody can say.
pub(super) fn effort_of(change: &Change, terms: &Terms, dossier: &Dossier) -> (Effort, Option<i16>) {
    let this = dossier.as_of().year();
    let Some(term) = terms.term(change.place.fact) else { return (Effort::Unchangeable, None) };
    let windows = match (term.lever(), change.place.year) {
        (Lever::Fixed, _) => return (Effort::Unchangeable, None),
        (Lever::TimeOnly, None) if term.kind() == FactKind::Years => years_to_wait(change),
        (Lever::TimeOnly, None) => return (Effort::LongTerm, None),
        // The platform computes it anew for each application year; papers do not raise it.
        (_, Some(year)) if term.period() == Some(FactPeriod::ApplicationYear) => {
            this.saturating_sub(year).saturating_add(1)
        }
        // The year that is open when the firm applies next takes the place of the newest closed one.
        (_, Some(year)) => this.saturating_sub(year),
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
const fn is_answer(kind: FactKind) -> bool {
    matches!(kind, FactKind::Bool | FactKind::Set)
}

/// Whole years that a duration still has to grow.
fn years_to_wait(change: &Change) -> i16 {
    let from = change.from.as_ref().and_then(Value::as_number).unwrap_or(0);
    let lacking = change.to.as_number().unwrap_or(0).saturating_sub(from);
    let years = lacking.saturating_add(MILLION).saturating_sub(1).checked_div(MILLION).unwrap_or(0);
    i16::try_from(years).unwrap_or(i16::MAX)
}
