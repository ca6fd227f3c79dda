//! A dossier file is opened: it becomes the form, or every mistake in it is told.

use crate::{
    action::{Action, Change},
    dossier::words,
    draft::Draft,
    model::Model,
    shell::notice::Notice,
    words::Lang,
};
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::{Dossier, DossierError};

/// A file was read.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Change for Open {
    fn apply(self: Rc<Self>, model: &mut Model) {
        let opened = self.replace_form(model);
        model.opened = Some(Rc::new(opened));
    }
}

impl Open {
    fn replace_form(&self, model: &mut Model) -> Opened {
        let name = self.name.clone();
        match Dossier::parse(&self.text, model.rules.terms()) {
            Ok(dossier) => {
                let draft = Draft::of_dossier(&dossier, &model.draft.scope, &model.rules);
                model.replace(draft);
                Opened::Whole(name)
            }
            Err(errors) => Opened::Refused(name, errors.iter().cloned().collect()),
        }
    }
}

impl From<Open> for Action {
    fn from(open: Open) -> Self {
        Self::Change(Rc::new(open))
    }
}

/// What came of opening a file.
#[derive(Clone, Debug, PartialEq)]
enum Opened {
    /// The form now holds the file of this name.
    Whole(String),
    /// The file of this name was refused; the form is as it was.
    Refused(String, Vec<DossierError>),
}

impl Notice for Opened {
    fn view(&self, lang: Lang) -> Html {
        match self {
            Self::Whole(name) => html! {
                <p class="notice" role="status">{ words::OPENED_THE_DOSSIER_FILE.get(lang) }<b>{ name }</b></p>
            },
            Self::Refused(name, errors) => refused(name, errors, lang),
        }
    }
}

/// Every mistake in words, so that nothing is dropped silently.
fn refused(name: &str, errors: &[DossierError], lang: Lang) -> Html {
    html! {
        <div class="notice wrong" role="alert">
            <p>
                <b>{ words::NOT_OPENED.get(lang) }{ name.to_owned() }</b>
                { words::WHAT_WAS_FILLED_IN.get(lang) }
            </p>
            <ul>{ for errors.iter().take(20).map(|error| html! { <li>{ error.sentence(lang) }</li> }) }</ul>
        </div>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Open, Opened};
    use crate::{
        action::Action,
        model::{Model, Storage, Stored},
        reduce::reduce,
        testing::{day, rules},
        words::Lang,
    };

    const NAME: &str = "firm.dossier.json";

    fn filled() -> Model {
        let model = Model::new(rules(), day("2026-11-22"), Storage::Browser, Stored::default());
        reduce(&model, Action::Answer { key: "rd_staff".to_owned(), text: "50".to_owned() })
    }

    fn opened(text: &str) -> (Model, Opened) {
        let open = Open { name: NAME.to_owned(), text: text.to_owned() };
        let opened = open.replace_form(&mut filled());
        (reduce(&filled(), open.into()), opened)
    }

    #[test]
    fn a_file_replaces_the_form_and_undo_brings_it_back() {
        let file =
            r#"{"schema":1,"as_of":"2025-05-01","application_kind":"renewal","facts":{"rd_staff":"7"}}"#;
        let (model, told) = opened(file);
        assert_eq!(told, Opened::Whole(NAME.to_owned()));
        assert!(model.opened.is_some(), "it is told");
        assert_eq!((model.draft.text("rd_staff"), model.draft.scope.as_of), ("7", day("2025-05-01")));
        assert_eq!(reduce(&model, Action::Undo).draft, filled().draft);
    }

    #[test]
    fn a_bad_file_changes_nothing_that_was_typed() {
        let wrong_fact =
            r#"{"schema":1,"as_of":"2025-05-01","application_kind":"first","facts":{"no_such":"7"}}"#;
        let junk = "x".repeat(2 << 20);
        for text in ["", "{", "[]", "NaN", wrong_fact, &junk] {
            let (model, told) = opened(text);
            assert_eq!(model.draft, filled().draft);
            let Opened::Refused(_, errors) = told else { panic!("it is refused") };
            assert!(errors.iter().all(|error| !error.sentence(Lang::Zh).is_empty()));
        }
    }
}
