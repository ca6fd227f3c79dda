//! A district of the chosen city: of the rules' table, of the site, or of the table of places; not asked where the city
//! has none.

use crate::fields::{area, elsewhere::Elsewhere, props::FieldProps};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let (rules, lang) = (&props.rules, props.lang);
    let ruled = rules.terms().areas().cities.iter().find(|city| props.city.as_str() == city.code);
    let own = rules.site().within(&props.city);
    match ruled {
        Some(city) if city.districts.is_empty() => Html::default(),
        Some(city) => {
            let options = city.districts.iter().map(|area| (area.code.as_str(), area.name.get(lang)));
            area::select(props, term, options, Html::default())
        }
        None if !own.is_empty() => {
            let options = own.iter().map(|area| (area.code.as_str(), area.name(lang)));
            area::select(props, term, options, Html::default())
        }
        None if props.city.is_empty() => Html::default(),
        None => html! { <Elsewhere ..props.clone() /> },
    }
}
