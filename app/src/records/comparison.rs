//! Two past tests beside each other: answers that differ, and levels that came out differently.

use crate::{
    draft::{Draft, Reading, chosen, place_of, read_text},
    records::{
        record::{LevelResult, Record},
        words,
    },
};
use std::collections::BTreeSet;
use zjtx_evaluator::{Lang, Term, Terms, Value};

/// What differs between two records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<'r> {
    /// Keys of the answers that differ, in the order of the form.
    pub answers: Vec<String>,
    /// Levels whose verdict or score differ, or that only one was tested for.
    pub levels: Vec<[Option<&'r LevelResult>; 2]>,
}

impl<'r> Comparison<'r> {
    /// Compares two records.
    pub fn of(a: &'r Record, b: &'r Record, terms: &Terms) -> Self {
        let schemes = a.results.iter().chain(&b.results).map(|result| result.scheme.as_str());
        let mut seen = BTreeSet::new();
        let schemes = schemes.filter(|scheme| seen.insert(*scheme));
        let pairs = schemes.map(|scheme| [a.result(scheme), b.result(scheme)]);
        Self { answers: answers(&a.draft, &b.draft, terms), levels: pairs.filter(differ).collect() }
    }
}

fn differ([a, b]: &[Option<&LevelResult>; 2]) -> bool {
    let what = |result: &Option<&LevelResult>| result.map(|result| (result.truth(), result.score.clone()));
    what(a) != what(b)
}

fn answers(a: &Draft, b: &Draft, terms: &Terms) -> Vec<String> {
    let keys: BTreeSet<&str> = a.keys().chain(b.keys()).collect();
    let mut keys: Vec<&str> =
        keys.into_iter().filter(|key| a.text(key).trim() != b.text(key).trim()).collect();
    let order = |key: &str| place_of(terms, key).map(|place| (place.fact, place.year.map(i16::wrapping_neg)));
    keys.sort_by_key(|key| (order(key).is_none(), order(key)));
    keys.into_iter().map(str::to_owned).collect()
}

/// An answer as people read it: what was typed, or the name of what was picked.
pub fn answer_words(terms: &Terms, key: &str, text: &str, lang: Lang) -> String {
    let term = place_of(terms, key).and_then(|place| terms.term(place.fact));
    match term.map(|term| (term, read_text(text, term, terms))) {
        Some((_, Reading::Blank)) => words::NOT_GIVEN.get(lang).to_owned(),
        Some((_, Reading::Unsure)) => words::NOT_KNOWN.get(lang).to_owned(),
        Some((term, Reading::Understood(value))) => value_words(&value, term, text, terms, lang),
        Some((_, Reading::Misread(_))) | None => text.to_owned(),
    }
}

fn value_words(value: &Value, term: &Term, text: &str, terms: &Terms, lang: Lang) -> String {
    let choice = |id: &str| {
        let index = term.choice_index(id)?;
        Some(term.choice_name(index)?.get(lang).to_owned())
    };
    match value {
        Value::Bool(true) => words::YES.get(lang).to_owned(),
        Value::Bool(false) => words::NO.get(lang).to_owned(),
        Value::Choice(_) => choice(text.trim()).unwrap_or_else(|| text.to_owned()),
        Value::Set(0) | Value::Rank(None) => words::NONE.get(lang).to_owned(),
        Value::Set(set) => {
            let names: Vec<String> = chosen(*set, term).into_iter().filter_map(choice).collect();
            names.join(words::LIST_COMMA.get(lang))
        }
        Value::Code(code) => area(terms, code, lang).unwrap_or_else(|| code.clone()),
        Value::Number(_) | Value::Rank(Some(_)) | Value::Day(_) | Value::Text(_) => text.to_owned(),
    }
}

fn area(terms: &Terms, code: &str, lang: Lang) -> Option<String> {
    let cities = &terms.areas().cities;
    let mut districts = cities.iter().flat_map(|city| &city.districts);
    let city = cities.iter().find(|city| city.code == code).map(|city| &city.name);
    let district = || districts.find(|district| district.code == code).map(|district| &district.name);
    city.or_else(district).map(|name| name.get(lang).to_owned())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Comparison, answer_words};
    use crate::{
        records::record::Record,
        testing::{draft, rules},
    };
    use zjtx_evaluator::Lang;

    fn record(answers: &[(&str, &str)]) -> Record {
        let rules = rules();
        Record::of(&draft(&rules, answers), "1".to_owned(), String::new(), &rules)
    }

    #[test]
    fn what_differs_is_listed_in_the_order_of_the_form() {
        let rules = rules();
        let a = record(&[("false_information", "true"), ("rd_staff", "5"), ("legal_person", " true")]);
        let b = record(&[("rd_staff", "6"), ("legal_person", "true"), ("fact_of_next_year", "1")]);
        let comparison = Comparison::of(&a, &b, rules.terms());
        assert_eq!(comparison.answers, ["rd_staff", "false_information", "fact_of_next_year"]);
        let schemes: Vec<_> =
            comparison.levels.iter().flatten().flatten().map(|level| &level.scheme).collect();
        assert_eq!(schemes, ["little_giant", "little_giant"]);
        let same = Comparison::of(&a, &a, rules.terms());
        assert!(same.answers.is_empty() && same.levels.is_empty());
    }

    #[test]
    fn answers_are_shown_by_their_names() {
        let rules = rules();
        let shown = |key: &str, text: &str| answer_words(rules.terms(), key, text, Lang::Zh);
        assert_eq!(shown("legal_person", "true"), "是");
        assert_eq!(shown("legal_person", "?"), "不清楚");
        assert_eq!(shown("rd_staff", ""), "未填");
        assert_eq!(shown("rd_staff", "约 50"), "约 50");
        assert_eq!(shown("city", "440100"), "广州市");
        assert_eq!(shown("district", "440106"), "天河区");
        assert_eq!(shown("provincial_market_rank", "none"), "无");
        assert_eq!(shown("fact_of_next_year", "1"), "1");
    }
}
