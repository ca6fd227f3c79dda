//! A rulebook without its explanations, for a page that counts conditions and does not show them.

use crate::{
    base::{citation::Cite, text::Text},
    language::{
        packs::{Body, Chapters, Criterion, Pack},
        rulebook::Rulebook,
        scores::ScoreSheet,
    },
    written::SourceDoc,
};

impl Rulebook {
    /// Leaves out what only explains: titles, citations and notes of conditions, groups and indicators, and all
    /// of a document but its number. Every verdict stays what it is, and so does what a form asks.
    #[must_use]
    pub fn without_explanations(mut self) -> Self {
        self.sources.iter_mut().for_each(bare_source);
        self.packs.iter_mut().for_each(bare_pack);
        self
    }
}

const fn nothing() -> Text {
    Text { zh: String::new(), en: String::new() }
}

fn bare_source(source: &mut SourceDoc) {
    source.title.clear();
    source.issuer.clear();
    source.link = None;
    source.note = None;
    source.boundary = Default::default();
}

fn bare_pack(pack: &mut Pack) {
    pack.note = None;
    let Chapters { prerequisites, vetoes, gates, routes, declarations } = &mut pack.chapters;
    for chapter in [prerequisites, vetoes, gates, declarations] {
        chapter.iter_mut().for_each(bare_criterion);
    }
    routes.iter_mut().for_each(bare_criterion);
    pack.sheet.iter_mut().for_each(bare_sheet);
}

fn bare_criterion(criterion: &mut Criterion) {
    criterion.title = nothing();
    criterion.note = None;
    let Cite { source, clause, text } = &mut criterion.cite;
    [source, clause, text].into_iter().for_each(String::clear);
    if let Body::AllOf(children) | Body::AnyOf(children) = &mut criterion.body {
        children.iter_mut().for_each(bare_criterion);
    }
}

fn bare_sheet(sheet: &mut ScoreSheet) {
    for group in &mut sheet.groups {
        group.title = nothing();
        for indicator in &mut group.indicators {
            indicator.title = nothing();
            indicator.note = None;
            indicator.cite = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Date, Dossier, Rulebook, base::application_kind::ApplicationKind, evaluate};

    #[test]
    fn nothing_that_judges_or_asks_is_left_out() {
        let whole = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
        let bare = whole.clone().without_explanations();
        let day = Date::parse("2026-05-01").expect("a day");
        let empty = Dossier::new(whole.terms(), day, ApplicationKind::First);
        let mut shorter = 0;
        for (whole, bare) in whole.packs().iter().zip(bare.packs()) {
            let (expected, found) = (evaluate(whole, &empty), evaluate(bare, &empty));
            let facts = |assessment: &crate::Assessment<'_, '_>| assessment.facts_read();
            assert_eq!(facts(&found), facts(&expected), "{}", whole.id());
            assert_eq!(found.missing(), expected.missing(), "{}", whole.id());
            assert_eq!(found.outcome().criteria, expected.outcome().criteria, "{}", whole.id());
            shorter += usize::from(format!("{bare:?}").len() < format!("{whole:?}").len());
        }
        assert_eq!(shorter, whole.packs().len());
        let numbers =
            |rules: &Rulebook| rules.sources().map(|source| source.number.clone()).collect::<Vec<_>>();
        assert_eq!(numbers(&bare), numbers(&whole));
    }
}
