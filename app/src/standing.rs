//! Where a level stands with what is filled in so far.

use crate::{rulebook::Rules, scope::Scope};
use zjtx_evaluator::{Assessment, Cause, Dossier, Judged, Reasons, Truth, evaluate};

/// How many conditions of a pack are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// 「已满足」
    pub met: usize,
    /// 「暂不满足」
    pub unmet: usize,
    /// 「待填」
    pub open: usize,
    /// 「待核」: answers alone do not settle it.
    pub review: usize,
}

/// State of a condition for a reader: an open one is either unanswered or to be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// 「满足」
    Met,
    /// 「不满足」
    Unmet,
    /// 「待填」
    Open,
    /// 「待核」
    Review,
}

impl State {
    /// The state of a truth with its cause.
    pub const fn of(truth: Truth, cause: Option<Cause>) -> Self {
        match (truth, cause) {
            (Truth::Met, _) => Self::Met,
            (Truth::Unmet, _) => Self::Unmet,
            (Truth::Undetermined, Some(Cause::Missing { .. }) | None) => Self::Open,
            (Truth::Undetermined, Some(_)) => Self::Review,
        }
    }

    /// The state of a condition.
    pub fn of_judged(judged: &Judged<'_>) -> Self {
        Self::of(judged.truth, cause_of(judged))
    }
}

/// Why a condition is open: the cause of the first open part of it.
fn cause_of(judged: &Judged<'_>) -> Option<Cause> {
    match &judged.reasons {
        Reasons::Test(explained) => explained.cause,
        Reasons::Criteria(children) => children.iter().find_map(cause_of),
        Reasons::NotExamined(_) => None,
    }
}

impl Tally {
    /// Counts the conditions that the verdict rests on.
    pub fn of(assessment: &Assessment<'_, '_>) -> Self {
        assessment.top_level().map(State::of_judged).fold(Self::default(), Self::with)
    }

    const fn with(mut self, state: State) -> Self {
        let count = match state {
            State::Met => &mut self.met,
            State::Unmet => &mut self.unmet,
            State::Open => &mut self.open,
            State::Review => &mut self.review,
        };
        *count += 1;
        self
    }
}

/// Judges a dossier by every pack of a scope.
pub fn assess<'r, 'd>(scope: &Scope, rules: &'r Rules, dossier: &'d Dossier) -> Vec<Assessment<'r, 'd>> {
    scope.packs(rules).into_iter().map(|pack| evaluate(pack, dossier)).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Tally, assess};
    use crate::testing::{draft, rules};

    #[test]
    fn an_empty_form_is_open_and_a_veto_counts() {
        let rules = rules();
        let tally = |answers: &[(&str, &str)]| {
            let draft = draft(&rules, answers);
            let dossier = draft.dossier(rules.terms());
            assess(&draft.scope, &rules, &dossier).first().map(Tally::of).expect("a pack")
        };
        let empty = tally(&[]);
        assert_eq!(
            (empty.met, empty.unmet, empty.review),
            (0, 0, 0),
            "nothing is settled, nor awaits a person"
        );
        let vetoed = tally(&[("serious_incident", "true")]);
        assert_eq!((vetoed.unmet, vetoed.open), (1, empty.open - 1));
    }
}
