//! What reaches the root component, and what it starts from.

use crate::{
    action::Action,
    address::Address,
    model::Model,
    part::{Loaded, Part},
    rulebook::Rules,
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
    Asked(Box<Asked>),
}

/// What the page's surroundings ask for, each part where it is given and can be read.
pub struct Asked {
    schemes: Vec<String>,
    as_of: Option<Date>,
    region: Option<String>,
    kind: Option<ApplicationKind>,
    lang: Option<Lang>,
}

impl Asked {
    /// Reads schemes, day, region, kind of application and language.
    pub fn read([schemes, day, region, kind, lang]: [&str; 5]) -> Self {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Self {
            schemes: schemes.split(',').filter_map(given).collect(),
            as_of: Date::parse(day),
            region: given(region),
            kind: ApplicationKind::from_id(kind),
            lang: given(lang).map(|lang| if lang == "en" { Lang::En } else { Lang::Zh }),
        }
    }

    /// Sets it; nobody chose it, so it is not kept.
    pub fn set(self, model: &mut Model) {
        let scope = &mut Rc::make_mut(&mut model.draft).scope;
        if !self.schemes.is_empty() {
            scope.schemes = self.schemes;
        }
        scope.as_of = self.as_of.unwrap_or(scope.as_of);
        scope.application_kind = self.kind.unwrap_or(scope.application_kind);
        if let Some(region) = self.region {
            scope.region = region;
        }
        model.lang = self.lang.unwrap_or(model.lang);
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
        Asked::read(["little_giant,specialized_sme", "2024-05-01", "440000", "renewal", "en"])
            .set(&mut model);
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
        for asked in [[""; 5], ["", "2026-13-01", "", "third", ""]] {
            let mut model = filled("2026-05-01");
            let before = (model.draft.clone(), model.lang);
            Asked::read(asked).set(&mut model);
            assert!((model.draft, model.lang) == before, "{asked:?}");
        }
    }
}
