//! Firms with everything known, drawn as `tests/guide/firms.json` tells.

use crate::support::RULES;
use conformance::rulebook::{items, period_key, word, year};
use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};
use serde_json::{Map, Value, json};

/// How many years of a figure are known.
const YEARS: i64 = 4;

/// A source of firms.
pub struct Firms {
    told: Value,
    rng: Xoshiro256PlusPlus,
}

impl Firms {
    pub fn new(seed: u64) -> Self {
        let told = include_str!("../../guide/firms.json");
        let told = serde_json::from_str(told).expect("the distribution is JSON");
        Self { told, rng: Xoshiro256PlusPlus::seed_from_u64(seed) }
    }

    /// Ids of the packs that judge the firms.
    pub fn levels(&self) -> Vec<String> {
        let ids = items(&self.told, "levels").iter().filter_map(Value::as_str);
        ids.map(str::to_owned).collect()
    }

    /// Names of the kinds of firm.
    pub fn kinds(&self) -> Vec<String> {
        items(&self.told, "kinds").iter().map(|kind| word(kind, "name").to_owned()).collect()
    }

    /// A firm of a kind.
    pub fn draw(&mut self, kind: usize) -> Value {
        let told = self.told.clone();
        let mut wanted = told["every"].as_object().expect("facts of every firm").clone();
        let own = told["kinds"][kind]["facts"].as_object().expect("facts of a kind");
        wanted.extend(own.clone());
        let mut dossier =
            json!({ "schema": 1, "as_of": told["as_of"], "application_kind": told["application_kind"] });
        let year = year(&dossier);
        let mut facts = Map::new();
        // In the order of the vocabulary what a figure is a part of comes first.
        for term in items(&RULES["terms"], "facts") {
            let id = word(term, "id");
            if let Some(spec) = wanted.remove(id) {
                let given = self.given(term, year, &spec, &facts);
                facts.insert(id.to_owned(), given);
            }
        }
        assert!(wanted.is_empty(), "no such facts: {wanted:?}");
        dossier["facts"] = facts.into();
        dossier
    }

    /// An answer, or one a year.
    fn given(&mut self, term: &Value, year: i64, spec: &Value, facts: &Map<String, Value>) -> Value {
        let mut by_year = Map::new();
        for back in 0..YEARS {
            let Some(key) = period_key(term, year, back) else {
                return self.answer(spec, &|whole| facts[whole].clone());
            };
            let answer = self.answer(spec, &|whole| facts[whole][&key].clone());
            by_year.insert(key, answer);
        }
        by_year.into()
    }

    fn answer(&mut self, spec: &Value, whole: &dyn Fn(&str) -> Value) -> Value {
        if let Some(chance) = spec["yes"].as_u64() {
            return self.happens(chance).into();
        }
        if let Some(weights) = spec["among"].as_object() {
            return self.among(weights);
        }
        if spec["none"].as_u64().is_some_and(|chance| self.happens(chance)) {
            return "none".into();
        }
        let bound = |name: &str| spec[name].as_u64().unwrap_or_else(|| panic!("no {name}: {spec}"));
        let number = self.rng.random_range(bound("from")..=bound("to"));
        match spec["percent_of"].as_str().map(whole) {
            None => number.to_string().into(),
            Some(whole) => {
                let whole: u64 = whole.as_str().and_then(|whole| whole.parse().ok()).expect("a whole number");
                (whole * number / 100).to_string().into()
            }
        }
    }

    fn happens(&mut self, percent: u64) -> bool {
        self.rng.random_range(0..100_u64) < percent
    }

    fn among(&mut self, weights: &Map<String, Value>) -> Value {
        let weight = |(_, weight): (&String, &Value)| weight.as_u64().expect("a weight");
        let mut left = self.rng.random_range(0..weights.iter().map(weight).sum::<u64>());
        for pair in weights {
            if left < weight(pair) {
                return pair.0.clone().into();
            }
            left -= weight(pair);
        }
        unreachable!("the weights cover what is drawn")
    }
}
