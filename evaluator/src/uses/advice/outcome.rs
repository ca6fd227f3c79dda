//! Advice as plain data for programs (docs/advice.md).

use super::{Advice, Effort, Gap, Planned, Route, SideEffect, Slack, Unanswered, Waiting};
use crate::{
    base::{date::Date, fact_kind::Lever, number::format_micros, truth::Truth, value::Value},
    language::{
        dossier::value_json,
        missing::FactRef,
        terms::{FactIx, Terms},
    },
};
use serde::Serialize;
use serde_json::Value as Json;

/// What programs get of advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AdviceOutcome {
    /// Identifier of the pack.
    pub pack: String,
    /// Revision of the pack.
    pub revision: String,
    /// What the dossier is judged now.
    pub verdict: Truth,
    /// Criteria that are known not to be met.
    pub gaps: Vec<GapOutcome>,
    /// Criteria that absent answers leave open.
    pub unanswered: Vec<UnansweredOutcome>,
    /// Plans for the first application year in which the verdict could be met, the least effort first.
    pub routes: Vec<RouteOutcome>,
    /// What waiting alone would do; `null` where it does not help.
    pub waiting: Option<WaitingOutcome>,
    /// By how much criteria are met, the tightest first.
    pub slack: Vec<SlackOutcome>,
    /// Absent facts to find out, those first that open most.
    pub find_out: Vec<FactOutcome>,
}

/// A criterion that is not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GapOutcome {
    /// Identifier of the criterion.
    pub criterion: String,
    /// `unmet` or `undetermined`.
    pub truth: Truth,
    /// Whether the verdict waits for it.
    pub needed: bool,
    /// The least effort that closes it; `unchangeable` where no lever does.
    pub effort: Effort,
    /// Single changes that are enough, then sets.
    pub routes: Vec<RouteOutcome>,
    /// The first application year in which time alone has closed it.
    pub waiting: Option<i16>,
}

/// A criterion that absent answers leave open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnansweredOutcome {
    /// Identifier of the criterion.
    pub criterion: String,
    /// Whether the verdict waits for it.
    pub needed: bool,
    /// Facts that are absent and leave it open.
    pub find_out: Vec<FactOutcome>,
}

/// A plan for one application year: changes that together are enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RouteOutcome {
    /// The year of the application.
    pub application_year: i16,
    /// Identifier of the pack that judges it.
    pub pack: String,
    /// Whether that pack is known to be in force then.
    pub in_force: bool,
    /// The heaviest effort among the changes.
    pub effort: Effort,
    /// Changes of the route, all of which are needed.
    pub changes: Vec<ChangeOutcome>,
    /// Facts that are absent and are taken to come out well.
    pub assumed: Vec<FactOutcome>,
    /// What else becomes worse or other.
    pub side_effects: Vec<SideEffect>,
}

/// A fact, of a year where it has years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactOutcome {
    /// Identifier of the fact.
    pub fact: String,
    /// Fiscal year, for facts by year.
    pub year: Option<i16>,
}

/// A change of one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeOutcome {
    /// Fact that changes, with its year.
    #[serde(flatten)]
    pub place: FactOutcome,
    /// How a firm can change it.
    pub lever: Lever,
    /// What it goes on from, written as in dossiers; of an open year of which nothing is said that of the year before.
    pub from: Json,
    /// What it would have to be.
    pub to: Json,
    /// The distance of two figures.
    pub by: Option<String>,
    /// What kind of effort.
    pub effort: Effort,
    /// What the dossier says of the same fact in the years that matter beside it.
    pub held: Vec<HeldOutcome>,
}

/// A figure of a year that stays what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeldOutcome {
    /// Fiscal year.
    pub year: i16,
    /// Figure as decimal text.
    pub value: String,
}

/// What waiting alone would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WaitingOutcome {
    /// The first day.
    pub as_of: Date,
    /// Whether the pack is known to be in force then.
    pub in_force: bool,
    /// Facts that are absent and are taken to come out well.
    pub assumed: Vec<FactOutcome>,
}

/// How far a figure may move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SlackOutcome {
    /// Rule id of the criterion that stays met.
    pub criterion: String,
    /// Fact that changes, with its year.
    #[serde(flatten)]
    pub place: FactOutcome,
    /// What the dossier says.
    pub from: Json,
    /// The last value that keeps the criterion met.
    pub to: Json,
    /// The distance of the two.
    pub by: Option<String>,
    /// Whether the figure rises to it.
    pub rising: bool,
}

impl Advice<'_> {
    /// The advice as plain data.
    pub fn outcome(&self) -> AdviceOutcome {
        let terms = self.pack.terms();
        AdviceOutcome {
            pack: self.pack.id().to_owned(),
            revision: self.pack.revision().to_owned(),
            verdict: self.verdict,
            gaps: self.gaps.iter().map(|gap| gap.outcome(terms)).collect(),
            unanswered: self.unanswered.iter().map(|open| open.outcome(terms)).collect(),
            routes: self.routes.iter().map(|route| route.outcome(terms)).collect(),
            waiting: self.waiting.as_ref().map(|waiting| waiting.outcome(terms)),
            slack: self.slack.iter().map(|slack| slack.outcome(terms)).collect(),
            find_out: FactOutcome::list(&self.find_out, terms),
        }
    }
}

impl Gap<'_> {
    /// The least effort that closes it.
    pub fn effort(&self) -> Effort {
        let waiting = self.waiting.map(|_| Effort::LongTerm);
        self.routes.iter().map(|route| route.effort).chain(waiting).min().unwrap_or(Effort::Unchangeable)
    }

    fn outcome(&self, terms: &Terms) -> GapOutcome {
        GapOutcome {
            criterion: self.criterion.id.clone(),
            truth: self.truth,
            needed: self.needed,
            effort: self.effort(),
            routes: self.routes.iter().map(|route| route.outcome(terms)).collect(),
            waiting: self.waiting,
        }
    }
}

impl Unanswered<'_> {
    fn outcome(&self, terms: &Terms) -> UnansweredOutcome {
        UnansweredOutcome {
            criterion: self.criterion.id.clone(),
            needed: self.needed,
            find_out: FactOutcome::list(&self.find_out, terms),
        }
    }
}

impl Waiting {
    fn outcome(&self, terms: &Terms) -> WaitingOutcome {
        WaitingOutcome {
            as_of: self.as_of,
            in_force: self.in_force,
            assumed: FactOutcome::list(&self.assumed, terms),
        }
    }
}

impl Route {
    fn outcome(&self, terms: &Terms) -> RouteOutcome {
        RouteOutcome {
            application_year: self.application_year,
            pack: self.pack.clone(),
            in_force: self.in_force,
            effort: self.effort,
            assumed: FactOutcome::list(&self.assumed, terms),
            changes: self.changes.iter().map(|planned| planned.outcome(terms)).collect(),
            side_effects: self.side_effects.clone(),
        }
    }
}

impl FactOutcome {
    fn of(place: FactRef, terms: &Terms) -> Self {
        Self { fact: terms.id(place.fact).to_owned(), year: place.year }
    }

    fn list(places: &[FactRef], terms: &Terms) -> Vec<Self> {
        places.iter().map(|place| Self::of(*place, terms)).collect()
    }
}

impl Planned {
    fn outcome(&self, terms: &Terms) -> ChangeOutcome {
        let change = &self.change;
        ChangeOutcome {
            place: FactOutcome::of(change.place, terms),
            lever: terms.term(change.place.fact).map_or(Lever::Fixed, |term| term.lever()),
            from: change.from.as_ref().map_or(Json::Null, |from| written(from, change.place.fact, terms)),
            to: written(&change.to, change.place.fact, terms),
            by: change.by(),
            effort: self.effort,
            held: self.held.iter().map(|held| HeldOutcome::of(*held)).collect(),
        }
    }
}

impl HeldOutcome {
    fn of((year, micros): (i16, i64)) -> Self {
        Self { year, value: format_micros(i128::from(micros)) }
    }
}

impl super::Change {
    /// The distance of its two figures as decimal text.
    pub fn by(&self) -> Option<String> {
        between(self.from.as_ref()?, &self.to)
    }
}

impl Slack<'_> {
    /// The distance of its two figures as decimal text.
    pub fn by(&self) -> Option<String> {
        between(&self.from, &self.to)
    }

    fn outcome(&self, terms: &Terms) -> SlackOutcome {
        SlackOutcome {
            criterion: self.criterion.id.clone(),
            place: FactOutcome::of(self.place, terms),
            from: written(&self.from, self.place.fact, terms),
            to: written(&self.to, self.place.fact, terms),
            by: self.by(),
            rising: self.rising,
        }
    }
}

fn between(from: &Value, to: &Value) -> Option<String> {
    let (from, to) = (from.as_number()?, to.as_number()?);
    Some(format_micros(i128::from(to).saturating_sub(i128::from(from)).saturating_abs()))
}

fn written(value: &Value, fact: FactIx, terms: &Terms) -> Json {
    terms.term(fact).map_or(Json::Null, |term| value_json(value, term))
}
