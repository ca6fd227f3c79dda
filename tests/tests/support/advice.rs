//! What must hold of every piece of advice, tried out by judging again.

use super::{RULEBOOK, RULES, golden, pack_json};
use conformance::{
    literal::{read_decimal, write_decimal},
    random::Dossiers,
};
use serde_json::{Map, Value};
use zjtx_evaluator::{
    Dossier, Doubt, FactKind, FactRef, Lever, Pack, Terms, Truth, Value as Answer,
    advice::{Advice, Change, Gap, Route, advise},
    doubts, evaluate,
};

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
        tried = tried.plus(prove(pack, &dossier));
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
pub fn prove(pack: &Pack, json: &Value) -> Tried {
    let dossier = parsed(json);
    let advice = advise(pack, &dossier);
    let proof = Proof { pack, dossier: &dossier };
    let verdict = |dossier: &Dossier| evaluate(pack, dossier).verdict();
    assert!(advice.routes.len() <= 10 && (advice.verdict != Truth::Met || advice.routes.is_empty()));
    advice.routes.iter().for_each(|route| proof.route(route, &verdict));
    advice.gaps.iter().for_each(|gap| proof.gap(gap));
    proof.slack(&advice);
    proof.waiting(&advice);
    tried(&advice)
}

/// The same facts in another order are advised alike.
fn prove_order_is_nothing(pack: &Pack, json: &Value) {
    let [advice, turned] = [json, &turned(json)].map(|json| advise(pack, &parsed(json)).outcome());
    assert_eq!(advice, turned, "{json}");
}

/// No single change that closes a gap was missed: where some other value of a place does, one no farther is told.
fn prove_none_missed(pack: &Pack, json: &Value) {
    let dossier = parsed(json);
    let advice = advise(pack, &dossier);
    let proof = Proof { pack, dossier: &dossier };
    let places = proof.known_places();
    for gap in &advice.gaps {
        let singles: Vec<&Change> = gap
            .routes
            .iter()
            .filter(|route| route.changes.len() == 1)
            .map(|route| &route.changes[0].change)
            .collect();
        for (place, from) in &places {
            for to in proof.others(*place, from) {
                let change = Change { place: *place, from: Some(from.clone()), to: to.clone() };
                let changed = proof.with(&[&change]);
                let closes = proof.truth(&gap.criterion.id, &changed) == Truth::Met;
                if closes && proof.is_possible(&changed, *place) {
                    let told = singles
                        .iter()
                        .any(|single| single.place == *place && !is_farther(from, &single.to, &to));
                    assert!(told, "{} {change:?}\n{json}", gap.criterion.id);
                }
            }
        }
    }
}

/// Whether a value of one direction lies farther from another than a third.
fn is_farther(from: &Answer, to: &Answer, than: &Answer) -> bool {
    match (from, to, than) {
        (Answer::Number(from), Answer::Number(to), Answer::Number(than)) => {
            from.abs_diff(*to) > from.abs_diff(*than)
        }
        (Answer::Rank(_), Answer::Rank(Some(to)), Answer::Rank(Some(than))) => to < than,
        _ => false,
    }
}

fn tried(advice: &Advice<'_>) -> Tried {
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

fn parsed(json: &Value) -> Dossier {
    Dossier::parse(&json.to_string(), RULEBOOK.terms()).unwrap_or_else(|errors| panic!("{errors}\n{json}"))
}

/// The dossier with its facts in the opposite order.
fn turned(json: &Value) -> Value {
    let mut turned = json.clone();
    let facts = json["facts"].as_object().expect("facts");
    turned["facts"] =
        facts.iter().rev().map(|(key, value)| (key.clone(), value.clone())).collect::<Map<_, _>>().into();
    turned
}

struct Proof<'a> {
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
        format!("{what} {}\n{}\n{}", self.pack.id(), changes.join("\n"), self.dossier.to_json(self.terms()))
    }

    /// With it the goal is met; with less of it, it is not.
    fn route(&self, route: &Route, judge: Judge<'_>) {
        let changes: Vec<&Change> = route.changes.iter().map(|planned| &planned.change).collect();
        assert!(changes.len() <= 8 && !changes.is_empty());
        let told = |what| self.told(what, route);
        assert_eq!(judge(&self.with(&changes)), Truth::Met, "{}", told("is not enough"));
        for change in &changes {
            assert!(self.is_movable(change.place), "{}", told("moves what is fixed"));
        }
        for set in 0..(1_u32 << changes.len()) - 1 {
            let chosen = changes.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
            let chosen: Vec<&Change> = chosen.map(|(_, change)| *change).collect();
            assert_ne!(judge(&self.with(&chosen)), Truth::Met, "{}", told("more than enough"));
        }
        for (at, change) in changes.iter().enumerate() {
            for smaller in self.smaller(change) {
                let less: Vec<&Change> =
                    changes.iter().enumerate().map(|(i, c)| if i == at { &smaller } else { *c }).collect();
                let nearer = self.with(&less);
                if self.is_possible(&nearer, change.place) {
                    assert_ne!(judge(&nearer), Truth::Met, "{} {smaller:?}", told("too far"));
                }
            }
        }
    }

    fn gap(&self, gap: &Gap<'_>) {
        let id = &gap.criterion.id;
        let judge = |dossier: &Dossier| self.truth(id, dossier);
        assert_ne!(gap.truth, Truth::Met);
        assert_eq!(gap.truth, judge(self.dossier), "{id}");
        gap.routes.iter().for_each(|route| self.route(route, &judge));
    }

    /// Every figure and answer that the dossier gives and a lever moves.
    fn known_places(&self) -> Vec<(FactRef, Answer)> {
        let mut places = Vec::new();
        for (fact, term) in self.terms().facts().filter(|(_, term)| term.lever() != Lever::Fixed) {
            let single = self.dossier.get(fact).cloned().map(|value| (FactRef { fact, year: None }, value));
            let yearly = self.dossier.years(fact);
            let yearly = yearly.map(|(year, own)| (FactRef { fact, year: Some(year) }, Answer::Number(own)));
            places.extend(single.filter(|_| term.period().is_none()).into_iter().chain(yearly));
        }
        places
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

    fn truth(&self, id: &str, dossier: &Dossier) -> Truth {
        let assessment = evaluate(self.pack, dossier);
        let judged = assessment.criteria().into_iter().find(|judged| judged.criterion.id == id);
        judged.expect("a criterion").truth
    }

    fn slack(&self, advice: &Advice<'_>) {
        for slack in &advice.slack {
            let (id, place) = (&slack.criterion.id, slack.place);
            let told = || format!("{slack:?}\n{}", self.dossier.to_json(self.terms()));
            assert!(self.is_movable(place), "{}", told());
            let step = if slack.rising { 1 } else { -1 };
            let beyond = self.stepped(place, &slack.to, step).expect("a step");
            for (value, keeps) in [(slack.to.clone(), true), (beyond, false)] {
                let change = Change { place, from: None, to: value };
                let met = self.truth(id, &self.with(&[&change])) == Truth::Met;
                assert_eq!(met, keeps, "{}", told());
            }
        }
    }

    /// On the day told, with durations grown, the verdict is met; a year earlier it is not.
    fn waiting(&self, advice: &Advice<'_>) {
        let Some(waiting) = advice.waiting else { return };
        let years = waiting.as_of.year() - self.dossier.as_of().year();
        let verdict = |years: i16| evaluate(self.pack, &self.later(years)).verdict();
        assert!(years > 0 && advice.verdict != Truth::Met);
        assert_eq!(verdict(years), Truth::Met);
        let told =
            || format!("{} {:?}\n{}", self.pack.id(), waiting.as_of, self.dossier.to_json(self.terms()));
        (0..years).for_each(|years| assert_ne!(verdict(years), Truth::Met, "{years} {}", told()));
    }

    /// The same firm some years on: durations longer, yearly figures as far from the day as before.
    fn later(&self, years: i16) -> Dossier {
        let json: Value = serde_json::from_str(&self.dossier.to_json(self.terms())).expect("JSON");
        let mut later = json.clone();
        let shifted = |text: &str| (text.parse::<i16>().expect("a year") + years).to_string();
        let day = json["as_of"].as_str().expect("a day").replace("02-29", "02-28");
        later["as_of"] = format!("{}{}", shifted(&day[..4]), &day[4..]).into();
        for (id, given) in json["facts"].as_object().expect("facts") {
            let term = self.terms().term(self.terms().find(id).expect("a fact")).expect("a term");
            if let Some(by_year) = given.as_object() {
                let moved = by_year.iter().map(|(year, figure)| (shifted(year), figure.clone()));
                later["facts"][id] = moved.collect::<Map<_, _>>().into();
            } else if term.kind() == FactKind::Years {
                let own = read_decimal(given.as_str().expect("years")).expect("a number");
                let grown = own + i128::from(years) * 1_000_000;
                later["facts"][id] = write_decimal(grown.min(1_000_000_000)).into();
            }
        }
        parsed(&later)
    }

    /// Whether a place is neither more than its whole nor less than a part of it.
    fn is_possible(&self, dossier: &Dossier, place: FactRef) -> bool {
        doubts(dossier, self.terms()).into_iter().all(|doubt| match doubt {
            Doubt::AboveWhole { part, whole } => part != place && whole != place,
            _ => true,
        })
    }

    fn is_movable(&self, place: FactRef) -> bool {
        self.terms().term(place.fact).is_some_and(|term| term.lever() != Lever::Fixed)
    }

    fn with(&self, changes: &[&Change]) -> Dossier {
        let mut dossier = self.dossier.clone();
        for change in changes {
            match change.place.year {
                Some(year) => dossier.set_year(change.place.fact, year, change.to.as_number()),
                None => dossier.set(change.place.fact, Some(change.to.clone())),
            }
        }
        dossier
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
