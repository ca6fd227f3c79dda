//! What the guide tells beside all questions. It comes with the guided form's part once the form is drawn: the
//! search for the fewest answers is not needed to begin.

use crate::{result::missing, split::split, store::Store};
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
    /// By level, how few answers could settle it, where the search found that.
    pub fewest: Vec<Option<u32>>,
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
    Shown { fewest: fewest(assessments, &guide), next: missing::next_questions(store, assessments, &guide) }
}

/// By level, how few answers could settle it, where the search found that.
pub fn fewest(assessments: &[Assessment<'_, '_>], guide: &Guide) -> Vec<Option<u32>> {
    let of = |at: usize| guide.fewest(at).and_then(|fewest| fewest.met.or(fewest.unmet));
    (0..assessments.len()).map(of).collect()
}
