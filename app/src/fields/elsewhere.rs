//! The place of what comes after the form: the search for any place of the country.

use crate::{
    fields::{place, props::FieldProps},
    split::use_later,
};
use yew::prelude::*;

/// Draws it once it is there.
#[component]
pub fn Elsewhere(props: &FieldProps) -> Html {
    use_later(place::load).map_or_else(Html::default, |elsewhere| (elsewhere.show)(props))
}
