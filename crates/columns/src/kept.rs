//! Points that stay while figures of a score sheet move.

use super::{
    block::{Block, LANES, Scratch},
    sheet::{RulePlan, Scores, SheetPlan, reaches},
    truths::Truths,
};

/// A group of a sheet with figures that move, and which of its rules they stand in.
#[derive(Debug)]
pub(super) struct Moving {
    group: usize,
    rules: Vec<usize>,
}

/// What stays of a block.
#[derive(Debug)]
pub(super) struct Kept {
    /// Points of the groups that stay, as far as they count.
    total: Scores,
    /// Whether these groups reach their floors.
    floors: Truths,
    /// For each group that moves the points of its rules that stay.
    groups: Vec<Scores>,
}

impl SheetPlan {
    /// Groups that are not the same in all sheets; `None` where the whole sheet is.
    pub(super) fn moving<'s>(
        &'s self,
        others: impl Iterator<Item = &'s Self> + Clone,
    ) -> Option<Vec<Moving>> {
        if others.clone().all(|other| other == self) {
            return None;
        }
        let groups = self.groups.iter().enumerate().filter_map(|(at, group)| {
            let others = others.clone().filter_map(|other| other.groups.get(at));
            let moves = |(rule, own): (usize, &RulePlan)| {
                let moves = others.clone().any(|other| other.rules.get(rule) != Some(own));
                moves.then_some(rule)
            };
            let rules = group.rules.iter().enumerate().filter_map(moves).collect();
            others.clone().any(|other| other != group).then_some(Moving { group: at, rules })
        });
        Some(groups.collect())
    }

    /// Points of a block that are the same in all sheets of which `moving` tells.
    pub(super) fn keep(&self, moving: &[Moving], block: &Block<'_>, scratch: &mut Scratch) -> Kept {
        let mut kept =
            Kept { total: [0; LANES], floors: Truths::MET, groups: Vec::with_capacity(moving.len()) };
        for (at, group) in self.groups.iter().enumerate() {
            let moves = moving.iter().find(|moving| moving.group == at);
            let mut points = [0; LANES];
            for (rule, plan) in group.rules.iter().enumerate() {
                if !moves.is_some_and(|moves| moves.rules.contains(&rule)) {
                    plan.add(block, scratch, &mut points);
                }
            }
            match moves {
                Some(_) => kept.groups.push(points),
                None => kept.floors = kept.floors.and(&group.count(points, &mut kept.total)),
            }
        }
        kept
    }

    /// Whether floors and total of a block are reached, given what stays.
    pub(super) fn again(
        &self,
        (moving, kept): (&[Moving], &Kept),
        block: &Block<'_>,
        scratch: &mut Scratch,
    ) -> Truths {
        let (mut total, mut truths) = (kept.total, kept.floors);
        for (Moving { group, rules }, points) in moving.iter().zip(&kept.groups) {
            let Some(group) = self.groups.get(*group) else { continue };
            let mut points = *points;
            for rule in rules.iter().filter_map(|rule| group.rules.get(*rule)) {
                rule.add(block, scratch, &mut points);
            }
            truths = truths.and(&group.count(points, &mut total));
        }
        truths.and(&reaches(&total, self.pass_mark))
    }
}
