//! The questions of the form: one file for each kind of answer.

use crate::fields::{
    choice, city, date, district, industry, number, props::FieldProps, rank, set, text, yes_no,
};
use yew::prelude::*;
use zjtx_evaluator::FactKind;

/// Draws the field of the question's kind.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let Some(term) = props.term() else { return Html::default() };
    match term.kind() {
        FactKind::Bool => yes_no::view(props, term),
        FactKind::Choice => choice::view(props, term),
        FactKind::Set => set::view(props, term),
        FactKind::Rank => rank::view(props, term),
        FactKind::City => city::view(props, term),
        FactKind::District => district::view(props, term),
        FactKind::Industry => industry::view(props, term),
        FactKind::Text => text::view(props, term),
        FactKind::Date => date::view(props, term),
        FactKind::Count | FactKind::Money | FactKind::Years | FactKind::Percent | FactKind::Points => {
            number::view(props, term)
        }
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
