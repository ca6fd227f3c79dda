//! The guide: which question to ask next, and how few answers could settle a level (docs/language.md §11).

mod open;
mod proofs;
mod sheet;
mod ways;

use crate::{
    base::truth::Truth,
    language::{assessment::Assessment, missing::FactRef},
};
use open::OpenAnswers;
use proofs::{Proofs, Prover};
use std::{cmp::Reverse, collections::BTreeSet};
use ways::OpenSet;

/// What could settle the levels that are still open.
pub struct Guide {
    open: OpenAnswers,
    /// One a level; `None` where its verdict is settled.
    levels: Vec<Option<Proofs>>,
}

/// The fewest answers that could settle a level as met, and as unmet; `None` where none could, or where there are too
/// many ways to tell (docs/language.md §11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fewest {
    /// As met.
    pub met: Option<u32>,
    /// As unmet.
    pub unmet: Option<u32>,
}

/// How soon an answer is asked for: the more levels it settles alone, the more shortest ways to met it is part of,
/// and the more shortest ways to unmet, the sooner.
type Rank = Reverse<(usize, usize, usize)>;

impl Guide {
    /// The guide for some levels of one dossier; `unsure` are answers that the person cannot give now.
    pub fn of(assessments: &[Assessment<'_, '_>], unsure: &BTreeSet<FactRef>) -> Self {
        let open = OpenAnswers::of(assessments, unsure);
        let proofs = |assessment: &Assessment<'_, '_>| Prover { assessment, open: &open }.verdict();
        let is_open = |assessment: &&Assessment<'_, '_>| assessment.verdict() == Truth::Undetermined;
        let levels = assessments.iter().map(|level| Some(level).filter(is_open).map(proofs)).collect();
        Self { open, levels }
    }

    /// How few answers could settle a level, by its position; `None` where its verdict is settled.
    pub fn fewest(&self, level: usize) -> Option<Fewest> {
        let proofs = self.levels.get(level)?.as_ref()?;
        Some(Fewest { met: proofs.met.least(), unmet: proofs.unmet.least() })
    }

    /// Open answers in the order in which to ask for them: titles first and points that another gives last; among
    /// equals what settles most levels alone, then what the shortest way to met needs. Answers that settle nothing
    /// are left out.
    pub fn order(&self) -> Vec<FactRef> {
        let ranked =
            self.open.each().filter_map(|open| Some((open.effort, self.rank(open.set)?, open.place)));
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_by_key(|(effort, rank, _)| (*effort, *rank));
        ranked.into_iter().map(|(_, _, place)| place).collect()
    }

    fn rank(&self, set: OpenSet) -> Option<Rank> {
        let has = |all: OpenSet| all | set == all;
        let count =
            |has: &dyn Fn(&Proofs) -> bool| self.levels.iter().flatten().filter(|level| has(level)).count();
        let alone = count(&|level| has(level.unmet.singles()));
        let wanted = count(&|level| level.met.smallest_set().is_some_and(has));
        let part = count(&|level| level.unmet.smallest_set().is_some_and(has));
        (alone.max(wanted).max(part) > 0).then_some(Reverse((alone, wanted, part)))
    }
}
