//! What is advised: changes with the effort they take, and sets of them that are enough.

use super::{
    change::Change,
    effort::{Effort, effort_of},
    side_effect::{SideEffect, Snapshot},
    trial::Trial,
};
use crate::language::{dossier::Dossier, terms::Terms};

/// Changes that together are enough, none of which can be left out or be one step smaller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The changes, in the order of the vocabulary.
    pub changes: Vec<Planned>,
    /// The heaviest effort among them.
    pub effort: Effort,
    /// The first application year in which all could count; `None` where nobody can say.
    pub window: Option<i16>,
    /// What else becomes worse or other.
    pub side_effects: Vec<SideEffect>,
}

/// A change with the effort it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Change that is planned.
    pub change: Change,
    /// What kind of effort.
    pub effort: Effort,
    /// The first application year in which it could count; `None` where nobody can say.
    pub window: Option<i16>,
}

impl Planned {
    /// A change of a dossier with the effort it takes.
    pub fn of(change: Change, terms: &Terms, dossier: &Dossier) -> Self {
        let (effort, window) = effort_of(&change, terms, dossier);
        Self { change, effort, window }
    }
}

impl Route {
    pub(super) fn of<'p>(changes: Vec<Change>, trial: &mut Trial<'p>, before: &Snapshot<'p>) -> Self {
        let side_effects = trial.with(&changes, |trial| before.effects(&Snapshot::of(&trial.assess())));
        let terms: &Terms = trial.pack.terms();
        let planned = |change: Change| Planned::of(change, terms, trial.dossier());
        let changes: Vec<Planned> = changes.into_iter().map(planned).collect();
        let effort = changes.iter().map(|planned| planned.effort).max().unwrap_or(Effort::Unchangeable);
        let windows: Option<Vec<i16>> = changes.iter().map(|planned| planned.window).collect();
        Self { effort, window: windows.and_then(|windows| windows.into_iter().max()), changes, side_effects }
    }
}
