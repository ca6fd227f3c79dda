//! Section 4: facts and the periods they are read at.

use crate::date::year_of;
use crate::entry::{check, number};
use crate::json::{items, text};
use crate::numbers::decimal;
use num_rational::BigRational;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A dossier 「填报档案」 whose every answer fits its term.
#[derive(Debug)]
pub(crate) struct Dossier<'a> {
    pub(crate) kind: &'a str,
    pub(crate) as_of: &'a str,
    year: i64,
    facts: &'a Map<String, Value>,
    /// By id, with their places in the order of the terms.
    terms: BTreeMap<&'a str, (usize, &'a Value)>,
}

impl<'a> Dossier<'a> {
    pub(crate) fn new(rulebook: &'a Value, dossier: &'a Value) -> Result<Self, String> {
        check_fields(dossier)?;
        let read = Self {
            kind: application_kind(dossier)?,
            as_of: text(dossier, "as_of")?,
            year: year_of(text(dossier, "as_of")?)?,
            facts: dossier
                .get("facts")
                .and_then(Value::as_object)
                .ok_or("填报档案的「facts」应为数据项的对象")?,
            terms: by_id(items(&rulebook["terms"], "facts")),
        };
        for (id, given) in read.facts {
            read.check_fact(id, given)?;
        }
        Ok(read)
    }

    fn check_fact(&self, id: &str, given: &Value) -> Result<(), String> {
        let term = self.term(id)?;
        if given.is_null() {
            return Ok(());
        }
        if period(term).is_none() {
            return check(term, given).map_err(|why| format!("数据项「{id}」：{why}"));
        }
        let years = given.as_object().ok_or_else(|| format!("数据项「{id}」须按年度填写"))?;
        for (year, answer) in years {
            if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(format!("数据项「{id}」的年度「{year}」应为四位数字"));
            }
            if !answer.is_null() {
                check(term, answer).map_err(|why| format!("数据项「{id}」{year} 年：{why}"))?;
            }
        }
        Ok(())
    }

    fn term(&self, id: &str) -> Result<&'a Value, String> {
        let term = self.terms.get(id).map(|(_, term)| *term);
        term.ok_or_else(|| format!("没有名为「{id}」的数据项"))
    }

    /// The answer to a fact, `back` periods before its current one, given or derived.
    pub(crate) fn answer(&self, id: &str, back: i64) -> Result<Option<&'a Value>, String> {
        let given = self.given(id, back)?;
        if given.is_some() { Ok(given) } else { self.derived(self.term(id)?) }
    }

    /// The answer given for a fact; nothing when absent or null.
    fn given(&self, id: &str, back: i64) -> Result<Option<&'a Value>, String> {
        let given = self.facts.get(id);
        let answer = match period(self.term(id)?) {
            None => given,
            Some("application_year") => at_year(given, self.year - back),
            Some(_) => at_year(given, self.year - 1 - back),
        };
        Ok(answer.filter(|answer| !answer.is_null()))
    }

    /// What the first derivation of a term that holds gives.
    fn derived(&self, term: &'a Value) -> Result<Option<&'a Value>, String> {
        for derivation in items(term, "derived") {
            if let Some(answer) = self.derive(derivation)? {
                return Ok(Some(answer));
            }
        }
        Ok(None)
    }

    fn derive(&self, derivation: &'a Value) -> Result<Option<&'a Value>, String> {
        for bound in items(derivation, "when") {
            let Some(number) = self.given_number(text(bound, "fact")?)? else { return Ok(None) };
            let end = |name| bound.get(name).and_then(Value::as_str).and_then(decimal);
            let below = end("at_least").is_some_and(|least| number < least);
            if below || end("at_most").is_some_and(|most| number > most) {
                return Ok(None);
            }
        }
        match derivation.get("from").and_then(Value::as_str) {
            Some(fact) => self.given(fact, 0),
            None => Ok(derivation.get("answer")),
        }
    }

    fn given_number(&self, id: &str) -> Result<Option<BigRational>, String> {
        Ok(self.given(id, 0)?.and_then(|answer| number("count", answer)))
    }

    /// The day given for a date.
    pub(crate) fn day(&self, id: &str) -> Result<Option<&'a str>, String> {
        Ok(self.answer(id, 0)?.and_then(Value::as_str))
    }

    /// How many of the last fiscal years, at most `last`, began no earlier than the year of a date.
    pub(crate) fn fiscal_years(&self, since: &str, last: i64, back: i64) -> Result<Option<i64>, String> {
        let day = self.day(since)?;
        Ok(day.map(year_of).transpose()?.map(|year| (self.year - back - year).clamp(0, last)))
    }

    /// Whether a fact is read as ever but no longer asked for.
    pub(crate) fn retired(&self, id: &str) -> bool {
        self.terms.get(id).is_some_and(|(_, term)| term.get("retired").is_some())
    }

    /// The number given for a fact; for a rank, nothing when it is `none`.
    pub(crate) fn number(&self, id: &str, back: i64) -> Result<Option<BigRational>, String> {
        let kind = text(self.term(id)?, "kind")?;
        Ok(self.answer(id, back)?.and_then(|answer| number(kind, answer)))
    }

    /// The yes or no given for a fact.
    pub(crate) fn yes(&self, id: &str, back: i64) -> Result<Option<bool>, String> {
        Ok(self.answer(id, back)?.and_then(Value::as_bool))
    }

    /// The place of a fact in the order of the terms.
    pub(crate) fn place(&self, id: &str) -> usize {
        self.terms.get(id).map_or(self.terms.len(), |(place, _)| *place)
    }
}

fn by_id(terms: &[Value]) -> BTreeMap<&str, (usize, &Value)> {
    let ids =
        terms.iter().enumerate().filter_map(|(place, term)| Some((term["id"].as_str()?, (place, term))));
    ids.collect()
}

fn period(term: &Value) -> Option<&str> {
    term.get("period").and_then(Value::as_str)
}

fn at_year(given: Option<&Value>, year: i64) -> Option<&Value> {
    given?.get(year.to_string())
}

fn check_fields(dossier: &Value) -> Result<(), String> {
    let fields = dossier.as_object().ok_or("填报档案应为一个对象")?;
    let expected = ["schema", "as_of", "application_kind", "facts"];
    if let Some(odd) = fields.keys().find(|name| !expected.contains(&name.as_str())) {
        return Err(format!("填报档案有不认识的字段「{odd}」"));
    }
    if dossier["schema"].as_i64() != Some(1) {
        return Err("填报档案的「schema」应为 1".to_owned());
    }
    Ok(())
}

fn application_kind(dossier: &Value) -> Result<&str, String> {
    match text(dossier, "application_kind")? {
        kind @ ("first" | "renewal") => Ok(kind),
        other => Err(format!("申请类型「{other}」应为 first 或 renewal")),
    }
}
