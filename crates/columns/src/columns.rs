//! Which column holds what: every fact that the plan reads, in its year, once.

use super::settled::Settled;
use zjtx_evaluator::{
    ApplicationKind, Date, Dossier, FactIx, FactKind, FactRef, Terms, quantities::Quantity,
};

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct NumberColumn {
    /// Which of the columns.
    pub(super) width: Width,
    /// The most that it can be.
    pub(super) most: i64,
}

/// The columns of numbers by what they hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Width {
    /// A number in millionths of its unit: the position of its column.
    Millionths(usize),
    /// Whole, with how many millionths one of them is here: things, people, and places as they are.
    Whole(usize, u32),
}

/// A column among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Number(usize),
    Whole(usize),
    Code(usize),
    /// A fact that keeps the size class open, by its place among the facts of the size table; it has no column
    /// of its own but a bit in that of [`Coded::SizeOpen`].
    Size(u8),
    /// A fact that a settled quantity reads: a bit of the column of what it lacks.
    Settled(usize, u8),
}

/// What a column of numbers holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// An answer.
    Answer(FactRef),
    /// One of the numbers of a settled quantity.
    Settled(usize, usize),
}

/// What a column of codes holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coded {
    /// The answer of a yes-no fact or a choice, or the zone of a city.
    Answer(FactIx),
    /// Some answers of a set, as bits.
    Part { of: FactIx, from: u32 },
    /// The size classes that are possible, as bits.
    Size,
    /// The absent facts that leave several of them possible, as bits.
    SizeOpen,
    /// An adviser’s expectation in whole points.
    Expected(FactIx),
    /// The absent facts that a settled quantity reads, as bits.
    Lacking(usize),
}

/// Answers of a set that one code holds.
pub(super) const ANSWERS: u8 = 7;

/// What the columns of a plan hold, and the occasion that decides their years.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// Amounts, shares, years and points.
    pub(super) numbers: Vec<Held>,
    /// Counts and places.
    pub(super) wholes: Vec<FactRef>,
    /// Everything else.
    pub(super) codes: Vec<Coded>,
    /// Facts of the size table, at most as many as a code has bits for.
    pub(super) size_facts: Vec<FactRef>,
    /// Quantities that are settled when a row is added.
    pub(super) settled: Vec<Settled>,
    /// A dossier of the plan's occasion, without facts.
    occasion: Dossier,
}

impl Columns {
    pub(super) fn new(terms: &Terms, as_of: Date, kind: ApplicationKind) -> Self {
        let occasion = Dossier::new(terms, as_of, kind);
        Self {
            numbers: Vec::new(),
            wholes: Vec::new(),
            codes: Vec::new(),
            size_facts: Vec::new(),
            settled: Vec::new(),
            occasion,
        }
    }

    /// Whether another's columns hold the same.
    pub(super) fn same_as(&self, other: &Self) -> bool {
        let occasion = |columns: &Self| (columns.as_of(), columns.kind());
        occasion(self) == occasion(other)
            && (&self.numbers, &self.wholes, &self.codes) == (&other.numbers, &other.wholes, &other.codes)
            && (&self.size_facts, &self.settled) == (&other.size_facts, &other.settled)
    }

    pub(super) const fn as_of(&self) -> Date {
        self.occasion.as_of()
    }

    pub(super) const fn kind(&self) -> ApplicationKind {
        self.occasion.kind()
    }

    /// A fact, `years_ago` periods before its current one.
    pub(super) fn at(&self, fact: FactIx, years_ago: u8, terms: &Terms) -> Option<FactRef> {
        let period = terms.term(fact)?.period();
        Some(FactRef { fact, year: self.occasion.period_year(period, years_ago) })
    }

    /// The column of a number or place, `years_ago` periods before its current one.
    pub(super) fn number(&mut self, fact: FactIx, years_ago: u8, terms: &Terms) -> Option<NumberColumn> {
        let (term, found) = (terms.term(fact)?, self.at(fact, years_ago, terms)?);
        let width = match term.kind() {
            FactKind::Count if term.bounds().0 >= 0 && term.is_whole() => {
                Width::Whole(place(&mut self.wholes, found)?, 1_000_000)
            }
            FactKind::Rank => Width::Whole(place(&mut self.wholes, found)?, 1),
            _ => Width::Millionths(place(&mut self.numbers, Held::Answer(found))?),
        };
        Some(NumberColumn { width, most: term.bounds().1 })
    }

    /// A quantity that is settled when a row is added: it, its position, and the column of what it lacks.
    pub(super) fn settled(
        &mut self,
        quantity: &Quantity,
        years_ago: u8,
        terms: &Terms,
    ) -> Option<(usize, usize)> {
        let settled = Settled::of(quantity, years_ago, self, terms)?;
        let of = place(&mut self.settled, settled)?;
        Some((of, place(&mut self.codes, Coded::Lacking(of))?))
    }

    /// The column of one of the numbers of a settled quantity.
    pub(super) fn settled_number(&mut self, of: usize, number: usize) -> Option<usize> {
        place(&mut self.numbers, Held::Settled(of, number))
    }

    /// The column of an adviser's expectation.
    pub(super) fn expected(&mut self, fact: FactIx) -> Option<usize> {
        place(&mut self.codes, Coded::Expected(fact))
    }

    /// The column of an answer.
    pub(super) fn code(&mut self, fact: FactIx) -> Option<usize> {
        place(&mut self.codes, Coded::Answer(fact))
    }

    /// The column of the possible size classes; that of what leaves them open stands beside it.
    pub(super) fn size(&mut self) -> Option<usize> {
        place(&mut self.codes, Coded::SizeOpen)?;
        place(&mut self.codes, Coded::Size)
    }

    /// What a column holds.
    pub(super) fn fact(&self, place: Place) -> Option<FactRef> {
        match place {
            Place::Number(column) => match self.numbers.get(column)? {
                Held::Answer(found) => Some(*found),
                Held::Settled(..) => None,
            },
            Place::Settled(column, bit) => {
                let Coded::Lacking(of) = self.codes.get(column)? else { return None };
                self.settled.get(*of)?.facts().get(usize::from(bit)).copied()
            }
            Place::Whole(column) => self.wholes.get(column).copied(),
            Place::Size(fact) => self.size_facts.get(usize::from(fact)).copied(),
            Place::Code(column) => match self.codes.get(column)? {
                Coded::Answer(fact) | Coded::Part { of: fact, .. } | Coded::Expected(fact) => {
                    Some(FactRef { fact: *fact, year: None })
                }
                Coded::Size | Coded::SizeOpen | Coded::Lacking(_) => None,
            },
        }
    }

    /// Whether a column of codes holds the size classes.
    pub(super) fn is_size(&self, column: usize) -> bool {
        self.codes.get(column) == Some(&Coded::Size)
    }

    /// The column of what leaves the size class open.
    pub(super) fn size_open(&self) -> Option<usize> {
        self.codes.iter().position(|coded| *coded == Coded::SizeOpen)
    }

    /// The columns of those of a set's answers that are among some, each with which of its bits; `None`
    /// for none.
    pub(super) fn set(&mut self, of: FactIx, among: u64) -> Option<Vec<(usize, u8)>> {
        let mut columns = Vec::new();
        for from in (0..u64::BITS).step_by(usize::from(ANSWERS)) {
            let bits = part_of(among, from);
            if bits != 0 {
                columns.push((place(&mut self.codes, Coded::Part { of, from })?, bits));
            }
        }
        (!columns.is_empty()).then_some(columns)
    }
}

/// The answers of a set from one on that one code holds.
pub(super) fn part_of(set: u64, from: u32) -> u8 {
    let [low, ..] = set.wrapping_shr(from).to_le_bytes();
    low & 0x7f
}

fn place<T: PartialEq>(columns: &mut Vec<T>, held: T) -> Option<usize> {
    if let Some(known) = columns.iter().position(|known| *known == held) {
        return Some(known);
    }
    columns.push(held);
    columns.len().checked_sub(1)
}
