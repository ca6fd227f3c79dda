//! 是 or 否.

use crate::fields::{frame, props::FieldProps, radios};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let lang = props.lang;
    let answers = [("true", lang.pick("是", "Yes")), ("false", lang.pick("否", "No"))];
    frame::group(props, term, radios::view(props, answers))
}
