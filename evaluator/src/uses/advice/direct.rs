//! Figures that are points themselves: where they bring a score to its marks.

use super::hope;
use crate::language::{
    missing::FactRef,
    scores::{Rule, SheetResult},
};

/// Calls `f` with the figures, in millionths, at which the total or a group reaches what it has to.
pub(super) fn each_value(sheet: &SheetResult<'_>, place: FactRef, f: &mut dyn FnMut(i64)) {
    let sums = hope::sums(sheet);
    let total = sheet.pass_mark().micros().saturating_sub(sums.first().copied().unwrap_or(0));
    for (group, sum) in sheet.groups().iter().zip(sums.iter().skip(1)) {
        let floor = group.floor().map(|floor| floor.micros().saturating_sub(*sum));
        for result in group.indicators.iter().filter(|result| reads(&result.indicator.rule, place)) {
            for lacking in std::iter::once(total).chain(floor) {
                let figure = result.points.min.saturating_add(lacking);
                [figure.saturating_sub(1), figure].into_iter().for_each(&mut *f);
            }
        }
    }
}

/// Whether a rule reads the fact of a place.
pub(super) fn reads(rule: &Rule, place: FactRef) -> bool {
    let mut reads = false;
    rule.each_fact(&mut |fact, _| reads |= fact == place.fact);
    reads
}
