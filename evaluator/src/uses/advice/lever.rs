//! Which way a lever leads, in which steps, and how far a value lies along it.

use crate::{
    base::{
        fact_kind::{FactKind, Lever},
        number::MILLION,
        value::Value,
    },
    language::terms::Term,
};

/// A direction along the values of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Larger figures, 是, later answers, more answers chosen.
    Up,
    /// Smaller figures and better places, 否, earlier answers, fewer answers chosen.
    Down,
}

/// The ways that a fact's lever leads; none for what is fixed. Time alone makes durations longer and places
/// better; titles and awards it gives and takes.
pub(super) fn ways(term: &Term) -> &'static [Way] {
    match (term.lever(), term.kind()) {
        (Lever::Fixed, _) => &[],
        (Lever::Increase, _) => &[Way::Up],
        (Lever::Decrease, _) | (Lever::TimeOnly, FactKind::Rank) => &[Way::Down],
        (Lever::TimeOnly, FactKind::Bool | FactKind::Choice) => &[Way::Up, Way::Down],
        (Lever::TimeOnly, _) => &[Way::Up],
    }
}

/// The least step of a fact: one for counts, else a millionth of the unit (one 分 of money).
pub(super) fn step(term: &Term) -> i64 {
    if term.is_whole() { MILLION } else { 1 }
}

/// A place behind all places, for 无.
const NO_RANK: i64 = 100_000_001;

/// How far a value lies from another along a way, in steps; `None` when it does not lie there. From an absent
/// figure it is measured from the end of the way.
pub(super) fn distance(way: Way, term: &Term, from: Option<&Value>, to: &Value) -> Option<u64> {
    if let Value::Set(to) = to {
        let from = if let Some(Value::Set(from)) = from { *from } else { 0 };
        return set_distance(way, from, *to);
    }
    let to = position(to)?;
    let (least, most) = ends(term);
    let (start, known) = match (from, way) {
        (Some(from), _) => (position(from)?, 0),
        (None, Way::Up) => (least, 1),
        (None, Way::Down) => (most, 1),
    };
    let far = match way {
        Way::Up => to.checked_sub(start)?,
        Way::Down => start.checked_sub(to)?,
    };
    let far = u64::try_from(far.saturating_add(known)).ok()?;
    (far > 0 && (least..=most).contains(&to)).then_some(far)
}

fn set_distance(way: Way, from: u64, to: u64) -> Option<u64> {
    let (inner, outer) = match way {
        Way::Up => (from, to),
        Way::Down => (to, from),
    };
    (inner & !outer == 0 && inner != outer).then(|| u64::from((outer & !inner).count_ones()))
}

fn position(value: &Value) -> Option<i64> {
    Some(match value {
        Value::Bool(yes) => i64::from(*yes),
        Value::Number(micros) => *micros,
        Value::Rank(rank) => rank.map_or(NO_RANK, i64::from),
        Value::Choice(index) => i64::from(*index),
        Value::Set(_) | Value::Day(_) | Value::Code(_) | Value::Text(_) => return None,
    })
}

/// The first and the last position that a fact can have.
fn ends(term: &Term) -> (i64, i64) {
    match term.kind() {
        FactKind::Bool => (0, 1),
        FactKind::Rank => (1, NO_RANK),
        FactKind::Choice => (0, i64::try_from(term.choices().len()).unwrap_or(0).saturating_sub(1)),
        _ => term.bounds(),
    }
}

/// The value one step back towards another.
pub(super) fn one_step_back(way: Way, term: &Term, value: &Value) -> Option<Value> {
    let back = |position: i64, step: i64| match way {
        Way::Up => position.checked_sub(step),
        Way::Down => position.checked_add(step),
    };
    Some(match value {
        Value::Number(micros) => Value::Number(back(*micros, step(term))?),
        Value::Rank(rank) => Value::Rank(u32::try_from(back(rank.map_or(NO_RANK, i64::from), 1)?).ok()),
        _ => return None,
    })
}
