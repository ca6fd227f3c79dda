//! One application year ahead: how the firm stands in it if nothing changes, and which rules judge it.

use super::{
    absent,
    ahead::{ahead, pack_on},
    side_effect::Snapshot,
    trial::{Goal, Trial},
    waiting::Waiting,
};
use crate::{
    base::truth::Truth,
    language::{dossier::Dossier, missing::FactRef, packs::Pack, rulebook::Rulebook},
};

/// Applications that are planned for: this year's and those of the five years after it.
pub(super) const MOST: u16 = 5;
/// Years that waiting alone is followed for.
pub(super) const MOST_WAITED: u16 = 30;

/// An application year.
pub(super) struct Year<'p> {
    pub(super) trial: Trial<'p>,
    pub(super) before: Snapshot<'p>,
    /// Whether the pack is known to be in force then.
    pub(super) in_force: bool,
    ahead: u16,
}

impl<'p> Year<'p> {
    /// The application some years ahead, judged by the rules in force then; `None` beyond the calendar.
    pub(super) fn of(rulebook: &'p Rulebook, pack: &'p Pack, now: &Dossier, years: u16) -> Option<Self> {
        let later = ahead(now, pack.terms(), years)?;
        // The rules that judge now were chosen with the dossier.
        let (pack, in_force) =
            if years == 0 { (pack, true) } else { pack_on(rulebook, pack, now, later.as_of()) };
        Some(Self::judged(pack, later, now, in_force, years))
    }

    /// The application some years ahead, judged by one pack whatever the rules then.
    pub(super) fn by(rulebook: &'p Rulebook, pack: &'p Pack, now: &Dossier, years: u16) -> Option<Self> {
        let later = ahead(now, pack.terms(), years)?;
        let (then, known) = pack_on(rulebook, pack, now, later.as_of());
        let in_force = years == 0 || (known && std::ptr::eq(then, pack));
        Some(Self::judged(pack, later, now, in_force, years))
    }

    fn judged(pack: &'p Pack, later: Dossier, now: &Dossier, in_force: bool, ahead: u16) -> Self {
        let trial = Trial::plan(pack, later, now.as_of());
        let before = Snapshot::of(&trial.assess());
        Self { trial, before, in_force, ahead }
    }

    /// Whether a goal is met without any change; this year that is no waiting.
    pub(super) fn is_met(&self, goal: Goal<'p>) -> bool {
        self.trial.truth(goal) == Truth::Met
    }

    /// That nothing but time goes by until then.
    pub(super) fn waiting(&self) -> Option<Waiting> {
        (self.ahead > 0).then(|| Waiting {
            as_of: self.trial.dossier().as_of(),
            in_force: self.in_force,
            assumed: self.assumed(Goal::Verdict),
        })
    }

    /// Answers that are absent with the changes that are made, on which a goal still hangs.
    pub(super) fn assumed(&self, goal: Goal<'p>) -> Vec<FactRef> {
        assumed(&self.trial, goal)
    }
}

/// Answers that are absent in a trial and on which a goal still hangs.
pub(super) fn assumed<'p>(trial: &Trial<'p>, goal: Goal<'p>) -> Vec<FactRef> {
    let assessment = trial.assess();
    let mut open = match goal {
        Goal::Verdict => assessment.missing(),
        Goal::Criterion(criterion) => absent::of_criterion(&assessment, criterion),
        Goal::Node(..) => Vec::new(),
    };
    open.retain(|place| trial.value(*place).is_none());
    open
}
