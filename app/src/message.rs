//! What reaches the root component, and what it starts from.

use crate::{
    action::Action,
    address::Address,
    model::Model,
    part::{Loaded, Part},
    rulebook::Rules,
    site::ids,
    words::Lang,
};
use js_sys::Function;
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::{ApplicationKind, Date};

/// What reaches the root component.
pub enum Message {
    /// Something happened.
    Act(Action),
    /// Another tab stored something.
    Elsewhere,
    /// The address names another page.
    Arrive(Address),
    /// Nothing was typed since this change.
    Quiet(u32),
    /// A part came, or did not.
    Came(Part, Option<Loaded>),
    /// The page's surroundings ask for another scope or language.
    Asked(Asked),
}

/// What the page's surroundings ask for, a line each: schemes with commas between them, a day, a region's code, a kind
/// of application, and a language. What is empty, or cannot be read, stays as it is.
pub struct Asked(pub String);

impl Asked {
    /// Sets it; nobody chose it, so it is not kept.
    pub fn set(&self, model: &mut Model) {
        let mut lines = self.0.lines();
        let mut line = || lines.next().unwrap_or_default();
        let scope = &mut Rc::make_mut(&mut model.draft).scope;
        let schemes = ids(line());
        if !schemes.is_empty() {
            scope.schemes = schemes;
        }
        scope.as_of = Date::parse(line()).unwrap_or(scope.as_of);
        let region = line();
        if !region.is_empty() {
            region.clone_into(&mut scope.region);
        }
        scope.application_kind = ApplicationKind::from_id(line()).unwrap_or(scope.application_kind);
        match line() {
            "" => {}
            "en" => model.lang = Lang::En,
            _ => model.lang = Lang::Zh,
        }
    }
}

/// What the root component starts from.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The rulebook.
    pub rules: Rules,
    /// Gives a promise of the bytes of all rules.
    pub whole_rules: Function,
    /// Today on this device.
    pub today: Date,
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Asked;
    use crate::{
        testing::{day, filled},
        words::Lang,
    };

    #[test]
    fn what_surroundings_ask_for_is_set_and_the_rest_stays() {
        let mut model = filled("2026-05-01");
        let typed = model.draft.clone();
        Asked("little_giant,specialized_sme\n2024-05-01\n440000\nrenewal\nen".to_owned()).set(&mut model);
        let scope = &model.draft.scope;
        assert_eq!(
            (scope.schemes.join(" ").as_str(), scope.as_of),
            ("little_giant specialized_sme", day("2024-05-01"))
        );
        assert_eq!(
            (scope.region.as_str(), scope.application_kind.id(), model.lang),
            ("440000", "renewal", Lang::En)
        );
        assert!(typed.keys().all(|key| model.draft.text(key) == typed.text(key)));
    }

    #[test]
    fn what_is_empty_or_unreadable_changes_nothing() {
        for asked in ["", "\n2026-13-01\n\nthird\n"] {
            let mut model = filled("2026-05-01");
            let before = (model.draft.clone(), model.lang);
            Asked(asked.to_owned()).set(&mut model);
            assert!((model.draft, model.lang) == before, "{asked:?}");
        }
    }
}
