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
//! let pack = rulebook.pack("cn-specialized-sme-2022").expect("the pack exists");
//! let advice = advise(&rulebook, pack, &dossier);
//! let gap = advice.gaps.iter().find(|gap| gap.criterion.id == "Z-C2").expect("R&D is too low");
//! let route = &gap.routes[0];
//! assert_eq!((route.application_year, route.changes[0].change.place.year), (2024, Some(2023)));
//! assert_eq!(route.changes[0].change.to.plain().as_deref(), Some("100"));
//! # Ok::<(), zjtx_evaluator::DossierErrors>(())
//! ```

mod absent;
mod ahead;
mod change;
mod cost;
mod direct;
mod effort;
mod gap;
mod hope;
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
mod year;

pub use ahead::{ahead, pack_on};
pub use change::Change;
pub use effort::Effort;
pub use gap::{Gap, Unanswered};
pub use hope::{hoped, hoped_verdict};
pub use outcome::{
    AdviceOutcome, ChangeOutcome, FactOutcome, GapOutcome, HeldOutcome, RouteOutcome, SlackOutcome,
    UnansweredOutcome, WaitingOutcome,
};
pub use plan::{Planned, Route};
pub use side_effect::{EffectKind, SideEffect, side_effects};
pub use slack::Slack;
pub use waiting::Waiting;
pub use words::{AdviceWords, ChangeWords, closed_years};

use crate::{
    base::truth::Truth,
    language::{
        assessment::{Assessment, evaluate},
        dossier::Dossier,
        missing::FactRef,
        packs::Pack,
        rulebook::Rulebook,
    },
};
use gap::OpenCriterion;
use std::cmp::Reverse;
use trial::{Goal, Trial};
use year::Year;

/// What would have to change, and what must not.
#[derive(Clone, Debug)]
pub struct Advice<'p> {
    /// Pack that the advice is about.
    pub pack: &'p Pack,
    /// What the dossier is judged now.
    pub verdict: Truth,
    /// Every criterion with a test that is known not to be met, in the order of the pack.
    pub gaps: Vec<Gap<'p>>,
    /// Every criterion with a test that absent answers leave open, in the order of the pack.
    pub unanswered: Vec<Unanswered<'p>>,
    /// Plans for the first application year in which the verdict could be met, the least effort first, at most ten.
    pub routes: Vec<Route>,
    /// What waiting alone would do.
    pub waiting: Option<Waiting>,
    /// By how much criteria are met, the tightest first.
    pub slack: Vec<Slack<'p>>,
    /// Absent facts to find out, those first that open most.
    pub find_out: Vec<FactRef>,
}

/// Routes told for a pack.
const MOST_ROUTES: usize = 10;

/// Finds what would have to change for the dossier to meet the pack, or the rules that follow it. Total, deterministic,
/// without a clock.
pub fn advise<'p>(rulebook: &'p Rulebook, pack: &'p Pack, dossier: &Dossier) -> Advice<'p> {
    let assessment = evaluate(pack, dossier);
    let verdict = assessment.verdict();
    let open = gap::open_criteria(&assessment);
    let find_out = find_out(&assessment, &open);
    let (mut gaps, mut unanswered) = (Vec::new(), Vec::new());
    if !open.is_empty() {
        let mut years = planned_years(rulebook, pack, dossier);
        for open in open {
            match open.told(&mut years, dossier) {
                Ok(gap) => gaps.push(gap),
                Err(open) => unanswered.push(open),
            }
        }
    }
    let slack = slack::slack(&mut Trial::now(pack, dossier), &slack::met_criteria(&assessment));
    let routes = if verdict == Truth::Met { Vec::new() } else { routes(rulebook, pack, dossier) };
    let waiting = if verdict == Truth::Met { None } else { waiting(rulebook, pack, dossier) };
    Advice { pack, verdict, gaps, unanswered, routes, waiting, slack, find_out }
}

/// The application years that are planned for, each judged by the pack itself.
fn planned_years<'p>(rulebook: &'p Rulebook, pack: &'p Pack, dossier: &Dossier) -> Vec<Year<'p>> {
    (0..=year::MOST).filter_map(|years| Year::by(rulebook, pack, dossier, years)).collect()
}

/// The routes of the first application year that has any; none where time alone is as quick.
fn routes<'p>(rulebook: &'p Rulebook, pack: &'p Pack, dossier: &Dossier) -> Vec<Route> {
    for years in 0..=year::MOST {
        let Some(mut year) = Year::of(rulebook, pack, dossier, years) else { break };
        if year.is_met(Goal::Verdict) {
            break;
        }
        let found = route::routes(&mut year.trial, Goal::Verdict, MOST_ROUTES);
        if !found.is_empty() {
            return found
                .into_iter()
                .map(|changes| Route::of(changes, &mut year, Goal::Verdict, dossier))
                .collect();
        }
    }
    Vec::new()
}

/// The first application year that meets the verdict by itself; none where no change is needed now.
fn waiting<'p>(rulebook: &'p Rulebook, pack: &'p Pack, dossier: &Dossier) -> Option<Waiting> {
    let mut years = (0..=year::MOST_WAITED).map_while(|years| Year::of(rulebook, pack, dossier, years));
    years.find(|year| year.is_met(Goal::Verdict))?.waiting()
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
