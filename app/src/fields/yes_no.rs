//! 是 or 否.

use crate::fields::words;
use crate::fields::{frame, props::FieldProps, radios};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let lang = props.lang;
    let answers = [("true", words::YES.get(lang)), ("false", words::NO.get(lang))];
    frame::group(props, term, radios::view(props, answers))
}
