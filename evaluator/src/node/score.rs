//! `score`: the score sheet's total and floors reached (docs/language.md §8).

use super::{Cause, Explained, Node, Run};
use crate::{
    check::{Checker, Code},
    explain::{Lines, Voice},
    score::SheetResult,
    truth::Truth,
};

pub(super) fn check(c: &mut Checker<'_>) -> bool {
    if !c.has_sheet() {
        c.report(Code::UnknownReference, "用到评分，但规则包没有 score_sheet");
    }
    c.has_sheet()
}

pub(super) fn eval<'p>(node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
    let truth = run.sheet.map_or(Truth::Undetermined, SheetResult::truth);
    let cause = run.sheet.and_then(SheetResult::cause).unwrap_or(Cause::NotInTable);
    Explained::leaf(node, run, truth, cause)
}

pub(super) fn explain(voice: &Voice<'_>, lines: &mut Lines) {
    let Some(sheet) = voice.sheet else { return };
    let total = voice.pick("评价得分", "Score").to_owned();
    let points = |points: String| voice.either(|| format!("{points} 分"), || format!("{points} points"));
    let requirement = format!("≥ {}", points(sheet.pass_mark().to_string()));
    let own = points(sheet.total().display());
    lines.scored(sheet.total().reaches(sheet.pass_mark()), total, requirement, own);
    for group in sheet.groups() {
        if let Some(floor) = group.floor() {
            let requirement = format!("≥ {}", points(floor.to_string()));
            let name = group.title().get(voice.lang).to_owned();
            lines.scored(group.points.reaches(floor), name, requirement, points(group.points.display()));
        }
    }
}
