//! Figures that are points themselves: where they bring a score to its marks.

use crate::language::{
    missing::FactRef,
    scores::{GroupResult, Rule, SheetResult},
};

/// Calls `f` with the figures, in millionths, at which the total or a group reaches what it has to.
pub(super) fn each_value(sheet: &SheetResult<'_>, place: FactRef, f: &mut dyn FnMut(i64)) {
    for group in sheet.groups() {
        for result in &group.indicators {
            if reads(&result.indicator.rule, place) {
                let own = result.points.min;
                lacking(sheet, group).for_each(|lacking| {
                    let figure = own.saturating_add(lacking);
                    [figure.saturating_sub(1), figure].into_iter().for_each(&mut *f);
                });
            }
        }
    }
}

/// Points that total and group lack, negative where they have more than they need.
fn lacking(sheet: &SheetResult<'_>, group: &GroupResult<'_>) -> impl Iterator<Item = i64> {
    let total = sheet.pass_mark().micros().saturating_sub(sheet.total().min);
    let floor = group.floor().map(|floor| floor.micros().saturating_sub(group.points.min));
    std::iter::once(total).chain(floor)
}

/// Whether a rule reads the fact of a place.
pub(super) fn reads(rule: &Rule, place: FactRef) -> bool {
    let mut reads = false;
    rule.each_fact(&mut |fact, _| reads |= fact == place.fact);
    reads
}
