//! A form, or a past test, whose day has passed: other years or other rules hold today.

use crate::{action::Action, model::Model, result::words, scope::Scope, store::Store};
use yew::prelude::*;

/// Asks whether the form is to be taken to the day of today, or tells what that left to be done.
pub fn view(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    if model.renewed {
        return model.renewal.iter().map(|renewal| renewal.view(lang)).collect();
    }
    if model.draft.answered() == 0 || !has_passed(&model.draft.scope, model) {
        return Html::default();
    }
    html! {
        <p class="notice warn" role="status">
            { sentence(&model.draft.scope, model) }{ " " }
            <button type="button" class="link" data-act="day" onclick={store.on(Action::Renew)}>
                { words::MOVE_TO_TODAY.get(lang) }
            </button>
        </p>
    }
}

/// Whether today asks for other years than the day of a scope, or has other rules for it.
pub fn has_passed(scope: &Scope, model: &Model) -> bool {
    let now = Scope { as_of: model.today, ..scope.clone() };
    let ids = |scope: &Scope| -> Vec<String> {
        scope.packs(&model.rules).iter().map(|pack| pack.id().to_owned()).collect()
    };
    scope.as_of < model.today && (scope.as_of.year() != now.as_of.year() || ids(scope) != ids(&now))
}

/// What has passed, and whether it is to be taken to today.
pub fn sentence(scope: &Scope, model: &Model) -> String {
    words::has_passed(scope.as_of, model.today, model.lang)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::has_passed;
    use crate::testing::{day, filled};

    #[test]
    fn a_form_passes_with_its_year_or_its_rules_and_not_with_its_day() {
        for (then, today, passed) in [
            ("2026-12-20", "2027-02-20", true),
            ("2026-05-01", "2026-11-29", false),
            ("2026-03-15", "2026-05-01", true),
            ("2026-05-01", "2026-05-01", false),
            ("2027-02-20", "2026-12-20", false),
        ] {
            let mut model = filled(then);
            model.today = day(today);
            assert_eq!(has_passed(&model.draft.scope, &model), passed, "{then} on {today}");
        }
    }
}
