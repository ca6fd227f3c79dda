//! 「导出为用例」: a result as a file that is a golden case, for who keeps the rules.

use crate::{draft::Draft, effects, result::words, store::Store};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Pack, evaluate, golden_case};

/// Saves the result, without what identifies the firm, as a golden case.
pub fn button(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> Html {
    let name = format!("zjtx-{}.case.json", draft.scope.as_of);
    let packs: Vec<String> = assessments.iter().map(|assessment| assessment.pack().id().to_owned()).collect();
    let (rules, draft) = (store.model().rules.clone(), draft.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let dossier = draft.dossier(rules.terms());
        let packs = packs.iter().filter_map(|id| rules.pack(id));
        let assessments: Vec<_> = packs.map(|pack: &Pack| evaluate(pack, &dossier)).collect();
        if let Some(text) = golden_case(&assessments) {
            // A sandboxed frame may refuse; the answers stay in the form.
            let _ = effects::files::download(&name, &text);
        }
    });
    html! {
        <button type="button" class="button quiet" {onclick}>
            { words::EXPORT_SAMPLE.get(store.lang()) }
        </button>
    }
}
