//! How much advice was tried.

use zjtx_evaluator::advice::Advice;

/// How much was tried, so that a test can tell that it tried enough.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tried {
    pub dossiers: usize,
    pub routes: usize,
    pub joint: usize,
    pub gaps: usize,
    pub sets: usize,
    pub slack: usize,
    pub waiting: usize,
}

impl Tried {
    pub fn plus(self, other: Self) -> Self {
        Self {
            dossiers: self.dossiers + other.dossiers,
            routes: self.routes + other.routes,
            joint: self.joint + other.joint,
            gaps: self.gaps + other.gaps,
            sets: self.sets + other.sets,
            slack: self.slack + other.slack,
            waiting: self.waiting + other.waiting,
        }
    }
}

/// What one piece of advice gave to try.
pub fn tried(advice: &Advice<'_>) -> Tried {
    let of_gaps = || advice.gaps.iter().flat_map(|gap| &gap.routes);
    Tried {
        dossiers: 1,
        routes: advice.routes.len(),
        joint: advice.routes.iter().filter(|route| route.changes.len() > 1).count(),
        gaps: of_gaps().count(),
        sets: of_gaps().filter(|route| route.changes.len() > 1).count(),
        slack: advice.slack.len(),
        waiting: usize::from(advice.waiting.is_some()),
    }
}
