//! The same rows judged again and again while figures of the pack move: what does not move is judged once.

use super::{
    Plan, Rows,
    block::{Block, LANES, Scratch},
    kept::{Kept, Moving},
    truths::{Truths, first, ones, shared},
    verdicts::Verdicts,
};

/// Rows of one plan, prepared for plans of packs that differ from its pack in some figures.
///
/// A figure stands in one condition, one indicator, one group or the sheet. The truths of all other conditions are kept
/// as two bits a row, the points of all other groups and indicators, where the score moves, as numbers of a row.
pub struct Again<'a, 'p> {
    rows: &'a Rows<'p>,
    /// Members of the chapters that move, by position.
    members: Vec<usize>,
    /// Groups that move; `None` where the score stays as it is.
    groups: Option<Vec<Moving>>,
    /// Block by block the common truth of the members that stay.
    truths: Vec<Truths>,
    /// Block by block the truth of the score where it stays.
    scores: Vec<Truths>,
    /// Block by block the points that stay where it moves.
    points: Vec<Kept>,
}

impl<'a, 'p> Again<'a, 'p> {
    /// Prepares rows for some plans, which are all that will be judged by. `None` where one of them does not fit
    /// the rows.
    pub fn new(plans: &[Plan<'_>], rows: &'a Rows<'p>) -> Option<Self> {
        let (base, others) = plans.split_first()?;
        if !plans.iter().all(|plan| plan.fits(rows)) {
            return None;
        }
        let sheets = others.iter().filter_map(|other| other.sheet.as_ref());
        let groups = base.sheet.as_ref().and_then(|sheet| sheet.moving(sheets));
        let members = base.moving_members(others, groups.is_some());
        let mut again =
            Self { rows, members, groups, truths: Vec::new(), scores: Vec::new(), points: Vec::new() };
        again.keep(base);
        Some(again)
    }

    /// Judges what stays.
    fn keep(&mut self, base: &Plan<'_>) {
        let mut scratch = Scratch::new();
        for number in 0..self.rows.len().div_ceil(LANES) {
            let block = self.rows.block_in_turn(number);
            let mut score = Truths::UNDETERMINED;
            match (&base.sheet, &self.groups) {
                (Some(sheet), Some(moving)) => self.points.push(sheet.keep(moving, &block, &mut scratch)),
                (Some(sheet), None) => score = sheet.judge(&block, &mut scratch).1,
                (None, _) => {}
            }
            let staying = base.criteria.iter().enumerate().filter(|(at, _)| !self.members.contains(at));
            let judged = staying.map(|(_, member)| member.judge(&block, &score, &mut scratch, &mut []));
            self.truths.push(judged.fold(Truths::MET, |all, truths| all.and(&truths)));
            self.scores.push(score);
        }
    }

    /// The verdicts by one of the plans; scores and unmet conditions are those of [`Plan::judge`] alone.
    pub fn judge(&self, plan: &Plan<'_>) -> Verdicts {
        let mut scratch = Scratch::new();
        let mut verdicts = Verdicts::new(0, self.rows.len(), 0, false);
        for (number, staying) in self.truths.iter().enumerate() {
            verdicts
                .extend(self.rows_from(number), None, |_| self.truths(plan, (number, staying), &mut scratch));
        }
        verdicts
    }

    /// How many rows come to 满足 by each of the plans, and how many may still. All plans judge a block before the next
    /// one is read, so that it is read from afar once.
    pub fn met_and_possible(&self, plans: &[Plan<'_>]) -> Vec<[usize; 2]> {
        let mut scratch = Scratch::new();
        let mut counts = vec![[0; 2]; plans.len()];
        for (number, staying) in self.truths.iter().enumerate() {
            let lanes = first(self.rows_from(number));
            for (plan, [met, possible]) in plans.iter().zip(&mut counts) {
                let truths = self.truths(plan, (number, staying), &mut scratch);
                *met = ones(&shared(truths.met(), &lanes)).saturating_add(*met);
                *possible = ones(&shared(truths.possible(), &lanes)).saturating_add(*possible);
            }
        }
        counts
    }

    /// How many rows there are from a block on.
    fn rows_from(&self, number: usize) -> usize {
        self.rows.len().saturating_sub(number.saturating_mul(LANES))
    }

    /// The truths of a block by a plan, given those of the members that stay.
    fn truths(&self, plan: &Plan<'_>, (number, staying): (usize, &Truths), scratch: &mut Scratch) -> Truths {
        let block = self.rows.block(number);
        let score = self.score(plan, (number, &block), scratch);
        let moving = self.members.iter().filter_map(|at| plan.criteria.get(*at));
        let judged = moving.map(|member| member.judge(&block, &score, scratch, &mut []));
        judged.fold(*staying, |all, truths| all.and(&truths))
    }

    /// The truth of the score of a block.
    fn score(&self, plan: &Plan<'_>, (number, block): (usize, &Block<'_>), scratch: &mut Scratch) -> Truths {
        match (&self.groups, &plan.sheet, self.points.get(number)) {
            (Some(moving), Some(sheet), Some(kept)) => sheet.again((moving, kept), block, scratch),
            _ => self.scores.get(number).copied().unwrap_or(Truths::UNDETERMINED),
        }
    }
}

impl Plan<'_> {
    /// Members of the chapters that are not the same in all plans, and those that read a score that moves.
    fn moving_members(&self, others: &[Self], score_moves: bool) -> Vec<usize> {
        let moves = |(at, member): &(usize, &super::criterion::CriterionPlan)| {
            score_moves && member.reads_score()
                || others.iter().any(|other| other.criteria.get(*at) != Some(member))
        };
        self.criteria.iter().enumerate().filter(moves).map(|(at, _)| at).collect()
    }
}
