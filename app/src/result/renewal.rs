//! What a form that was taken to the day of today asks for: the years that are read now, and answers that may
//! have changed.

use crate::{
    address::Address,
    draft::{Draft, key_of},
    model::Model,
    result::{missing::name_of, words},
    shell::notice::Notice,
    standing::assess,
    words::Lang,
};
use std::collections::BTreeSet;
use yew::prelude::*;
use zjtx_evaluator::{FactRef, Terms};

/// Names of questions with their addresses.
type Questions = Vec<(String, String)>;

/// What is to be done.
pub struct Renewal {
    years: Questions,
    others: Questions,
}

impl Renewal {
    /// What the form asks for now.
    pub fn of(model: &Model) -> Self {
        let terms = model.rules.terms();
        let (years, others) = to_do(&model.draft, model);
        let question = |place: FactRef| {
            (name_of(&model.rules, place, model.lang), Address::Form(Some(key_of(terms, place))).href())
        };
        let questions = |places: Vec<FactRef>| places.into_iter().map(question).collect();
        Self { years: questions(years), others: questions(others) }
    }
}

impl Notice for Renewal {
    fn view(&self, lang: Lang) -> Html {
        let (missing, doubtful) = (self.years.len(), self.others.len());
        html! {
            <section class="notice" role="status" id="renewed">
                <p>{ words::renewed(missing, lang) }</p>
                { links(&self.years) }
                <details>
                    <summary>{ words::may_have_changed(doubtful, lang) }</summary>
                    { links(&self.others) }
                </details>
            </section>
        }
    }
}

fn links(questions: &Questions) -> Html {
    html! {
        <ul class="chips">
            { for questions.iter().map(|(name, href)| html! { <li><a href={href.clone()}>{ name }</a></li> }) }
        </ul>
    }
}

/// Yearly figures that are read and not filled in, and answers without years that are read.
fn to_do(draft: &Draft, model: &Model) -> (Vec<FactRef>, Vec<FactRef>) {
    let terms: &Terms = model.rules.terms();
    let dossier = draft.dossier(terms);
    let assessments = assess(&draft.scope, &model.rules, &dossier);
    let read: BTreeSet<FactRef> = assessments.iter().flat_map(|assessment| assessment.facts_read()).collect();
    let is_blank = |place: &FactRef| draft.text(&key_of(terms, *place)).trim().is_empty();
    let (yearly, single): (Vec<FactRef>, Vec<FactRef>) =
        read.into_iter().partition(|place| place.year.is_some());
    (
        yearly.into_iter().filter(is_blank).collect(),
        single.into_iter().filter(|place| !is_blank(place)).collect(),
    )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::to_do;
    use crate::{
        action::Action,
        reduce::reduce,
        result::passed::has_passed,
        testing::{day, filled},
    };

    #[test]
    fn a_renewed_form_keeps_its_answers_and_names_what_is_to_be_done() {
        let mut model = filled("2026-12-20");
        model.today = day("2027-02-20");
        let renewed = reduce(&model, Action::Renew);
        assert!(renewed.renewed && !has_passed(&renewed.draft.scope, &renewed));
        assert_eq!(renewed.draft.text("operating_revenue@2025"), "8600");
        let terms = renewed.rules.terms();
        let revenue = terms.find("operating_revenue").expect("a fact");
        let (years, others) = to_do(&renewed.draft, &renewed);
        assert!(years.iter().any(|place| place.fact == revenue && place.year == Some(2026)));
        assert!(years.iter().all(|place| place.year.is_some()));
        let ids: Vec<&str> = others.iter().map(|place| terms.id(place.fact)).collect();
        assert_eq!(ids, ["legal_person"]);
    }
}
