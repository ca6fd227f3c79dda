//! A dossier tried out with changes: what would then be met.

use super::{
    ahead::is_open,
    change::{Change, put, value_at},
    direct::{each_value, reads},
    effort::is_answer,
    hope::{hoped, hoped_verdict},
    lever::{Way, distance},
    line::Open,
    mark::Mark,
};
use crate::{
    base::{date::Date, fact_kind::Lever, truth::Truth, value::Value},
    language::{
        assessment::{Assessment, evaluate, grounds, truth_of, truth_of_node},
        dossier::Dossier,
        missing::FactRef,
        nodes::Node,
        packs::{Criterion, Pack},
        scores::SheetResult,
        terms::Term,
    },
    uses::doubts::possible,
};

/// What is to be met.
#[derive(Clone, Copy)]
pub(super) enum Goal<'p> {
    /// The whole pack.
    Verdict,
    /// Truth of one criterion.
    Criterion(&'p Criterion),
    /// One node, seen from this number of periods back.
    Node(&'p Node, u8),
}

/// A pack with a dossier that is changed and restored.
pub(super) struct Trial<'p> {
    pub(super) pack: &'p Pack,
    dossier: Dossier,
    freedom: Freedom,
    /// The changes that are made at the moment.
    made: Vec<Change>,
    /// The cheapest sets of jumps for the changes of scored figures that were made before.
    jumps: Vec<(Vec<Change>, Vec<Vec<Change>>)>,
}

/// What may be other, and whether absent answers are taken to come out well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Freedom {
    /// Whatever a lever moves; absent answers are absent.
    Now,
    /// What is still open on this day when the firm applies later.
    Plan(Date),
}

impl<'p> Trial<'p> {
    /// The firm as it is.
    pub(super) fn now(pack: &'p Pack, dossier: &Dossier) -> Self {
        Self::with_freedom(pack, dossier.clone(), Freedom::Now)
    }

    /// The firm as it applies on the day of a dossier that was made from one of today.
    pub(super) const fn plan(pack: &'p Pack, later: Dossier, today: Date) -> Self {
        Self::with_freedom(pack, later, Freedom::Plan(today))
    }

    const fn with_freedom(pack: &'p Pack, dossier: Dossier, freedom: Freedom) -> Self {
        Self { pack, dossier, freedom, made: Vec::new(), jumps: Vec::new() }
    }

    pub(super) const fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// The day that is planned on.
    pub(super) const fn today(&self) -> Date {
        match self.freedom {
            Freedom::Now => self.dossier.as_of(),
            Freedom::Plan(today) => today,
        }
    }

    /// Whether what is known at a place can be other.
    fn is_free(&self, place: FactRef) -> bool {
        let Some(term) = self.term(place).filter(|_| self.value(place).is_some()) else { return false };
        let today = match self.freedom {
            Freedom::Now => return term.lever() != Lever::Fixed && !term.is_duration(),
            Freedom::Plan(today) => today,
        };
        match (term.lever(), place.year) {
            (Lever::Fixed, _) => false,
            (_, Some(_)) => is_open(self.pack.terms(), place, today),
            // Durations have grown by themselves.
            (_, None) if term.is_duration() => false,
            (lever, None) => {
                self.dossier.as_of().year() > today.year()
                    || (lever != Lever::TimeOnly && is_answer(term.kind()))
            }
        }
    }

    /// What `find` finds of the sheet, sought once for the same changes of figures that the sheet reads.
    pub(super) fn jumps(&mut self, find: impl FnOnce(&mut Self) -> Vec<Vec<Change>>) -> Vec<Vec<Change>> {
        let Some(sheet) = self.pack.sheet() else { return Vec::new() };
        let mut made = self.made.clone();
        made.retain(|change| sheet.rules().any(|(_, _, rule)| reads(rule, change.place)));
        if let Some((_, known)) = self.jumps.iter().find(|(changes, _)| *changes == made) {
            return known.clone();
        }
        let found = find(self);
        self.jumps.push((made, found.clone()));
        found
    }

    /// The change that is made at a place at the moment.
    pub(super) fn made(&self, place: FactRef) -> Option<&Change> {
        self.made.iter().find(|change| change.place == place)
    }

    pub(super) fn assess(&self) -> Assessment<'p, '_> {
        evaluate(self.pack, &self.dossier)
    }

    pub(super) fn truth(&self, goal: Goal<'p>) -> Truth {
        match goal {
            Goal::Verdict => {
                let assessment = self.assess();
                if self.hopes(assessment.verdict()) {
                    hoped_verdict(&assessment)
                } else {
                    assessment.verdict()
                }
            }
            Goal::Criterion(criterion) => {
                let truth = truth_of(self.pack, criterion, &self.dossier);
                if self.hopes(truth) { self.hoped(criterion) } else { truth }
            }
            Goal::Node(node, years_ago) => truth_of_node(self.pack, node, years_ago, &self.dossier),
        }
    }

    /// Whether something may be open only because answers are absent.
    fn hopes(&self, truth: Truth) -> bool {
        truth == Truth::Undetermined && self.freedom != Freedom::Now
    }

    fn hoped(&self, criterion: &Criterion) -> Truth {
        let assessment = self.assess();
        let mut all = assessment.criteria().into_iter();
        let judged = all.find(|judged| std::ptr::eq(judged.criterion, criterion));
        judged.map_or(Truth::Undetermined, |judged| hoped(&assessment, judged))
    }

    pub(super) fn sheet(&self) -> Option<SheetResult<'p>> {
        grounds(self.pack, &self.dossier).1
    }

    pub(super) fn value(&self, place: FactRef) -> Option<Value> {
        value_at(self.pack.terms(), &self.dossier, place)
    }

    pub(super) fn term(&self, place: FactRef) -> Option<&'p Term> {
        self.pack.terms().term(place.fact)
    }

    /// What `f` finds with the changes made.
    pub(super) fn with<T>(&mut self, changes: &[Change], f: impl FnOnce(&mut Self) -> T) -> T {
        let own: Vec<(FactRef, Option<Value>)> =
            changes.iter().map(|change| (change.place, self.value(change.place))).collect();
        changes.iter().for_each(|change| put(&mut self.dossier, change.place, Some(change.to.clone())));
        let before = std::mem::replace(&mut self.made, changes.to_vec());
        let found = f(self);
        self.made = before;
        own.into_iter().for_each(|(place, value)| put(&mut self.dossier, place, value));
        found
    }

    /// Whether one value at a place gives the goal that truth.
    pub(super) fn turns(
        &mut self,
        place: FactRef,
        value: &Value,
        goal: Goal<'p>,
        is: impl Fn(Truth) -> bool,
    ) -> bool {
        let own = self.value(place);
        put(&mut self.dossier, place, Some(value.clone()));
        let truth = self.truth(goal);
        put(&mut self.dossier, place, own);
        is(truth)
    }

    /// The values along a way at which one of the marks may turn, the nearest to `from` first; none where a part would
    /// be more than its whole, but the value at which that begins.
    pub(super) fn values(
        &self,
        marks: &[Mark<'p>],
        place: FactRef,
        way: Way,
        from: Option<&Value>,
    ) -> Vec<(u64, Value)> {
        let Some(term) = self.term(place) else { return Vec::new() };
        let mut values = self.turning(marks, place, way, from);
        let (least, most) = possible(&self.dossier, self.pack.terms(), place);
        let ends = [least, most].map(Value::Number).into_iter();
        values.extend(ends.filter_map(|end| Some((distance(way, term, from, &end)?, end))));
        values.retain(|(_, value)| value.as_number().is_none_or(|micros| (least..=most).contains(&micros)));
        values.sort_by_key(|(far, _)| *far);
        values.dedup();
        values
    }

    /// The values along a way at which one of the marks may turn, the nearest to `from` first.
    pub(super) fn turning(
        &self,
        marks: &[Mark<'p>],
        place: FactRef,
        way: Way,
        from: Option<&Value>,
    ) -> Vec<(u64, Value)> {
        let Some(term) = self.term(place) else { return Vec::new() };
        let open = Open { terms: self.pack.terms(), dossier: &self.dossier, place };
        let mut values = Vec::new();
        let mut keep = |value: Value| {
            if let Some(far) = distance(way, term, from, &value) {
                values.push((far, value));
            }
        };
        marks.iter().for_each(|mark| mark.each_value(&open, &mut keep));
        if marks.iter().any(|mark| matches!(mark, Mark::Points(fact, _) if *fact == place.fact)) {
            let sheet = self.sheet();
            sheet
                .iter()
                .for_each(|sheet| each_value(sheet, place, &mut |micros| keep(Value::Number(micros))));
        }
        values.sort_by_key(|(far, _)| *far);
        values.dedup();
        values
    }

    /// Whether a value at a place leaves no part more than its whole.
    pub(super) fn is_possible(&self, place: FactRef, value: &Value) -> bool {
        let (least, most) = possible(&self.dossier, self.pack.terms(), place);
        value.as_number().is_none_or(|micros| (least..=most).contains(&micros))
    }

    /// The nearest value along a way that gives the goal such a truth: exact, since truths turn only at marks.
    pub(super) fn nearest(
        &mut self,
        marks: &[Mark<'p>],
        place: FactRef,
        way: Way,
        goal: Goal<'p>,
        is: impl Fn(Truth) -> bool,
    ) -> Option<Value> {
        let from = self.value(place);
        let values = self.values(marks, place, way, from.as_ref());
        values.into_iter().map(|(_, value)| value).find(|value| self.turns(place, value, goal, &is))
    }
}

/// The places that marks read and that can be other, each once, in the order of the vocabulary.
pub(super) fn movable(trial: &Trial<'_>, marks: &[Mark<'_>]) -> Vec<FactRef> {
    let mut places = Vec::new();
    let terms = trial.pack.terms();
    for mark in marks {
        mark.each_place(terms, trial.dossier(), &mut |place| places.push(place));
    }
    places.retain(|place| trial.is_free(*place));
    places.sort_unstable();
    places.dedup();
    places
}
