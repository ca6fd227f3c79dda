//! What is advised: changes with the effort they take, and sets of them that are enough in an application year.

use super::{
    ahead::ahead,
    change::{Change, put},
    effort::{Effort, effort_and_window},
    side_effect::{SideEffect, Snapshot},
    trial::{Goal, Trial},
    year::{Year, assumed},
};
use crate::language::{dossier::Dossier, missing::FactRef, terms::Terms};

/// A plan for one application year: changes that together are enough, none of which can be left out or be one step
/// smaller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The year of the application.
    pub application_year: i16,
    /// Identifier of the pack that judges it.
    pub pack: String,
    /// Whether that pack is known to be in force then for this kind of application.
    pub in_force: bool,
    /// The changes, in the order of the vocabulary.
    pub changes: Vec<Planned>,
    /// Answers that are absent and are taken to come out well.
    pub assumed: Vec<FactRef>,
    /// The heaviest effort among the changes.
    pub effort: Effort,
    /// What else becomes worse or other.
    pub side_effects: Vec<SideEffect>,
}

/// A change with the effort it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Change that is planned; of an open year it goes on from the year before where nothing is said of it.
    pub change: Change,
    /// What kind of effort.
    pub effort: Effort,
    /// The first application year in which it could count; `None` where nobody can say.
    pub window: Option<i16>,
    /// What the dossier says of the same fact in the years that matter beside it, in millionths, years ascending.
    pub held: Vec<(i16, i64)>,
}

impl Planned {
    /// A change of a dossier with the effort it takes.
    pub fn of(change: Change, terms: &Terms, dossier: &Dossier) -> Self {
        let (effort, window) = effort_and_window(&change, terms, dossier.as_of());
        Self { change, effort, window, held: Vec::new() }
    }

    /// With the figures of the years that are read beside it, or else the newest one before it.
    fn beside(mut self, read: &[FactRef], now: &Dossier) -> Self {
        let (fact, year) = (self.change.place.fact, self.change.place.year);
        let is_read = |of: i16| read.contains(&FactRef { fact, year: Some(of) });
        let known: Vec<(i16, i64)> = now.years(fact).filter(|(of, _)| year >= Some(*of)).collect();
        self.held = known.iter().copied().filter(|(of, _)| is_read(*of)).collect();
        if self.held.is_empty() {
            self.held.extend(known.last());
        }
        self
    }
}

impl Route {
    pub(super) fn of<'p>(changes: Vec<Change>, year: &mut Year<'p>, goal: Goal<'p>, now: &Dossier) -> Self {
        let Year { trial, before, in_force, .. } = year;
        let (side_effects, assumed, read) = trial.with(&changes, |trial: &mut Trial<'p>| {
            let then = trial.assess();
            (before.effects(&Snapshot::of(&then)), assumed(trial, goal), then.facts_read())
        });
        let terms: &Terms = trial.pack.terms();
        let planned = |change: Change| Planned::of(change, terms, now).beside(&read, now);
        let changes: Vec<Planned> = changes.into_iter().map(planned).collect();
        Self {
            application_year: trial.dossier().as_of().year(),
            pack: trial.pack.id().to_owned(),
            in_force: *in_force,
            effort: changes.iter().map(|planned| planned.effort).max().unwrap_or(Effort::ThisWindow),
            changes,
            assumed,
            side_effects,
        }
    }

    /// The firm of a dossier as it applies with this plan carried out; `None` beyond the calendar.
    pub fn carried_out(&self, now: &Dossier, terms: &Terms) -> Option<Dossier> {
        let years = u16::try_from(self.application_year.saturating_sub(now.as_of().year())).ok()?;
        let mut then = ahead(now, terms, years)?;
        self.changes.iter().for_each(|planned| {
            put(&mut then, planned.change.place, Some(planned.change.to.clone()));
        });
        Some(then)
    }
}
