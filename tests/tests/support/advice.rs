//! What must hold of every piece of advice, tried out by judging again.

use super::{
    RULEBOOK, RULES,
    ahead::{is_farther, is_in_force, later, parsed, share, turned, value_at, with},
    golden, pack_json,
    tried::{Tried, tried},
};
use conformance::random::Dossiers;
use serde_json::Value;
use zjtx_evaluator::{
    Dossier, Doubt, FactKind, FactPeriod, FactRef, Lever, Pack, Rulebook, Terms, Truth, Value as Answer,
    advice::{Advice, Change, Gap, Route, advise, hoped, hoped_verdict},
    doubts, evaluate,
};

/// Applications after this year's that are planned for.
const MOST_YEARS: i16 = 5;

/// Tries the advice on many dossiers of a pack: at random, and golden ones with facts changed.
pub fn prove_many(pack: &'static Pack, seed: u64, count: usize) -> Tried {
    let mut source = Dossiers::new(&RULES, pack_json(pack.id()), seed);
    let cases: Vec<Value> =
        golden().iter().filter(|case| case.speaks_of(pack.id())).map(|case| case.dossier().clone()).collect();
    let mut tried = Tried::default();
    for index in 0..count {
        let dossier = match cases.get(index % (cases.len() + 1)) {
            Some(case) => (0..=index % 4).fold(case.clone(), |dossier, _| source.varied(&dossier)),
            None => source.random(),
        };
        tried = tried.plus(prove(&RULEBOOK, pack, &dossier));
        if index % 64 == 0 {
            prove_none_missed(pack, &dossier);
        }
        if index % 4 == 0 {
            prove_order_is_nothing(pack, &dossier);
        }
    }
    tried
}

/// Tries everything that is advised for one dossier.
pub fn prove(rulebook: &Rulebook, pack: &Pack, json: &Value) -> Tried {
    let dossier = parsed(json, pack.terms());
    let advice = advise(rulebook, pack, &dossier);
    let proof = Proof { rulebook, pack, dossier: &dossier };
    assert!(advice.routes.len() <= 10 && (advice.verdict != Truth::Met || advice.routes.is_empty()));
    advice.routes.iter().for_each(|route| proof.verdict_route(route));
    advice.gaps.iter().for_each(|gap| proof.gap(gap));
    advice.unanswered.iter().for_each(|open| {
        assert!(!open.find_out.is_empty());
        assert_eq!(proof.truth(pack, &open.criterion.id, &dossier), Truth::Undetermined);
    });
    proof.slack(&advice);
    proof.waiting(&advice);
    tried(&advice)
}

/// The same facts in another order are advised alike.
fn prove_order_is_nothing(pack: &Pack, json: &Value) {
    let [advice, turned] =
        [json, &turned(json)].map(|json| advise(&RULEBOOK, pack, &parsed(json, pack.terms())).outcome());
    assert_eq!(advice, turned, "{json}");
}

/// No single change that closes a gap was missed, in its first year: where some other value of a place does, one no
/// farther is told.
fn prove_none_missed(pack: &Pack, json: &Value) {
    let dossier = parsed(json, pack.terms());
    let advice = advise(&RULEBOOK, pack, &dossier);
    let proof = Proof { rulebook: &RULEBOOK, pack, dossier: &dossier };
    for gap in &advice.gaps {
        let told_in = gap.routes.first().map(|route| route.application_year);
        for years in 0..=MOST_YEARS {
            let base = proof.later(years);
            let year = base.as_of().year();
            if proof.hoped(pack, &gap.criterion.id, &base) == Truth::Met {
                assert_eq!(gap.waiting, Some(year), "{}\n{json}", gap.criterion.id);
                break;
            }
            proof.singles_are_told(gap, &base, years);
            if told_in == Some(year) {
                break;
            }
        }
    }
}

struct Proof<'a> {
    rulebook: &'a Rulebook,
    pack: &'a Pack,
    dossier: &'a Dossier,
}

type Judge<'j> = &'j dyn Fn(&Dossier) -> Truth;

impl Proof<'_> {
    fn terms(&self) -> &Terms {
        self.pack.terms()
    }

    fn kind(&self, place: FactRef) -> FactKind {
        self.terms().term(place.fact).expect("a term").kind()
    }

    fn told(&self, what: &str, route: &Route) -> String {
        let changes: Vec<String> = route
            .changes
            .iter()
            .map(|planned| {
                let Change { place, from, to } = &planned.change;
                format!("{} {:?} {from:?} → {to:?}", self.terms().id(place.fact), place.year)
            })
            .collect();
        let year = route.application_year;
        format!(
            "{what} {} {year}\n{}\n{}",
            self.pack.id(),
            changes.join("\n"),
            self.dossier.to_json(self.terms())
        )
    }

    /// A route of the verdict: by the rules in force in its year, and no earlier year is met by itself.
    fn verdict_route(&self, route: &Route) {
        let years = route.application_year - self.dossier.as_of().year();
        assert!((0..=MOST_YEARS).contains(&years), "{}", self.told("another year", route));
        let base = self.later(years);
        let then = self.pack_in(&base);
        assert_eq!(
            (then.map_or(self.pack.id(), Pack::id), then.is_some()),
            (route.pack.as_str(), route.in_force)
        );
        let pack = then.unwrap_or(self.pack);
        let assumes = |dossier: &Dossier| evaluate(pack, dossier).verdict() != Truth::Met;
        self.route(route, &base, &|dossier| hoped_verdict(&evaluate(pack, dossier)));
        let changes: Vec<&Change> = route.changes.iter().map(|planned| &planned.change).collect();
        assert_eq!(
            !route.assumed.is_empty(),
            assumes(&with(&base, &changes)),
            "{}",
            self.told("assumes", route)
        );
    }

    /// The pack of the scheme that is in force on the day of a dossier; `None` where none is known.
    fn pack_in(&self, then: &Dossier) -> Option<&Pack> {
        if then.as_of() == self.dossier.as_of() || is_in_force(self.pack, then) {
            return Some(self.pack);
        }
        let scheme = self.pack.scheme();
        let firm = self.rulebook.region_of(self.dossier);
        let select = |region: &str| self.rulebook.select(scheme, region, then.as_of(), then.kind());
        select(&firm).or_else(|| select(self.pack.region()))
    }

    /// With it the goal is met; with less of it, it is not.
    fn route(&self, route: &Route, base: &Dossier, judge: Judge<'_>) {
        let changes: Vec<&Change> = route.changes.iter().map(|planned| &planned.change).collect();
        assert!(changes.len() <= 8 && !changes.is_empty());
        let told = |what| self.told(what, route);
        assert_eq!(judge(&with(base, &changes)), Truth::Met, "{}", told("is not enough"));
        for change in &changes {
            assert!(self.is_free(change.place, base), "{}", told("moves what is fixed"));
            assert_eq!(
                value_at(base, self.terms(), change.place),
                change.from,
                "{}",
                told("goes on from elsewhere")
            );
        }
        for place in &route.assumed {
            assert_eq!(value_at(base, self.terms(), *place), None, "{}", told("assumes what is known"));
        }
        for set in 0..(1_u32 << changes.len()) - 1 {
            let chosen = changes.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
            let chosen: Vec<&Change> = chosen.map(|(_, change)| *change).collect();
            assert_ne!(judge(&with(base, &chosen)), Truth::Met, "{}", told("more than enough"));
        }
        for (at, change) in changes.iter().enumerate() {
            for smaller in self.smaller(change) {
                let less: Vec<&Change> =
                    changes.iter().enumerate().map(|(i, c)| if i == at { &smaller } else { *c }).collect();
                let nearer = with(base, &less);
                if self.is_possible(&nearer, change.place) {
                    assert_ne!(judge(&nearer), Truth::Met, "{} {smaller:?}", told("too far"));
                }
            }
        }
    }

    fn gap(&self, gap: &Gap<'_>) {
        let id = &gap.criterion.id;
        assert_ne!(gap.truth, Truth::Met);
        assert_eq!(gap.truth, self.truth(self.pack, id, self.dossier), "{id}");
        assert_ne!(
            self.hoped(self.pack, id, self.dossier),
            Truth::Met,
            "{id}: what is not answered is no gap"
        );
        for route in &gap.routes {
            let base = self.later(route.application_year - self.dossier.as_of().year());
            self.route(route, &base, &|dossier| self.hoped(self.pack, id, dossier));
        }
    }

    /// Single changes in one year that close a gap are told.
    fn singles_are_told(&self, gap: &Gap<'_>, base: &Dossier, years: i16) {
        let singles = gap.routes.iter().filter(|route| route.changes.len() == 1);
        let of_year = singles.filter(|route| route.application_year == base.as_of().year());
        let told: Vec<&Change> = of_year.map(|route| &route.changes[0].change).collect();
        for (place, from) in self.known_places(base) {
            for to in self.others(place, &from) {
                let change = Change { place, from: Some(from.clone()), to: to.clone() };
                let changed = with(base, &[&change]);
                let closes = self.hoped(self.pack, &gap.criterion.id, &changed) == Truth::Met;
                if closes && self.is_possible(&changed, place) {
                    let told = told
                        .iter()
                        .any(|single| single.place == place && !is_farther(&from, &single.to, &to));
                    assert!(
                        told,
                        "{} {years} {change:?}\n{}",
                        gap.criterion.id,
                        self.dossier.to_json(self.terms())
                    );
                }
            }
        }
    }

    /// Every figure and answer that is known and can be other in a year.
    fn known_places(&self, base: &Dossier) -> Vec<(FactRef, Answer)> {
        let mut places = Vec::new();
        for (fact, term) in self.terms().facts() {
            let single = base.get(fact).cloned().map(|value| (FactRef { fact, year: None }, value));
            let yearly = base.years(fact);
            let yearly = yearly.map(|(year, own)| (FactRef { fact, year: Some(year) }, Answer::Number(own)));
            places.extend(single.filter(|_| term.period().is_none()).into_iter().chain(yearly));
        }
        places.retain(|(place, _)| self.is_free(*place, base));
        places
    }

    /// Whether a place can be other when the firm applies.
    fn is_free(&self, place: FactRef, base: &Dossier) -> bool {
        let term = self.terms().term(place.fact).expect("a term");
        let (this, then) = (self.dossier.as_of().year(), base.as_of().year());
        let settled =
            matches!(term.kind(), FactKind::Bool | FactKind::Set) && term.lever() != Lever::TimeOnly;
        term.lever() != Lever::Fixed
            && match (place.year, term.period()) {
                (Some(year), Some(FactPeriod::ApplicationYear)) => year > this,
                (Some(year), _) => year >= this,
                (None, _) => !term.is_duration() && (then > this || settled),
            }
    }

    /// Some other values the way a lever leads: near, farther and at the end.
    fn others(&self, place: FactRef, from: &Answer) -> Vec<Answer> {
        let term = self.terms().term(place.fact).expect("a term");
        let (least, most) = term.bounds();
        match (from, term.lever()) {
            (Answer::Number(own), Lever::Decrease) => {
                [least, own / 2].into_iter().filter(|to| to < own).map(Answer::Number).collect()
            }
            (Answer::Number(own), _) => {
                let more = [own + self.step(place), own + 3_000_000, own.saturating_mul(2), most];
                let whole = more.map(|to| to / self.step(place) * self.step(place));
                whole.into_iter().filter(|to| to > own && *to <= most).map(Answer::Number).collect()
            }
            (Answer::Rank(own), _) => {
                let places = (1..own.map_or(8, |own| own.min(8))).map(Some);
                places.map(Answer::Rank).collect()
            }
            (Answer::Bool(false), Lever::Increase | Lever::TimeOnly) => vec![Answer::Bool(true)],
            (Answer::Bool(true), Lever::Decrease | Lever::TimeOnly) => vec![Answer::Bool(false)],
            (Answer::Choice(own), Lever::Increase) => {
                let end = u8::try_from(term.choices().len()).expect("few choices");
                (own + 1..end).map(Answer::Choice).collect()
            }
            _ => Vec::new(),
        }
    }

    fn truth(&self, pack: &Pack, id: &str, dossier: &Dossier) -> Truth {
        let assessment = evaluate(pack, dossier);
        let judged = assessment.criteria().into_iter().find(|judged| judged.criterion.id == id);
        judged.expect("a criterion").truth
    }

    /// The truth if every absent answer came out well.
    fn hoped(&self, pack: &Pack, id: &str, dossier: &Dossier) -> Truth {
        let assessment = evaluate(pack, dossier);
        let judged = assessment.criteria().into_iter().find(|judged| judged.criterion.id == id);
        hoped(&assessment, judged.expect("a criterion"))
    }

    /// Every line keeps its condition and beyond it does not; one a condition, the tightest first.
    fn slack(&self, advice: &Advice<'_>) {
        let mut last = 0;
        for slack in &advice.slack {
            let (id, place) = (&slack.criterion.id, slack.place);
            let told = || format!("{slack:?}\n{}", self.dossier.to_json(self.terms()));
            let term = self.terms().term(place.fact).expect("a term");
            assert!(term.lever() != Lever::Fixed && !term.is_duration(), "{}", told());
            assert_eq!(
                advice.slack.iter().filter(|other| other.criterion.id == *id).count(),
                1,
                "{}",
                told()
            );
            let met = |to: &Answer| {
                let change = Change { place, from: None, to: to.clone() };
                self.truth(self.pack, id, &with(self.dossier, &[&change])) == Truth::Met
            };
            assert!(met(&slack.to), "{}", told());
            let step = if slack.rising { 1 } else { -1 };
            // Money is told in whole 万元 on the safe side: somewhere within one of them it ends.
            let whole =
                term.kind() == FactKind::Money && slack.to.as_number().is_some_and(|to| to % 1_000_000 == 0);
            let steps = if whole { [1, 999_999, 1_000_000].map(|far| step * far) } else { [step; 3] };
            let beyond = steps.iter().filter_map(|step| self.stepped(place, &slack.to, *step));
            assert!(beyond.into_iter().any(|beyond| !met(&beyond)), "{}", told());
            let share = share(&slack.from, &slack.to);
            assert!(share >= last, "{}", told());
            last = share;
        }
    }

    /// In the year told the verdict is met by time alone; in none before it is.
    fn waiting(&self, advice: &Advice<'_>) {
        let Some(waiting) = &advice.waiting else { return };
        let years = waiting.as_of.year() - self.dossier.as_of().year();
        let verdict = |years: i16| {
            let base = self.later(years);
            hoped_verdict(&evaluate(self.pack_in(&base).unwrap_or(self.pack), &base))
        };
        assert!(years > 0 && advice.verdict != Truth::Met);
        assert_eq!(verdict(years), Truth::Met);
        let told =
            || format!("{} {:?}\n{}", self.pack.id(), waiting.as_of, self.dossier.to_json(self.terms()));
        (0..years).for_each(|years| assert_ne!(verdict(years), Truth::Met, "{years} {}", told()));
    }

    /// The same firm some years on: durations longer, closed years as they were, open ones like the year before.
    fn later(&self, years: i16) -> Dossier {
        later(self.dossier, self.terms(), years)
    }

    /// Whether a place is neither more than its whole nor less than a part of it.
    fn is_possible(&self, dossier: &Dossier, place: FactRef) -> bool {
        doubts(dossier, self.terms()).into_iter().all(|doubt| match doubt {
            Doubt::AboveWhole { part, whole } => part != place && whole != place,
            _ => true,
        })
    }

    /// The same change one step shorter, and half as far.
    fn smaller(&self, change: &Change) -> Vec<Change> {
        let up = match (&change.from, &change.to) {
            (Some(Answer::Number(from)), Answer::Number(to)) => to > from,
            (_, to) => !matches!(to, Answer::Rank(_)) && self.lever(change.place) != Lever::Decrease,
        };
        let one = self.stepped(change.place, &change.to, if up { -1 } else { 1 });
        let half = match (&change.from, &change.to) {
            (Some(Answer::Number(from)), Answer::Number(to)) => {
                let step = self.step(change.place);
                Some(Answer::Number((from / step + (to - from) / step / 2) * step))
            }
            _ => None,
        };
        let known = one.into_iter().chain(half);
        let smaller = known.filter(|to| Some(to) != change.from.as_ref() && *to != change.to);
        smaller.map(|to| Change { to, ..change.clone() }).collect()
    }

    fn lever(&self, place: FactRef) -> Lever {
        self.terms().term(place.fact).expect("a term").lever()
    }

    fn step(&self, place: FactRef) -> i64 {
        if self.terms().term(place.fact).is_some_and(zjtx_evaluator::Term::is_whole) { 1_000_000 } else { 1 }
    }

    /// The value `steps` steps on; `None` where there is none, or no order of values.
    fn stepped(&self, place: FactRef, value: &Answer, steps: i64) -> Option<Answer> {
        Some(match value {
            Answer::Number(micros) => {
                let (least, most) = self.terms().term(place.fact)?.bounds();
                let moved = micros + steps * self.step(place);
                Answer::Number(Some(moved).filter(|moved| (least..=most).contains(moved))?)
            }
            Answer::Rank(Some(rank)) => Answer::Rank(u32::try_from(i64::from(*rank) + steps).ok()),
            Answer::Choice(index) => Answer::Choice(u8::try_from(i64::from(*index) + steps).ok()?),
            _ => return None,
        })
    }
}
