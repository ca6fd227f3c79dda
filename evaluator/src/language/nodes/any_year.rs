//! `any_year`: a test in any of the last periods.

use super::{Explained, Node, Run, Years, all};
use crate::{
    base::truth::Truth,
    language::words::{Clause, Lines, Voice, Words},
};

pub(super) fn eval<'p>(node: &'p Node, years: &'p Years, run: &Run<'_, 'p>) -> Explained<'p> {
    let children = years.each(run);
    let truth = Truth::any(children.iter().map(|child| child.truth));
    Explained::of_children(node, run, truth, children)
}

fn heading(years: &Years, words: &Words<'_>) -> String {
    words.either(
        || format!("近{}年任一年", words.years_word(years.last)),
        || format!("Any of the last {} years", years.last),
    )
}

pub(super) fn describe(years: &Years, words: &Words<'_>) -> Clause {
    Clause::group(heading(years, words), vec![years.test.describe(&words.with_years_said())])
}

pub(super) fn explain(years: &Years, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    let heading = heading(years, &voice.words);
    lines.group(heading, explained, |lines| all::explain_beside(explained, voice, lines));
}
