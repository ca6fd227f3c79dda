//! A whole result. It shows what the engine explains and decides nothing.

use crate::{
    draft::Draft,
    effects,
    result::{doubts, evidence, levels, plan, purpose::Purpose, signed, words, words as result_words},
    store::Store,
};
use yew::prelude::*;
use zjtx_evaluator::Assessment;

/// A whole result: the verdicts, what one does next, then every level with its conditions.
pub fn whole(
    store: &Store,
    draft: &Draft,
    assessments: &[Assessment<'_, '_>],
    purpose: Purpose,
    next: Html,
) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let without = draft.scope.levels(&model.rules).into_iter().filter(|level| level.pack.is_none());
    html! {
        <>
            { plan::view(store, draft, assessments) }
            <p class="notice warn">{ words::JUDGED_BY_ANSWERS.get(lang) }<b>{ words::warning(lang) }</b></p>
            <div class="summary">{ for assessments.iter().map(|assessment| levels::summary(store, assessment)) }</div>
            { for without.map(|level| html! {
                <p class="note">
                    { model.rules.scheme_title(level.scheme, lang).to_owned() }{ words::NO_STANDARD_THEN.get(lang) }
                </p>
            }) }
            { doubts::view(store, draft, assessments) }
            { signed::view(store) }
            <p class="actions screen-only">{ next }</p>
            <div class="reasons">
                <p class="actions screen-only">
                    <button type="button" class="button quiet" data-act="unfold"
                        onclick={|_: MouseEvent| effects::focus::unfold()}>
                        { result_words::UNFOLD_ALL.get(lang) }
                    </button>
                </p>
                { for assessments.iter().map(|assessment| levels::detail(store, assessment, purpose)) }
            </div>
            { evidence::list(store, assessments) }
        </>
    }
}
