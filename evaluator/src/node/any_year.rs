//! `any_year`: a test in any of the last periods.

use super::{Explained, Node, Run, Years};
use crate::{
    explain::{Lines, Voice},
    truth::Truth,
};

pub(super) fn eval<'p>(node: &'p Node, years: &'p Years, run: &Run<'_, 'p>) -> Explained<'p> {
    let children = years.each(run);
    let truth = Truth::any(children.iter().map(|child| child.truth));
    Explained::of_children(node, run, truth, children)
}

pub(super) fn explain(years: &Years, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    let heading = voice.either(
        || format!("近{}年任一年", voice.years_word(years.last)),
        || format!("Any of the last {} years", years.last),
    );
    lines.group(heading, explained, |lines| {
        for child in explained.children() {
            Node::explain(child, voice, lines);
        }
    });
}
