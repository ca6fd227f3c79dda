//! Random dossiers: from nothing, or from a given one with some facts changed.

use crate::literal::{Literal, MILLION, write_decimal};
use crate::rulebook::{items, period_key, range, size_table, step, word, year};
use crate::tree::places;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::{IndexedRandom, IteratorRandom};
use rand::{RngExt, SeedableRng};
use serde_json::{Map, Value, json};

/// How many fiscal years, and application years, a random dossier may cover.
const YEARS: i64 = 4;

/// A source of random dossiers for one pack: the same seed gives the same dossiers on every machine.
#[derive(Debug)]
pub struct Dossiers<'a> {
    rulebook: &'a Value,
    pack: &'a Value,
    literals: Vec<Literal>,
    prefixes: Vec<&'a str>,
    rng: Xoshiro256PlusPlus,
}

impl<'a> Dossiers<'a> {
    /// Prepares the literals of the pack and its size table.
    #[must_use]
    pub fn new(rulebook: &'a Value, pack: &'a Value, seed: u64) -> Self {
        let table = size_table(rulebook, pack);
        let roots = [Some(pack), table].into_iter().flatten();
        let texts = roots.flat_map(places).filter_map(|(_, value)| value.as_str());
        let mut literals: Vec<_> = texts.filter_map(Literal::read).collect();
        literals.sort_unstable();
        literals.dedup();
        Self {
            rulebook,
            pack,
            literals,
            prefixes: table.map(industry_prefixes).unwrap_or_default(),
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
        }
    }

    /// A dossier of random answers; each has its own share of gaps, from none to half.
    pub fn random(&mut self) -> Value {
        let (as_of, kind) = self.occasion();
        let mut dossier = json!({ "schema": 1, "as_of": as_of, "application_kind": kind });
        let gaps = self.rng.random_range(0..=5_u32);
        let mut facts = Map::new();
        for term in items(&self.rulebook["terms"], "facts") {
            if word(term, "kind") != "text" && !self.rng.random_ratio(gaps, 10) {
                let given = self.given(term, year(&dossier), gaps);
                facts.insert(word(term, "id").to_owned(), given);
            }
        }
        dossier["facts"] = facts.into();
        dossier
    }

    /// The dossier with up to four of its facts answered anew or taken away.
    pub fn varied(&mut self, dossier: &Value) -> Value {
        let mut varied = dossier.clone();
        let Some(facts) = varied["facts"].as_object_mut() else {
            return varied;
        };
        for _ in 0..self.rng.random_range(1..=4) {
            let terms = items(&self.rulebook["terms"], "facts").iter();
            let known = terms.filter(|term| facts.contains_key(word(term, "id")));
            let answered = known.filter(|term| word(term, "kind") != "text");
            let Some(term) = answered.choose(&mut self.rng) else {
                return varied;
            };
            if self.rng.random_ratio(1, 3) {
                facts.remove(word(term, "id"));
            } else {
                let given = self.given(term, year(dossier), 1);
                facts.insert(word(term, "id").to_owned(), given);
            }
        }
        varied
    }

    /// A first or last day on which the pack is in force, and a kind it then takes.
    fn occasion(&mut self) -> (&'a str, &'a str) {
        let row = items(self.pack, "in_force").choose(&mut self.rng);
        let row = row.unwrap_or(&Value::Null);
        let days = [word(row, "from"), word(row, "to")];
        let day = days.into_iter().filter(|day| !day.is_empty()).choose(&mut self.rng);
        let kind = items(row, "kinds").choose(&mut self.rng).and_then(Value::as_str);
        (day.unwrap_or("2026-05-01"), kind.unwrap_or("first"))
    }

    /// An answer, or answers by year of which some are left out.
    fn given(&mut self, term: &Value, year: i64, gaps: u32) -> Value {
        let mut by_year = Map::new();
        for back in 0..YEARS {
            let Some(key) = period_key(term, year, back) else {
                return self.answer(term);
            };
            if !self.rng.random_ratio(gaps, 20) {
                by_year.insert(key, self.answer(term));
            }
        }
        by_year.into()
    }

    fn answer(&mut self, term: &Value) -> Value {
        match word(term, "kind") {
            "bool" => self.rng.random::<bool>().into(),
            "choice" => self.choice(term),
            "set" => self.set(term),
            "city" => self.city(),
            "district" => self.district(),
            "industry" => self.industry(),
            "date" => self.date(),
            "rank" if self.rng.random_ratio(1, 4) => "none".into(),
            kind => self.number(term, kind),
        }
    }

    fn choice(&mut self, term: &Value) -> Value {
        let choice = items(term, "choices").choose(&mut self.rng);
        choice.map(|choice| choice["id"].clone()).unwrap_or_default()
    }

    fn set(&mut self, term: &Value) -> Value {
        let mut chosen = Vec::new();
        for choice in items(term, "choices") {
            if self.rng.random::<bool>() {
                chosen.push(choice["id"].clone());
            }
        }
        chosen.into()
    }

    fn city(&mut self) -> Value {
        let city = items(&self.rulebook["areas"], "cities").choose(&mut self.rng);
        city.map(|city| city["code"].clone()).unwrap_or_default()
    }

    fn district(&mut self) -> Value {
        let cities = items(&self.rulebook["areas"], "cities").iter();
        let districts = cities.flat_map(|city| items(city, "districts"));
        let district = districts.choose(&mut self.rng);
        district.map(|district| district["code"].clone()).unwrap_or_default()
    }

    /// A code of the size table, shortened, as it stands or made longer.
    fn industry(&mut self) -> Value {
        let prefix = self.prefixes.choose(&mut self.rng).copied().unwrap_or("39");
        let length = self.rng.random_range(2..=4);
        let digit = self.rng.random_range(0..=9);
        format!("{prefix}{digit}{digit}")[..length].into()
    }

    /// A day of the last years, often near a whole number of years before the pack's days.
    fn date(&mut self) -> Value {
        let row = items(self.pack, "in_force").choose(&mut self.rng).unwrap_or(&Value::Null);
        let from = word(row, "from").get(..4).and_then(|year| year.parse::<i64>().ok()).unwrap_or(2026);
        let year = from - self.rng.random_range(0..=4) + self.rng.random_range(0..=1);
        let day = ["01-01", "02-28", "03-16", "04-01", "05-01", "06-01", "12-31"].choose(&mut self.rng);
        format!("{year}-{}", day.copied().unwrap_or("01-01")).into()
    }

    /// A number near a literal of the pack, near a round part of ten thousand, or anywhere small.
    fn number(&mut self, term: &Value, kind: &str) -> Value {
        let unit = match kind {
            "money" => "万元",
            "percent" => "%",
            "points" => "分",
            "years" => "年",
            "rank" => "名",
            _ => "项",
        };
        let unit_fits = |literal: &&Literal| literal.unit == unit || (unit == "项" && literal.unit == "人");
        let near = self.literals.iter().filter(unit_fits).choose(&mut self.rng);
        let percent = self.literals.iter().filter(|literal| literal.unit == "%").choose(&mut self.rng);
        let drawn = match (self.rng.random_range(0..4), near, percent) {
            (0 | 1, Some(literal), _) => literal.millionths,
            (2, _, Some(percent)) if ["money", "count"].contains(&kind) => percent.millionths * 100,
            (2, ..) if ["money", "count"].contains(&kind) => 10_000 * MILLION,
            _ => self.rng.random_range(0..=120) * MILLION,
        };
        let moved = drawn + self.rng.random_range(-1..=1) * step(term);
        let (least, most) = range(term).into_inner();
        let on_lattice = moved / step(term) * step(term);
        self.written(term, kind, on_lattice.clamp(least, most))
    }

    /// The number plain or, now and then, with a unit a dossier may carry.
    fn written(&mut self, term: &Value, kind: &str, millionths: i128) -> Value {
        let plain = write_decimal(millionths);
        match (kind, self.rng.random_range(0..12)) {
            ("money", 0) => format!("{plain}万元").into(),
            ("money", 1) => format!("{}元", write_decimal(millionths * 10_000)).into(),
            ("percent", 0) => format!("{plain}%").into(),
            (_, 2) if term["period"].is_null() => plain.parse::<u32>().map_or(plain.into(), Value::from),
            _ => plain.into(),
        }
    }
}

fn industry_prefixes(table: &Value) -> Vec<&str> {
    let groups = items(table, "groups").iter();
    let listed = groups.flat_map(|group| items(group, "industries"));
    let others = items(table, "not_covered").iter().chain(items(table, "unclear"));
    listed.chain(others).filter_map(Value::as_str).collect()
}

#[cfg(test)]
mod tests;
