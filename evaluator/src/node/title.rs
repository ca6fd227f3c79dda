//! `title`: a title held and still valid 「有效期内」.

use super::{Explained, Node, Run, holds};
use crate::{
    explain::{Lines, Voice},
    terms::FactIx,
};

pub(super) fn eval<'p>(node: &'p Node, fact: FactIx, run: &Run<'_, 'p>) -> Explained<'p> {
    holds::eval(node, fact, run)
}

pub(super) fn explain(fact: FactIx, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    let own = voice.answer(fact).map(|yes| voice.yes_no(yes).to_owned());
    let requirement = voice.pick("有效期内", "held and valid").to_owned();
    lines.condition(explained, voice.term(fact), requirement, own, None, voice);
}
