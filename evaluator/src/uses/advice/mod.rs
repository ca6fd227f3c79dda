//! Advice 「差距与培育方向」: gaps, routes, waiting and slack (docs/advice.md).
//!
//! Everything is found on the exact numbers that [`crate::evaluate`] judges, and verified by judging again.
//! Nothing in the evaluation depends on this module; it keeps nothing and knows no texts.
//!
//! ```
//! # use zjtx_evaluator::{Dossier, Rulebook, advice::advise};
//! # let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
//! let dossier = r#"{ "schema": 1, "as_of": "2023-05-01", "application_kind": "first",
//!                    "facts": { "rd_expense": { "2022": "80" }, "operating_revenue": { "2022": "2000" } } }"#;
//! let dossier = Dossier::parse(dossier, rulebook.terms())?;
//! let advice = advise(rulebook.pack("cn-specialized-sme-2022").expect("the pack exists"), &dossier);
//! let gap = advice.gaps.iter().find(|gap| gap.criterion.id == "Z-C2").expect("R&D is too low");
//! assert_eq!(gap.routes[0].changes[0].change.to.plain().as_deref(), Some("100"));
//! # Ok::<(), zjtx_evaluator::DossierErrors>(())
//! ```

mod change;
mod cost;
mod direct;
mod effort;
mod gap;
mod jump;
mod lever;
mod line;
mod mark;
mod outcome;
mod plan;
mod route;
mod score;
mod side_effect;
mod slack;
mod target;
mod trial;
mod waiting;
mod words;

pub use change::Change;
pub use effort::Effort;
pub use gap::Gap;
pub use outcome::{
    AdviceOutcome, ChangeOutcome, FactOutcome, GapOutcome, RouteOutcome, SlackOutcome, WaitingOutcome,
};
pub use plan::{Planned, Route};
pub use side_effect::{EffectKind, SideEffect, side_effects};
pub use slack::Slack;
pub use waiting::Waiting;
pub use words::{AdviceWords, ChangeWords, closed_years};

use crate::{
    base::truth::Truth,
    language::{assessment::Assessment, dossier::Dossier, missing::FactRef, packs::Pack},
};
use gap::OpenCriterion;
use side_effect::Snapshot;
use std::cmp::Reverse;
use trial::{Goal, Trial};

/// What would have to change, and what must not.
#[derive(Clone, Debug)]
pub struct Advice<'p> {
    /// Pack that the advice is about.
    pub pack: &'p Pack,
    /// What the dossier is judged now.
    pub verdict: Truth,
    /// Every criterion with a test that is not met, in the order of the pack.
    pub gaps: Vec<Gap<'p>>,
    /// Sets of changes with which the verdict is met, the least effort first, at most ten.
    pub routes: Vec<Route>,
    /// What waiting alone would do.
    pub waiting: Option<Waiting>,
    /// How far figures may move before a criterion that is met no longer is.
    pub slack: Vec<Slack<'p>>,
    /// Absent facts to find out, those first that open most.
    pub find_out: Vec<FactRef>,
}

/// Routes told for a pack.
const MOST_ROUTES: usize = 10;

/// Finds what would have to change for the dossier to meet the pack. Total, deterministic, without a clock.
pub fn advise<'p>(pack: &'p Pack, dossier: &Dossier) -> Advice<'p> {
    let mut trial = Trial::new(pack, dossier);
    let assessment = crate::language::assessment::evaluate(pack, dossier);
    let verdict = assessment.verdict();
    let open = gap::open_criteria(&assessment);
    let find_out = find_out(&assessment, &open);
    let before = Snapshot::of(&assessment);
    let gaps = open.into_iter().map(|open| open.gap(&mut trial, &before)).collect();
    let slack = slack::slack(&mut trial, &slack::met_criteria(&assessment));
    let (mut found, mut waiting) = (Vec::new(), None);
    if verdict != Truth::Met {
        found = route::routes(&mut trial, Goal::Verdict, MOST_ROUTES);
        waiting = waiting::earliest(&trial);
    }
    let routes = found.into_iter().map(|changes| Route::of(changes, &mut trial, &before)).collect();
    Advice { pack, verdict, gaps, routes, waiting, slack, find_out }
}

/// The decisive facts of an undetermined verdict; of an unmet one what leaves criteria open.
fn find_out(assessment: &Assessment<'_, '_>, open: &[OpenCriterion<'_>]) -> Vec<FactRef> {
    if assessment.verdict() == Truth::Undetermined {
        return assessment.missing();
    }
    let all = || open.iter().flat_map(OpenCriterion::find_out);
    let mut facts: Vec<FactRef> = all().copied().collect();
    facts.sort_unstable();
    facts.dedup();
    facts.sort_unstable_by_key(|fact| (Reverse(all().filter(|other| *other == fact).count()), *fact));
    facts
}
