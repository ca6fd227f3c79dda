//! Figures that are points themselves: where they bring a score to its marks.

use super::trial::{Trial, reads};
use crate::language::{
    missing::FactRef,
    scores::{GroupResult, SheetResult},
};

/// Calls `f` with the figures, in millionths, at which the total or a group reaches what it has to.
pub(super) fn each_value(trial: &Trial<'_>, place: FactRef, f: &mut dyn FnMut(i64)) {
    let Some(sheet) = trial.sheet() else { return };
    for group in sheet.groups() {
        for result in &group.indicators {
            if reads(&result.indicator.rule, place) {
                let own = result.points.min;
                lacking(&sheet, group).for_each(|lacking| {
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
