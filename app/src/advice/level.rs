//! One level with all advice on it, as the parts of the page share it.

use crate::{
    advice::{
        trial::{Answers, Outlook},
        words,
    },
    draft::Draft,
    store::Store,
    words::Lang,
};
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::{
    AdviceWords, Assessment, Truth,
    advice::{Advice, SideEffect},
};

/// One level: how it is judged, and what would have to change.
pub struct Level<'a> {
    /// How it is judged now.
    pub assessment: Assessment<'a, 'a>,
    /// What would have to change.
    pub advice: Advice<'a>,
    /// Words for it.
    pub words: AdviceWords<'a>,
}

impl Level<'_> {
    /// The name of its scheme.
    pub fn name(&self, store: &Store) -> String {
        store.model().rules.scheme_title(self.assessment.pack().scheme(), store.lang()).to_owned()
    }

    /// How many conditions of the pack are not met, alternatives counted once.
    pub fn open(&self) -> usize {
        self.assessment.top_level().filter(|judged| judged.truth != Truth::Met).count()
    }

    /// What waiting alone would do, in words.
    pub fn waiting(&self) -> Option<String> {
        self.advice.waiting.as_ref().map(|waiting| self.words.waiting(waiting))
    }
}

/// Properties of the findings.
#[derive(Clone, PartialEq, Properties)]
pub struct FindingsProps {
    /// The state.
    pub store: Store,
    /// The answers that the advice is on.
    pub draft: Rc<Draft>,
    /// Takes a route: its answers are to be tried.
    pub take: Callback<(Outlook, Answers)>,
}

/// A list of side effects, if there are any.
pub fn side_effects(words: &AdviceWords<'_>, effects: &[SideEffect], lang: Lang) -> Html {
    if effects.is_empty() {
        return Html::default();
    }
    let effects = effects.iter().map(|effect| words.side_effect(effect));
    html! {
        <div class="side-effects">
            <p><b>{ words::SIDE_EFFECTS.get(lang) }</b></p>
            <ul>{ for effects.map(|effect| html! { <li>{ effect }</li> }) }</ul>
        </div>
    }
}
