//! The answers that are open and could be given.

use super::ways::OpenSet;
use crate::{
    base::fact_kind::FactKind,
    language::{
        assessment::Assessment,
        missing::FactRef,
        packs::{Body, Criterion},
        terms::{FactIx, Terms},
    },
};
use std::{cmp::Reverse, collections::BTreeSet};

/// Answers that are open in some assessments, the easiest to give first.
pub(super) struct OpenAnswers(Vec<OpenAnswer>);

/// An answer that is open.
#[derive(Clone, Copy)]
pub(super) struct OpenAnswer {
    pub(super) place: FactRef,
    /// How hard it is to give.
    pub(super) effort: u8,
    /// The set of it alone.
    pub(super) set: OpenSet,
}

impl OpenAnswers {
    /// The most answers that a set of bits holds; the packs of a ladder read fewer than half as many.
    const MOST: usize = 128;

    /// What is open in these assessments, without what the person cannot say.
    pub(super) fn of(assessments: &[Assessment<'_, '_>], unsure: &BTreeSet<FactRef>) -> Self {
        let open = assessments.iter().flat_map(Assessment::missing).filter(|place| !unsure.contains(place));
        let (open, titles) = (open.collect::<BTreeSet<_>>(), Titles::of(assessments));
        let Some(terms) = assessments.first().map(|assessment| assessment.pack().terms()) else {
            return Self(Vec::new());
        };
        let mut ranked: Vec<(u8, FactRef)> =
            open.into_iter().map(|place| (effort(terms, &titles, place), place)).collect();
        ranked.sort_by_key(|(effort, place)| (*effort, place.fact, Reverse(place.year)));
        let positions = ranked.into_iter().take(Self::MOST).enumerate();
        let open = positions.map(|(position, (effort, place))| OpenAnswer {
            place,
            effort,
            set: OpenSet::only(position),
        });
        Self(open.collect())
    }

    /// The set of this answer alone; `None` where it cannot be given.
    pub(super) fn only(&self, place: FactRef) -> Option<OpenSet> {
        self.0.iter().find(|open| open.place == place).map(|open| open.set)
    }

    /// The answers, the easiest to give first.
    pub(super) fn each(&self) -> impl Iterator<Item = &OpenAnswer> {
        self.0.iter()
    }
}

/// Titles without which a level cannot be applied for 「前置资质」, and those of which it needs one of several.
#[derive(Default)]
struct Titles {
    alone: BTreeSet<FactIx>,
    one_of_several: BTreeSet<FactIx>,
}

impl Titles {
    fn of(assessments: &[Assessment<'_, '_>]) -> Self {
        let mut titles = Self::default();
        for judged in assessments.iter().flat_map(|assessment| assessment.prerequisites()) {
            let mut facts = BTreeSet::new();
            each_fact(judged.criterion, &mut |fact| _ = facts.insert(fact));
            let of = if facts.len() == 1 { &mut titles.alone } else { &mut titles.one_of_several };
            of.append(&mut facts);
        }
        titles
    }
}

fn each_fact(criterion: &Criterion, f: &mut dyn FnMut(FactIx)) {
    match &criterion.body {
        Body::Test { test, .. } => test.each_fact(f),
        Body::AllOf(criteria) | Body::AnyOf(criteria) => {
            criteria.iter().for_each(|criterion| each_fact(criterion, f));
        }
    }
}

/// How late an answer is asked for: a title that a level hangs on alone and a 否 at once, then what is looked up and
/// seldom settles a level alone, then points that another gives.
fn effort(terms: &Terms, titles: &Titles, place: FactRef) -> u8 {
    match terms.term(place.fact).map(|term| term.kind()) {
        _ if titles.alone.contains(&place.fact) => 0,
        _ if titles.one_of_several.contains(&place.fact) => 2,
        Some(FactKind::Bool) => 1,
        Some(FactKind::Points) => 3,
        _ => 2,
    }
}
