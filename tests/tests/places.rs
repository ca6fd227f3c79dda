//! The table of places and the table of areas name the same places alike.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails its test")]

use zjtx_evaluator::{Coded, Rulebook};
use zjtx_places::Places;

fn told(places: &Places, code: &str) -> (String, String) {
    let place = places.get(code).unwrap_or_else(|| panic!("no place has the code {code}"));
    (place.name().to_owned(), place.english())
}

#[test]
fn cities_and_districts_have_the_names_of_the_table_of_places() {
    let rulebook = Rulebook::load(zjtx_rules::BUNDLE).unwrap();
    let places = Places::bundled();
    for city in &rulebook.terms().areas().cities {
        assert_eq!(told(&places, &city.code), (city.name.zh.clone(), city.name.en.clone()));
        for Coded { code, name } in &city.districts {
            assert_eq!(told(&places, code), (name.zh.clone(), name.en.clone()));
        }
    }
}

#[test]
fn merged_districts_went_where_the_table_of_places_says() {
    let rulebook = Rulebook::load(zjtx_rules::BUNDLE).unwrap();
    let places = Places::bundled();
    for merged in &rulebook.terms().areas().merged {
        let now: Vec<&str> = places.now(&merged.code).iter().map(|place| place.code()).collect();
        assert_eq!(now, [merged.into.as_str()], "{}", merged.code);
    }
}
