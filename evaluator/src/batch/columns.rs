//! Which column holds what: every fact that the plan reads, in its year, once.

use crate::{
    date::Date,
    doc::{ApplicationKind, FactKind},
    dossier::Dossier,
    missing::FactRef,
    terms::{FactIx, Terms},
};

/// Where a number stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct NumberColumn {
    /// Which of the columns.
    pub(super) width: Width,
    /// The most that it can be.
    pub(super) most: i64,
}

/// The columns of numbers by what they hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Width {
    /// Millionths.
    Millionths(usize),
    /// Things or people, whole.
    Count(usize),
    /// Places, whole.
    Place(usize),
}

/// What the columns of a plan hold, and the occasion that decides their years.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// Amounts, shares, years and points.
    pub(super) numbers: Vec<FactRef>,
    /// Counts and places.
    pub(super) wholes: Vec<FactRef>,
    /// Answers of yes-no facts and choices, and zones of cities.
    pub(super) codes: Vec<FactIx>,
    /// Sets.
    pub(super) sets: Vec<FactIx>,
    /// A dossier of the plan's occasion, without facts.
    occasion: Dossier,
}

impl Columns {
    pub(super) fn new(terms: &Terms, as_of: Date, kind: ApplicationKind) -> Self {
        let occasion = Dossier::new(terms, as_of, kind);
        Self { numbers: Vec::new(), wholes: Vec::new(), codes: Vec::new(), sets: Vec::new(), occasion }
    }

    pub(super) const fn kind(&self) -> ApplicationKind {
        self.occasion.kind()
    }

    /// The column of a number or place so many periods back.
    pub(super) fn number(&mut self, fact: FactIx, years_ago: u8, terms: &Terms) -> Option<NumberColumn> {
        let term = terms.term(fact)?;
        let found = FactRef { fact, year: self.occasion.period_year(term.period(), years_ago) };
        let width = match term.kind() {
            FactKind::Count => Width::Count(place(&mut self.wholes, found)?),
            FactKind::Rank => Width::Place(place(&mut self.wholes, found)?),
            _ => Width::Millionths(place(&mut self.numbers, found)?),
        };
        Some(NumberColumn { width, most: term.bounds().1 })
    }

    /// The column of an answer.
    pub(super) fn code(&mut self, fact: FactIx) -> Option<usize> {
        place(&mut self.codes, fact)
    }

    /// The column of a set; `None` where all 64 bits are taken, which is how absence is told.
    pub(super) fn set(&mut self, fact: FactIx, terms: &Terms) -> Option<usize> {
        let fits = terms.term(fact)?.choices().len() < 64;
        if fits { place(&mut self.sets, fact) } else { None }
    }
}

fn place<T: PartialEq>(columns: &mut Vec<T>, held: T) -> Option<usize> {
    if let Some(known) = columns.iter().position(|known| *known == held) {
        return Some(known);
    }
    columns.push(held);
    columns.len().checked_sub(1)
}
