//! How a score that is open could be settled: which indicators, answered well or badly, reach the pass mark or
//! put it out of reach.

use super::ways::{OpenSet, Ways};
use crate::{
    base::truth::Truth,
    language::scores::{Points, SheetResult},
};
use std::cmp::Reverse;

/// Indicators whose combinations are tried: 2^12 of them stay within a frame (docs/language.md §11).
const MOST: usize = 12;

/// The ways to reach a sheet's marks, and to put them out of reach; `open` has the open answers of each indicator
/// in order.
pub(super) fn ways(sheet: &SheetResult<'_>, open: &[OpenSet]) -> [Ways; 2] {
    let mut tried: Vec<(usize, i64)> = sheet
        .indicators()
        .zip(open)
        .enumerate()
        .filter(|(_, (indicator, answers))| indicator.points.is_open() && **answers != OpenSet::default())
        .map(|(position, (indicator, _))| (position, indicator.points.width()))
        .collect();
    tried.sort_by_key(|(_, width)| Reverse(*width));
    tried.truncate(MOST);
    let tried: Vec<usize> = tried.into_iter().map(|(position, _)| position).collect();
    let bits: Vec<u32> = (0..open.len()).map(|position| bit_of(&tried, position)).collect();
    [Truth::Met, Truth::Unmet].map(|truth| {
        let settling = (0_u32..1 << tried.len()).filter(|chosen| settles(sheet, &bits, *chosen, truth));
        Ways::any_of(settling.map(|chosen| answers_of(open, &bits, chosen)))
    })
}

/// The bit of an indicator in a combination; 0 where it is not tried.
fn bit_of(tried: &[usize], position: usize) -> u32 {
    tried.iter().position(|tried| *tried == position).map_or(0, |bit| 1 << bit)
}

fn answers_of(open: &[OpenSet], bits: &[u32], chosen: u32) -> OpenSet {
    let answers = open.iter().zip(bits).filter(|(_, bit)| chosen & **bit != 0);
    answers.fold(OpenSet::default(), |all, (answers, _)| all | *answers)
}

/// Whether the sheet comes to a truth where the chosen indicators get the most, or the least, that they can.
fn settles(sheet: &SheetResult<'_>, bits: &[u32], chosen: u32, truth: Truth) -> bool {
    let points = |position: usize, points: Points| {
        let is_chosen = bits.get(position).is_some_and(|bit| chosen & bit != 0);
        match (is_chosen, truth) {
            (false, _) => points,
            (true, Truth::Met) => Points::exactly(points.max),
            (true, _) => Points::exactly(points.min),
        }
    };
    sheet.truth_with(points) == truth
}
