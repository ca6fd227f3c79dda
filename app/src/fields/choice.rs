//! One of the choices of a term.

use crate::fields::{frame, props::FieldProps, radios};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let answers = term.choices().map(|(id, name)| (id, name.get(props.lang)));
    frame::group(props, term, radios::view(props, answers))
}
