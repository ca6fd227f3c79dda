//! The rows that a person wants to see.

use crate::list::Row;
use zjtx_evaluator::Truth;
use zjtx_spreadsheet::Verdict;
use zjtx_wire::lists::{Filter, Reached, Wanted};

/// Whether the filter lets the row through.
pub(crate) fn lets_through(filter: &Filter, row: &Row<'_>) -> bool {
    row.firm.name.contains(filter.name.trim())
        && filter.district.is_none_or(|district| row.district == district)
        && filter.next.is_none_or(|most| is_near_next(row, filter.level, most))
        && lets_levels_through(filter, row)
}

/// Whether the firm meets its next level, or at most `most` of its conditions are unmet.
fn is_near_next(row: &Row<'_>, level: Option<usize>, most: usize) -> bool {
    let next = row.next.filter(|next| level.is_none_or(|level| level == *next));
    let verdict = next.and_then(|next| row.firm.levels.get(next)).and_then(|level| level.verdict.as_ref());
    verdict.is_some_and(|verdict| match verdict.truth {
        Truth::Met => true,
        Truth::Unmet => verdict.unmet.len() <= most,
        Truth::Undetermined => false,
    })
}

/// Whether the filter lets through what the row came to in the last comparison.
pub(crate) fn lets_moves_through(filter: &Filter, moved: &[(Reached, Reached)]) -> bool {
    let mut asked = moved.iter().enumerate().filter(|(at, _)| filter.level.is_none_or(|level| level == *at));
    filter.moved.is_none_or(|wanted| asked.any(|(_, moved)| *moved == wanted))
}

fn lets_levels_through(filter: &Filter, row: &Row<'_>) -> bool {
    match filter.verdict {
        Some(Wanted::Mistaken) => return !row.firm.mistakes.is_empty(),
        None if filter.level.is_none() && filter.unmet.is_none() && filter.lacks.is_none() => return true,
        _ => {}
    }
    let asked = row.firm.levels.iter().enumerate();
    let mut asked = asked.filter(|(at, _)| filter.level.is_none_or(|level| level == *at));
    asked
        .any(|(_, level)| level.verdict.as_ref().is_some_and(|verdict| lets_verdict_through(filter, verdict)))
}

fn lets_verdict_through(filter: &Filter, verdict: &Verdict<'_>) -> bool {
    let truth = match verdict.truth {
        Truth::Met => Wanted::Met,
        Truth::Unmet => Wanted::Unmet,
        Truth::Undetermined => Wanted::Undetermined,
    };
    let lacks = |(pack, id): &(String, String)| {
        verdict.pack.id() == pack && verdict.unmet.iter().any(|criterion| criterion.id == *id)
    };
    let is_near = |most| verdict.truth == Truth::Unmet && verdict.unmet.len() <= most;
    filter.verdict.is_none_or(|wanted| wanted == truth)
        && filter.unmet.as_ref().is_none_or(lacks)
        && filter.lacks.is_none_or(is_near)
}
