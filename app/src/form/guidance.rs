//! What the guide tells beside all questions. It comes with the guided form's part once the form is drawn: the
//! search for the fewest answers is not needed to begin.

use crate::{form::standing_line, result::missing, split::split, store::Store};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Guide};

/// Draws what is told of the levels.
pub struct Guidance {
    /// Of the answers so far.
    pub show: fn(&Store, &[Assessment<'_, '_>]) -> Shown,
}

/// What is told of the levels.
#[derive(Default)]
pub struct Shown {
    /// The line that stays in view.
    pub line: Html,
    /// How few answers could settle a level, and which come first.
    pub next: Html,
}

split! {
    guided,
    /// The guide.
    fn load() -> &'static Guidance { &GUIDANCE }
}

static GUIDANCE: Guidance = Guidance { show };

fn show(store: &Store, assessments: &[Assessment<'_, '_>]) -> Shown {
    let model = store.model();
    let guide = Guide::of(assessments, &model.draft.unsure(model.rules.terms()));
    Shown {
        line: standing_line::view(store, assessments, &guide),
        next: missing::next_questions(store, assessments, &guide),
    }
}
