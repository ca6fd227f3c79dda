//! What one part of the app leaves to the next: all that is not kept by the browser already.

#[cfg(feature = "desk")]
use crate::records::state::History;
use crate::{draft::Draft, firms::current::Current, model::Model, words::Lang};
use std::rc::Rc;

/// The state that goes with a person from one part of the app to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    lang: Lang,
    draft: Draft,
    replaced: Option<Draft>,
    section: usize,
    firm: Current,
    /// Past tests and firms as text, where the browser keeps none.
    pub history: Option<String>,
}

impl Carried {
    /// What is to be carried of a state.
    ///
    /// `passing` is the history as the part before left it; one that reads it writes it anew.
    pub fn of(model: &Model, passing: Option<String>) -> Self {
        Self {
            lang: model.lang,
            draft: model.draft.as_ref().clone(),
            replaced: model.replaced.as_deref().cloned(),
            section: model.section,
            firm: model.firm.clone(),
            history: history_of(model, passing),
        }
    }

    /// Reads what another part wrote; both are of one build.
    pub fn parse(text: &str) -> Option<Self> {
        let fields: Vec<_> = form_urlencoded::parse(text.as_bytes()).collect();
        let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_ref());
        Some(Self {
            lang: if field("lang")? == "en" { Lang::En } else { Lang::Zh },
            draft: Draft::parse(field("draft")?)?,
            replaced: field("replaced").and_then(Draft::parse),
            section: field("section")?.parse().ok()?,
            firm: Current::parse(field("firm")?),
            history: field("history").map(str::to_owned),
        })
    }

    /// The state as text.
    pub fn to_text(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.append_pair("lang", self.lang.pick("zh", "en")).append_pair("draft", &self.draft.to_text());
        text.append_pair("section", &self.section.to_string()).append_pair("firm", &self.firm.to_text());
        if let Some(replaced) = &self.replaced {
            text.append_pair("replaced", &replaced.to_text());
        }
        if let Some(history) = &self.history {
            text.append_pair("history", history);
        }
        text.finish()
    }

    /// The state that goes on from what the browser keeps.
    pub fn continue_in(self, kept: Model) -> Model {
        Model {
            lang: self.lang,
            draft: Rc::new(self.draft),
            replaced: self.replaced.map(Rc::new),
            section: self.section,
            firm: self.firm,
            #[cfg(feature = "desk")]
            history: self.history.and_then(|text| History::parse(&text)).unwrap_or(kept.history),
            ..kept
        }
    }
}

#[cfg(feature = "desk")]
fn history_of(model: &Model, _: Option<String>) -> Option<String> {
    model.history.to_text()
}

#[cfg(not(feature = "desk"))]
fn history_of(_: &Model, passing: Option<String>) -> Option<String> {
    passing
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Carried;
    use crate::{
        model::{Model, Storage, Stored},
        testing::{day, draft, rules},
        words::Lang,
    };
    use std::rc::Rc;

    #[test]
    fn nothing_typed_is_lost_where_the_browser_keeps_nothing() {
        let opened = || Model::new(rules(), day("2026-11-22"), Storage::Page, Stored::default());
        let mut model = opened();
        model.lang = Lang::En;
        model.draft = Rc::new(draft(&rules(), &[("rd_staff", "约50")]));
        model.replaced = Some(Rc::new(draft(&rules(), &[("rd_staff", "50")])));
        let carried = Carried::parse(&Carried::of(&model, None).to_text()).expect("its own text");
        let next = carried.continue_in(opened());
        assert_eq!((next.draft, next.replaced, next.lang), (model.draft, model.replaced, model.lang));
    }
}
