//! A city: those of the site's own province from a list, any other by its name or code.

use crate::fields::{area, elsewhere::Elsewhere, props::FieldProps};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    area::select(props, term, area::listed(props), html! { <Elsewhere ..props.clone() /> })
}
