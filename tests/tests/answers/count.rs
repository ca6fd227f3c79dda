//! How many answers of a firm settle every level.

use crate::{
    smallest::smallest,
    support::{RULEBOOK, pack_of},
};
use serde_json::Value;
use std::collections::BTreeSet;
use zjtx_evaluator::{Assessment, Dossier, FactRef, Guide, Pack, Truth, evaluate};

/// Answers until every level is settled.
pub struct Counts {
    /// In the order of the guide.
    pub guided: usize,
    /// In the order of the form, newest year first.
    pub form: usize,
    /// In hindsight: the smallest set.
    pub smallest: usize,
}

/// The levels that are to be settled.
pub struct Ladder(Vec<&'static Pack>);

/// Known answers, in the order in which they were given.
type Given = Vec<FactRef>;

impl Ladder {
    pub fn new(ids: Vec<String>) -> Self {
        Self(ids.iter().map(|id| pack_of(id)).collect())
    }

    /// Counts the answers of a firm with everything known.
    pub fn count(&self, firm: &Value) -> Counts {
        let whole = Dossier::parse(&firm.to_string(), RULEBOOK.terms()).expect("a dossier");
        let guided = self.given(&whole, |assessments| Guide::of(assessments, &BTreeSet::new()).order());
        let form = self.given(&whole, form_order);
        Counts { guided: guided.len(), form: form.len(), smallest: self.fewest(&whole) }
    }

    /// Gives the first answer of an order that is known, again and again, until every level is settled.
    fn given(&self, whole: &Dossier, order: impl Fn(&[Assessment<'_, '_>]) -> Vec<FactRef>) -> Given {
        let mut given = Given::new();
        loop {
            let dossier = part(whole, &given);
            let assessments = self.judged(&dossier);
            if is_settled(&assessments) {
                return given;
            }
            let next = order(&assessments).into_iter().find(|place| !given.contains(place));
            given.push(next.unwrap_or_else(|| panic!("nothing is left to ask: {given:?}")));
        }
    }

    fn judged<'d>(&self, dossier: &'d Dossier) -> Vec<Assessment<'static, 'd>> {
        self.0.iter().map(|pack| evaluate(pack, dossier)).collect()
    }

    /// How many answers would have been enough, had one known them.
    fn fewest(&self, whole: &Dossier) -> usize {
        let everything = read(&self.judged(whole));
        smallest(everything.len(), |places| {
            let given: Given = places.iter().map(|place| everything[*place]).collect();
            is_settled(&self.judged(&part(whole, &given)))
        })
    }
}

fn is_settled(assessments: &[Assessment<'_, '_>]) -> bool {
    assessments.iter().all(|assessment| assessment.verdict() != Truth::Undetermined)
}

/// What the levels read, as the form asks it.
fn form_order(assessments: &[Assessment<'_, '_>]) -> Vec<FactRef> {
    let mut places = read(assessments);
    let section = |place: &FactRef| RULEBOOK.terms().term(place.fact).map(|term| term.section());
    places.sort_by_key(|place| (section(place), place.fact, std::cmp::Reverse(place.year)));
    places
}

fn read(assessments: &[Assessment<'_, '_>]) -> Given {
    let places: BTreeSet<FactRef> = assessments.iter().flat_map(Assessment::facts_read).collect();
    places.into_iter().collect()
}

/// A dossier with some of the answers only.
fn part(whole: &Dossier, given: &[FactRef]) -> Dossier {
    let mut part = Dossier::new(RULEBOOK.terms(), whole.as_of(), whole.kind());
    for place in given {
        match place.year {
            None => part.set(place.fact, whole.get(place.fact).cloned()),
            Some(year) => part.set_year(place.fact, year, whole.get_year(place.fact, year)),
        }
    }
    part
}
