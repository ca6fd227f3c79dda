//! A district of the chosen city; not asked where the table has none.

use crate::fields::{city, props::FieldProps};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let cities = &props.rules.terms().areas().cities;
    let districts = cities.iter().find(|city| props.city.as_str() == city.code).map(|city| &city.districts);
    match districts {
        Some(districts) if !districts.is_empty() => {
            let options = districts.iter().map(|area| (area.code.as_str(), area.name.get(props.lang)));
            city::select(props, term, options)
        }
        _ => Html::default(),
    }
}
