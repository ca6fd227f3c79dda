//! How a verdict that is open could be settled: the ways to met and the ways to unmet, from the tree of
//! reasons. Each answer is taken to be free: figures that exclude each other are not looked for.

use super::{
    open::OpenAnswers,
    sheet,
    ways::{OpenSet, Ways},
};
use crate::{
    base::truth::Truth,
    language::{
        assessment::{Assessment, Judged, Reasons},
        missing::{FactRef, each_open_fact},
        nodes::{Explained, Input, Join, Parts},
        packs::Body,
    },
};

/// The ways to settle something as met, and as unmet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proofs {
    /// To met.
    pub(super) met: Ways,
    /// To unmet.
    pub(super) unmet: Ways,
}

impl Proofs {
    fn settled(is_met: bool) -> Self {
        let proofs = Self { met: Ways::already(), unmet: Ways::never() };
        if is_met { proofs } else { proofs.opposite() }
    }

    /// Open answers that settle it either way, once all are given.
    fn by(set: OpenSet) -> Self {
        if set == OpenSet::default() {
            return Self { met: Ways::never(), unmet: Ways::never() };
        }
        Self { met: Ways::by(set), unmet: Ways::by(set) }
    }

    fn opposite(self) -> Self {
        Self { met: self.unmet, unmet: self.met }
    }

    /// One way of settling it or the other.
    fn or(self, other: Self) -> Self {
        Self { met: self.met.or(other.met), unmet: self.unmet.or(other.unmet) }
    }

    fn every(proofs: impl IntoIterator<Item = Self>) -> Self {
        proofs.into_iter().fold(Self::settled(true), |all, one| Self {
            met: all.met.and(&one.met),
            unmet: all.unmet.or(one.unmet),
        })
    }

    fn any(proofs: impl IntoIterator<Item = Self>) -> Self {
        Self::every(proofs.into_iter().map(Self::opposite)).opposite()
    }

    /// All come to the same.
    fn agreed(proofs: impl IntoIterator<Item = Self>) -> Self {
        let settled = Self { met: Ways::already(), unmet: Ways::already() };
        proofs
            .into_iter()
            .fold(settled, |all, one| Self { met: all.met.and(&one.met), unmet: all.unmet.and(&one.unmet) })
    }

    /// At least n of them: the ways to have k of those seen so far, for each k up to n.
    fn several(n: usize, proofs: &[Self]) -> Self {
        let at_least = |n: usize, way: fn(&Self) -> &Ways| {
            let mut counted = vec![Ways::never(); n.saturating_add(1)];
            if let Some(none) = counted.first_mut() {
                *none = Ways::already();
            }
            for proof in proofs {
                for k in (1..counted.len()).rev() {
                    let (fewer, same) = (counted.get(k.saturating_sub(1)), counted.get(k));
                    let next = fewer.zip(same).map(|(fewer, same)| fewer.and(way(proof)).or(same.clone()));
                    if let (Some(slot), Some(next)) = (counted.get_mut(k), next) {
                        *slot = next;
                    }
                }
            }
            counted.pop().unwrap_or_else(Ways::never)
        };
        let most_unmet = proofs.len().saturating_sub(n).saturating_add(1);
        Self { met: at_least(n, |proof| &proof.met), unmet: at_least(most_unmet, |proof| &proof.unmet) }
    }
}

/// Finds the proofs of one assessment.
pub(super) struct Prover<'a> {
    pub(super) assessment: &'a Assessment<'a, 'a>,
    pub(super) open: &'a OpenAnswers,
}

impl Prover<'_> {
    /// The proofs of the verdict.
    pub(super) fn verdict(&self) -> Proofs {
        Proofs::every(self.assessment.top_level().map(|judged| self.judged(judged)))
    }

    fn judged(&self, judged: &Judged<'_>) -> Proofs {
        if judged.truth != Truth::Undetermined {
            return Proofs::settled(judged.truth == Truth::Met);
        }
        match &judged.reasons {
            Reasons::Test(explained) => self.explained(explained),
            Reasons::NotExamined(_) => Proofs::settled(true),
            Reasons::Criteria(children) => {
                let examined =
                    children.iter().filter(|child| !matches!(child.reasons, Reasons::NotExamined(_)));
                let proofs = examined.map(|child| self.judged(child));
                match judged.criterion.body {
                    Body::AnyOf(_) => Proofs::any(proofs),
                    Body::AllOf(_) | Body::Test { .. } => Proofs::every(proofs),
                }
            }
        }
    }

    fn explained(&self, explained: &Explained<'_>) -> Proofs {
        if explained.truth != Truth::Undetermined {
            return Proofs::settled(explained.truth == Truth::Met);
        }
        let Parts { join, inputs, .. } = explained.node.parts();
        let children = || explained.children().map(|child| self.explained(child));
        match join {
            Join::Inputs => Proofs::every(inputs.iter().map(|input| self.input(input, explained.years_ago))),
            Join::Every => Proofs::every(children()),
            Join::Any | Join::Waived => Proofs::any(children()),
            Join::Several(needed) => Proofs::several(needed, &children().collect::<Vec<_>>()),
            Join::Opposite => Proofs::every(children()).opposite(),
            // The reading that requires nothing never agrees on unmet.
            Join::Agreed { or_nothing: true } => {
                Proofs { unmet: Ways::never(), ..Proofs::agreed(children()) }
            }
            Join::Agreed { or_nothing: false } => Proofs::agreed(children()),
            Join::Picked => self.picked(&inputs, explained),
        }
    }

    /// Either all rows agree, or what picks the row is answered and the row is settled.
    fn picked(&self, inputs: &[Input<'_>], explained: &Explained<'_>) -> Proofs {
        let rows: Vec<Proofs> = explained.children().map(|row| self.explained(row)).collect();
        let agreed = Proofs::agreed(rows.iter().cloned());
        let mut selector = OpenSet::default();
        for input in inputs {
            selector = selector | self.facts_of(input, explained.years_ago);
        }
        if selector == OpenSet::default() {
            return agreed;
        }
        let selector = Ways::by(selector);
        rows.iter().fold(agreed, |all, row| {
            all.or(Proofs { met: selector.and(&row.met), unmet: selector.and(&row.unmet) })
        })
    }

    fn input(&self, input: &Input<'_>, years_ago: u8) -> Proofs {
        match input {
            Input::Score => self.score(),
            Input::SizeClass => self.size(),
            // Only a confirmation settles it.
            Input::Confirmation(_) => {
                Proofs { unmet: Ways::never(), ..Proofs::by(self.facts_of(input, years_ago)) }
            }
            Input::Quantity(..) | Input::Answer(_) | Input::Among(..) | Input::Rank(..) | Input::City(_) => {
                Proofs::by(self.facts_of(input, years_ago))
            }
        }
    }

    fn facts_of(&self, input: &Input<'_>, years_ago: u8) -> OpenSet {
        let mut set = Some(OpenSet::default());
        let mut add = |fact, years_ago| self.add(&mut set, self.assessment.place(fact, years_ago));
        match input {
            Input::Quantity(quantity, _) => quantity.each_read(&self.assessment.answers(years_ago), &mut add),
            input => input.each_fact(years_ago, &mut add),
        }
        set.unwrap_or_default()
    }

    /// Adds an open answer to a set; none is left where one of them cannot be had.
    fn add(&self, set: &mut Option<OpenSet>, place: FactRef) {
        if !self.assessment.knows(place) {
            *set = set.zip(self.open.only(place)).map(|(set, one)| set | one);
        }
    }

    fn score(&self) -> Proofs {
        let Some(sheet) = self.assessment.sheet() else { return Proofs::by(OpenSet::default()) };
        let open = sheet.indicators().map(|indicator| {
            let mut set = Some(OpenSet::default());
            each_open_fact(self.assessment, indicator, &mut |place| self.add(&mut set, place));
            set.unwrap_or_default()
        });
        let [met, unmet] = sheet::ways(sheet, &open.collect::<Vec<_>>());
        Proofs { met, unmet }
    }

    /// The class follows from the industry and its figures, or else from the firm's own word.
    fn size(&self) -> Proofs {
        let mut figures = Some(OpenSet::default());
        let open = self.assessment.size().open_facts();
        open.for_each(|fact| self.add(&mut figures, self.assessment.place(fact, 0)));
        let mut declared = Some(OpenSet::default());
        let table = self.assessment.pack().size_table();
        table
            .into_iter()
            .for_each(|table| self.add(&mut declared, self.assessment.place(table.declared(), 0)));
        let (figures, declared) = (figures.unwrap_or_default(), declared.unwrap_or_default());
        Proofs::by(figures).or(Proofs::by(declared))
    }
}
