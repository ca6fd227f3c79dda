//! The first route is the best there is: against trying every value of small lattices, in packs drawn at random.

mod support;

use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus, seq::IndexedRandom};
use serde_json::{Value, json};
use support::{advice::prove, ahead::later, pack_json, with_pack};
use zjtx_evaluator::{
    Dossier, FactRef, Pack, Rulebook, Truth, Value as Answer,
    advice::{Change, Effort, advise, hoped_verdict},
    evaluate,
};

/// Packs drawn; some do not pass the check.
const PACKS: u64 = 150;
/// Dossiers tried with each.
const EACH: usize = 3;
/// Counts are tried up to this one; what the packs ask for lies below.
const MOST: i64 = 4;

const COUNTS: [&str; 3] = ["invention_patents", "utility_models", "core_it_systems"];
const ANSWERS: [&str; 2] = ["own_brand", "rd_institution"];
/// From the first, 一级, to the last, 四级.
const LEVEL: &str = "digital_level";
const RANK: &str = "provincial_market_rank";
/// Of each year.
const YEARLY: &str = "rd_expense";
/// Grows with the years.
const DURATION: &str = "years_in_segment";
/// The year of all dossiers.
const THIS: i16 = 2023;

/// A pack with these tests as its gates and nothing else but a score sheet.
fn pack_of_gates(tests: Vec<Value>, sheet: Value) -> Value {
    let mut pack = pack_json("cn-innovative-sme-2022").clone();
    let model = &pack_json("cn-innovative-sme-2022")["gates"][0];
    let gate = |(index, test): (usize, Value)| {
        let mut gate = model["all_of"][0].clone();
        gate["cite"] = model["cite"].clone();
        gate["confidence"] = "confirmed".into();
        gate["id"] = format!("T{index}").into();
        gate["test"] = test;
        gate
    };
    pack["gates"] = tests.into_iter().enumerate().map(gate).collect();
    pack["score_sheet"] = sheet;
    pack["routes"] = Value::Null;
    pack.as_object_mut().expect("a pack").retain(|_, value| !value.is_null());
    pack
}

struct Draw(Xoshiro256PlusPlus);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.choose(&mut self.0).expect("something to choose from")
    }

    /// A pack of a few gates, and sometimes a score with a floor.
    fn pack(&mut self) -> Value {
        let mut tests: Vec<Value> = (0..=self.below(3)).map(|_| self.test(2)).collect();
        let sheet = if self.below(2) == 0 { self.sheet() } else { Value::Null };
        if !sheet.is_null() {
            tests.push(json!({ "score": {} }));
        }
        pack_of_gates(tests, sheet)
    }

    fn test(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 5 } else { 9 }) {
            0 => json!({ "holds": self.pick(&ANSWERS) }),
            1 => {
                json!({ "rank_within": { "fact": RANK, "best": format!("{}名", self.below(3) + 1), "phrase": "前三" } })
            }
            2 => {
                let from = self.below(3) + 1;
                json!({ "one_of": { "fact": LEVEL, "values": (from..4).map(|at| format!("level_{}", at + 1)).collect::<Vec<_>>() } })
            }
            3 | 4 => json!({ "compare": self.compare() }),
            5 | 6 => json!({ "all": [self.test(depth - 1), self.test(depth - 1)] }),
            7 => json!({ "any": [self.test(depth - 1), self.test(depth - 1)] }),
            _ => {
                let of: Vec<Value> = (0..3).map(|_| self.test(depth - 1)).collect();
                json!({ "at_least_n": { "n": 2, "of": of } })
            }
        }
    }

    fn compare(&mut self) -> Value {
        let least = format!("{}项", self.below(MOST as usize) + 1);
        match self.below(3) {
            0 => {
                let ratio = json!({ "of": { "fact": COUNTS[0] }, "to": { "fact": COUNTS[1] } });
                json!({ "quantity": { "ratio": ratio }, "at_least": "100%", "phrase": "以上" })
            }
            1 => {
                let sum = json!([{ "fact": COUNTS[1] }, { "fact": COUNTS[2] }]);
                json!({ "quantity": { "sum": sum }, "at_least": least, "phrase": "以上" })
            }
            _ => json!({ "quantity": { "fact": self.pick(&COUNTS) }, "at_least": least, "phrase": "以上" }),
        }
    }

    /// A test of figures over years, of a duration, or of an answer that may be absent.
    fn yearly_test(&mut self) -> Value {
        let least = |draw: &mut Self| format!("{}万元", draw.below(MOST as usize) + 1);
        let compare = |quantity: Value, least: String| json!({ "compare": { "quantity": quantity, "at_least": least, "phrase": "以上" } });
        match self.below(6) {
            0 => {
                let sum = json!({ "sum_years": { "last": 2, "of": { "fact": YEARLY } } });
                compare(sum, format!("{}万元", self.below(2 * MOST as usize) + 1))
            }
            1 => {
                let test = compare(json!({ "fact": YEARLY }), least(self));
                json!({ "every_year": { "last": 2, "test": test } })
            }
            2 => compare(json!({ "fact": YEARLY }), least(self)),
            3 => compare(json!({ "fact": DURATION }), format!("{}年", self.below(5) + 1)),
            4 => json!({ "holds": self.pick(&ANSWERS) }),
            _ => json!({ "any": [self.yearly_test(), self.yearly_test()] }),
        }
    }

    fn yearly_dossier(&mut self) -> Value {
        let figure = |draw: &mut Self| draw.below(3).to_string();
        let mut years = json!({ "2021": figure(self), "2022": figure(self) });
        if self.below(3) == 0 {
            years["2023"] = figure(self).into();
        }
        let mut facts = json!({ YEARLY: years, DURATION: figure(self) });
        facts[ANSWERS[0]] = (self.below(2) == 0).into();
        if self.below(2) == 0 {
            facts[ANSWERS[1]] = (self.below(2) == 0).into();
        }
        json!({ "schema": 1, "as_of": "2023-05-01", "application_kind": "first", "facts": facts })
    }

    /// Three indicators in two groups of which one may have a floor.
    fn sheet(&mut self) -> Value {
        let title = json!({ "zh": "评分", "en": "Score" });
        let indicator =
            |id: &str, rule: Value| json!({ "id": id, "title": title, "full": "4分", "rule": rule });
        let rows = json!([{ "at_least": "3项", "points": "4分" }, { "at_least": "1项", "points": "2分" }, { "points": "0分" }]);
        let band = indicator("A", json!({ "band": { "quantity": { "fact": COUNTS[0] }, "rows": rows } }));
        let item = json!({ "quantity": { "fact": COUNTS[2] }, "each": "1项", "points": "1分", "cap": "4分" });
        let item = indicator("B", json!({ "per_item": item }));
        let points = json!({ "level_1": "0分", "level_2": "1分", "level_3": "3分", "level_4": "4分" });
        let choice = indicator("C", json!({ "choice": { "fact": LEVEL, "points": points } }));
        let floor = self.below(5);
        json!({ "full": "12分", "pass_mark": format!("{}分", self.below(11) + 1), "groups": [
            { "id": "one", "title": title, "full": "8分", "floor": format!("{floor}分"), "indicators": [band, item] },
            { "id": "two", "title": title, "full": "4分", "indicators": [choice] },
        ] })
    }

    fn dossier(&mut self) -> Value {
        let mut facts = json!({});
        COUNTS.iter().for_each(|fact| facts[*fact] = self.below(3).to_string().into());
        ANSWERS.iter().for_each(|fact| facts[*fact] = (self.below(2) == 0).into());
        facts[LEVEL] = format!("level_{}", self.below(3) + 1).into();
        facts[RANK] = (self.below(5) + 1).to_string().into();
        json!({ "schema": 1, "as_of": "2023-05-01", "application_kind": "first", "facts": facts })
    }
}

/// Application year; then effort, number of changes, and size: what routes are ranked by, reckoned anew.
type Cost = (i16, Effort, usize, u64);

fn cost(application: i16, changes: &[Change]) -> Cost {
    let share = |far: u64, of: u64| (far * 1_000_000).div_ceil(of);
    let each = changes.iter().map(|change| match (change.from.as_ref(), &change.to) {
        (Some(Answer::Number(from)), Answer::Number(to)) => {
            let effort = if change.place.year > Some(THIS) { Effort::LongTerm } else { Effort::NextWindow };
            (effort, share((to - from).unsigned_abs(), to.unsigned_abs()))
        }
        (Some(Answer::Rank(Some(from))), Answer::Rank(Some(to))) => {
            (Effort::NextWindow, share(u64::from(from - to), u64::from(*from)))
        }
        (Some(Answer::Choice(from)), Answer::Choice(to)) => {
            (Effort::NextWindow, share(u64::from(to - from), 3))
        }
        _ => (Effort::ThisWindow, 1_000_000),
    });
    each.fold((application, Effort::ThisWindow, 0, 0), |(year, effort, count, size), (more, far)| {
        (year, effort.max(more), count + 1, size + far)
    })
}

/// The least cost of all values on the lattice with which the verdict is met, in the first year that has any; none
/// where a year is met by itself before.
fn best(pack: &Pack, dossier: &Dossier) -> Option<Cost> {
    for years in 0..=5 {
        let base = later(dossier, pack.terms(), years);
        let met = |dossier: &Dossier| hoped_verdict(&evaluate(pack, dossier)) == Truth::Met;
        if met(&base) {
            return None;
        }
        let mut least: Option<Cost> = None;
        for set in sets(pack, &base) {
            let mut changed = base.clone();
            for Change { place, to, .. } in &set {
                match place.year {
                    Some(year) => changed.set_year(place.fact, year, to.as_number()),
                    None => changed.set(place.fact, Some(to.clone())),
                }
            }
            if met(&changed) {
                let cost = cost(base.as_of().year(), &set);
                least = Some(least.map_or(cost, |least| least.min(cost)));
            }
        }
        if least.is_some() {
            return least;
        }
    }
    None
}

/// All sets of changes on the lattice of one application year.
fn sets(pack: &Pack, base: &Dossier) -> Vec<Vec<Change>> {
    let terms = pack.terms();
    let fact = |id: &str| terms.find(id).expect("a fact");
    let application = base.as_of().year();
    let mut sets: Vec<Vec<Change>> = vec![Vec::new()];
    let single = |id: &&str| {
        let place = FactRef { fact: fact(id), year: None };
        Some((place, base.get(place.fact)?.clone()))
    };
    let yearly = |year: i16| {
        let place = FactRef { fact: fact(YEARLY), year: Some(year) };
        Some((place, Answer::Number(base.get_year(place.fact, year)?)))
    };
    // Tests look two years back.
    let open = (application - 2).max(THIS)..application;
    let ids = COUNTS.into_iter().chain(ANSWERS).chain([LEVEL, RANK]).collect::<Vec<_>>();
    for (place, own) in ids.iter().filter_map(single).chain(open.filter_map(yearly)) {
        let others: Vec<Answer> = match own {
            Answer::Bool(false) => vec![Answer::Bool(true)],
            // Only documents count in this year's application.
            _ if application == THIS => Vec::new(),
            Answer::Number(own) => {
                // One year may have to make up for another.
                let most = if place.year.is_some() { 2 * MOST } else { MOST };
                (own / 1_000_000 + 1..=most + 1).map(|n| Answer::Number(n * 1_000_000)).collect()
            }
            Answer::Choice(own) => (own + 1..4).map(Answer::Choice).collect(),
            Answer::Rank(Some(own)) => (1..own).map(|rank| Answer::Rank(Some(rank))).collect(),
            _ => Vec::new(),
        };
        let with = |set: &Vec<Change>, to: &Answer| {
            let change = Change { place, from: Some(own.clone()), to: to.clone() };
            set.iter().cloned().chain([change]).collect::<Vec<Change>>()
        };
        let more: Vec<Vec<Change>> =
            sets.iter().flat_map(|set| others.iter().map(move |to| with(set, to))).collect();
        sets.extend(more);
    }
    sets
}

fn first_of(rulebook: &Rulebook, pack: &Pack, dossier: &Dossier) -> Option<Cost> {
    let advice = advise(rulebook, pack, dossier);
    let first = advice.routes.first()?;
    let changes: Vec<Change> = first.changes.iter().map(|planned| planned.change.clone()).collect();
    Some(cost(first.application_year, &changes))
}

#[test]
fn the_first_plan_over_years_is_the_best_there_is() {
    let (mut compared, mut later, mut waited, mut assumed) = (0, 0, 0, 0);
    for seed in 0..PACKS {
        let mut draw = Draw(Xoshiro256PlusPlus::seed_from_u64(seed));
        let tests = (0..=draw.below(3)).map(|_| draw.yearly_test()).collect();
        let json = pack_of_gates(tests, Value::Null);
        let Some(rulebook) = with_pack(&json) else { continue };
        let pack = rulebook.pack("cn-innovative-sme-2022").expect("the pack");
        for _ in 0..EACH {
            let facts = draw.yearly_dossier();
            let dossier = Dossier::parse(&facts.to_string(), rulebook.terms()).expect("a dossier");
            let (first, best) = (first_of(&rulebook, pack, &dossier), best(pack, &dossier));
            assert_eq!(first, best, "{}\n{facts}", json["gates"]);
            let tried = prove(&rulebook, pack, &facts);
            compared += usize::from(first.is_some());
            later += usize::from(first.is_some_and(|(year, ..)| year > THIS + 1));
            waited += tried.waiting;
            assumed += usize::from(first.is_some() && facts["facts"][ANSWERS[1]].is_null());
        }
    }
    println!(
        "{compared} compared, {later} later than next year, {waited} waited for, {assumed} with an absent answer"
    );
    assert!(
        compared >= 100 && later >= 10 && waited >= 10 && assumed >= 20,
        "{compared} {later} {waited} {assumed}"
    );
}

#[test]
fn the_first_route_is_the_best_there_is() {
    let (mut compared, mut joint) = (0, 0);
    for seed in 0..PACKS {
        let mut draw = Draw(Xoshiro256PlusPlus::seed_from_u64(seed));
        let json = draw.pack();
        let Some(rulebook) = with_pack(&json) else { continue };
        let pack = rulebook.pack("cn-innovative-sme-2022").expect("the pack");
        for _ in 0..EACH {
            let facts = draw.dossier();
            let dossier = Dossier::parse(&facts.to_string(), rulebook.terms()).expect("a dossier");
            if evaluate(pack, &dossier).verdict() == Truth::Met {
                continue;
            }
            let first = first_of(&rulebook, pack, &dossier);
            joint += usize::from(first.is_some_and(|(_, _, changes, _)| changes > 1));
            compared += usize::from(first.is_some());
            assert_eq!(first, best(pack, &dossier), "{}\n{facts}", json["gates"]);
        }
    }
    println!("{compared} compared, of which {joint} of several changes");
    assert!(compared >= 100 && joint >= 40, "{compared} compared, of which {joint} of several changes");
}

/// Two figures that must stay equal: with both raised the firm is met, with either alone it is not, and yet
/// neither has to be raised.
#[test]
fn a_route_is_told_without_changes_that_only_make_up_for_each_other() {
    let count = |fact: &str, least: &str| json!({ "compare": { "quantity": { "fact": fact }, "at_least": least, "phrase": "以上" } });
    let ratio = json!({ "ratio": { "of": { "fact": COUNTS[0] }, "to": { "fact": COUNTS[1] } } });
    let equal = json!({ "all": [
        { "compare": { "quantity": ratio, "at_least": "100%", "phrase": "以上" } },
        { "compare": { "quantity": ratio, "at_most": "100%", "phrase": "以下" } },
    ] });
    let either = json!({ "any": [count(COUNTS[2], "1项"), count(COUNTS[1], "2项")] });
    let json = pack_of_gates(vec![either, equal, count(COUNTS[2], "1项")], Value::Null);
    let rulebook = with_pack(&json).expect("the pack passes the check");
    let facts = json!({ COUNTS[0]: "1", COUNTS[1]: "1", COUNTS[2]: "0" });
    let dossier = json!({ "schema": 1, "as_of": "2023-05-01", "application_kind": "first", "facts": facts });
    let tried = prove(&rulebook, rulebook.pack("cn-innovative-sme-2022").expect("the pack"), &dossier);
    assert_eq!((tried.routes, tried.joint), (1, 0));
}
