//! `title`: a title held and still valid 「有效期内」.

use super::{Explained, Node, Run, holds};
use crate::language::{
    terms::FactIx,
    words::{Condition, Lines, Voice, Words},
};

pub(super) fn eval<'p>(node: &'p Node, fact: FactIx, run: &Run<'_, 'p>) -> Explained<'p> {
    holds::eval(node, fact, run)
}

pub(super) fn condition(fact: FactIx, words: &Words<'_>) -> Condition {
    let requirement = words.pick("有效期内", "held and valid").to_owned();
    Condition { subject: words.term(fact), requirement }
}

pub(super) fn explain(fact: FactIx, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    lines.condition(explained, condition(fact, &voice.words), holds::own(fact, voice), None, voice);
}
