//! Doubts 「请核对」 at the fields that they are about. They block nothing, and change nothing by themselves. What
//! finds them is loaded once something is answered (`result::doubts`).

use std::rc::Rc;
use yew::AttrValue;
use zjtx_evaluator::FactRef;

/// What is to be looked at again in a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubted {
    /// What and why; empty where there is no doubt.
    pub sentence: AttrValue,
    /// What the field would hold, had the figure been told in 元; offered, never taken unasked.
    pub divided: Option<AttrValue>,
}

/// The doubts about a form, by their places.
pub type Doubts = Rc<Vec<(FactRef, Doubted)>>;

/// The first doubt about a place.
pub fn at(all: &Doubts, place: FactRef) -> Doubted {
    all.iter().find(|(other, _)| *other == place).map(|(_, doubted)| doubted.clone()).unwrap_or_default()
}
