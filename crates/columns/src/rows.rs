//! Firms as columns.

use super::{
    block::{ABSENT, Block, Bytes, LANES, NO_CODE, NO_WHOLE, Numbers, Wholes},
    columns::{Coded, Columns, Held, part_of},
    settled::Found,
    size::{Groups, Size, SizePlan},
};
use std::sync::Arc;
use zjtx_evaluator::{Dossier, FactRef, Terms, Value, number::MILLION};

/// Firms as columns of a plan: an amount has eight bytes, a count or place four, an answer one. All columns of a
/// block stand together, so that judging it reads one stretch of memory.
#[derive(Clone, Debug)]
pub struct Rows<'p> {
    pub(super) columns: Arc<Columns>,
    size: Option<Arc<SizePlan<'p>>>,
    terms: &'p Terms,
    len: usize,
    /// Millionths, block by block, column by column.
    numbers: Vec<Numbers>,
    /// Counts and places.
    wholes: Vec<Wholes>,
    /// 0 where absent, else one more than the answer's position, than the zone's of a city, or than bits.
    codes: Vec<Bytes>,
    groups: Groups<'p>,
}

/// A place that is known to be none.
const NO_PLACE: u32 = NO_WHOLE - 1;
/// A city that is in none of the zones.
const NO_ZONE: u8 = u8::MAX;

impl<'p> Rows<'p> {
    pub(super) fn new(columns: Arc<Columns>, size: Option<Arc<SizePlan<'p>>>, terms: &'p Terms) -> Self {
        Self {
            columns,
            size,
            terms,
            len: 0,
            numbers: Vec::new(),
            wholes: Vec::new(),
            codes: Vec::new(),
            groups: Groups::new(),
        }
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Bytes that a row takes.
    pub fn row_bytes(&self) -> usize {
        let numbers = self.columns.numbers.len().saturating_mul(8);
        let wholes = self.columns.wholes.len().saturating_mul(4);
        numbers.saturating_add(wholes).saturating_add(self.columns.codes.len())
    }

    /// The columns of a block.
    pub(super) fn block(&self, block: usize) -> Block<'_> {
        Block::new(
            part(&self.numbers, self.columns.numbers.len(), block),
            part(&self.wholes, self.columns.wholes.len(), block),
            part(&self.codes, self.columns.codes.len(), block),
        )
    }

    /// The columns of a block that is judged whole, and the next one behind it.
    pub(super) fn block_in_turn(&self, block: usize) -> Block<'_> {
        self.block(block).before(&self.block(block.saturating_add(1)))
    }

    /// One more firm; its day and kind of application are taken to be the plan's. Figures are within the
    /// bounds of their terms and counts are whole, as [`zjtx_evaluator::read`] makes sure; a count that is not counts
    /// as absent.
    pub fn push(&mut self, dossier: &Dossier) {
        let lane = self.len & LANES.wrapping_sub(1);
        if lane == 0 {
            self.make_room();
        }
        let columns = &self.columns;
        let settled: Vec<Found> = columns.settled.iter().map(|it| it.found(dossier, self.terms)).collect();
        for (column, held) in last(&mut self.numbers, columns.numbers.len()).zip(&columns.numbers) {
            let number = match held {
                Held::Answer(found) => number_of(*found, dossier, self.terms),
                Held::Settled(of, number) => settled.get(*of).and_then(|it| it.numbers.get(*number).copied()),
            };
            put(column, lane, number.unwrap_or(ABSENT));
        }
        for (column, found) in last(&mut self.wholes, columns.wholes.len()).zip(&columns.wholes) {
            put(column, lane, whole(dossier, *found, self.terms));
        }
        let size = self.size.as_ref().filter(|_| columns.size_open().is_some());
        let size = size.map(|size| size.size(dossier, &mut self.groups));
        for (column, coded) in last(&mut self.codes, columns.codes.len()).zip(&columns.codes) {
            let code = match coded {
                Coded::Lacking(of) => settled.get(*of).map_or(0, |it| it.open),
                coded => code(*coded, dossier, self.terms, size),
            };
            put(column, lane, code);
        }
        self.len = self.len.saturating_add(1);
    }

    /// One more block.
    fn make_room(&mut self) {
        let columns = &self.columns;
        self.numbers.extend(columns.numbers.iter().map(|_| [ABSENT; LANES]));
        self.wholes.extend(columns.wholes.iter().map(|_| [NO_WHOLE; LANES]));
        self.codes.extend(columns.codes.iter().map(|_| [NO_CODE; LANES]));
    }
}

/// The columns of a block among those of all.
fn part<T>(all: &[T], columns: usize, block: usize) -> &[T] {
    let from = block.saturating_mul(columns);
    all.get(from..from.saturating_add(columns)).unwrap_or_default()
}

/// The last `columns` columns.
fn last<T>(all: &mut [T], columns: usize) -> impl Iterator<Item = &mut T> {
    let before = all.len().saturating_sub(columns);
    all.iter_mut().skip(before)
}

fn put<T>(column: &mut [T], row: usize, value: T) {
    if let Some(place) = column.get_mut(row) {
        *place = value;
    }
}

/// A number of a dossier, in millionths.
fn number_of(found: FactRef, dossier: &Dossier, terms: &Terms) -> Option<i64> {
    match found.year {
        Some(year) => dossier.get_year(found.fact, year),
        None => dossier.answer(terms, found.fact)?.as_number(),
    }
}

fn whole(dossier: &Dossier, found: FactRef, terms: &Terms) -> u32 {
    if let Some(Value::Rank(place)) = dossier.get(found.fact) {
        return place.map_or(NO_PLACE, |place| place.min(NO_PLACE));
    }
    let whole = number_of(found, dossier, terms).filter(|micros| micros.checked_rem(MILLION) == Some(0));
    whole.and_then(|micros| u32::try_from(micros.checked_div(MILLION)?).ok()).unwrap_or(NO_WHOLE)
}

fn code(coded: Coded, dossier: &Dossier, terms: &Terms, size: Option<Size>) -> u8 {
    match coded {
        Coded::Answer(fact) => match dossier.answer(terms, fact) {
            Some(Value::Bool(yes)) => u8::from(*yes).saturating_add(1),
            Some(Value::Choice(index)) => index.saturating_add(1),
            Some(Value::Code(city)) => zone(city, terms),
            _ => NO_CODE,
        },
        Coded::Part { of, from } => match dossier.get(of) {
            Some(Value::Set(set)) => part_of(*set, from).saturating_add(1),
            _ => NO_CODE,
        },
        Coded::Size => size.map_or(NO_CODE, |size| size.candidates.bits().saturating_add(1)),
        Coded::SizeOpen => size.map_or(0, |size| size.open),
        Coded::Expected(fact) => expected(dossier.get(fact).and_then(Value::as_number)),
        Coded::Lacking(_) => NO_CODE,
    }
}

/// One more than the whole points; the last code for what no band has.
fn expected(points: Option<i64>) -> u8 {
    let Some(micros) = points else { return NO_CODE };
    let whole = micros.checked_div(MILLION).filter(|_| micros.checked_rem(MILLION) == Some(0));
    let code = whole.and_then(|points| u8::try_from(points).ok()?.checked_add(1));
    code.unwrap_or(u8::MAX)
}

fn zone(city: &str, terms: &Terms) -> u8 {
    let zone = terms.zone_of(city).and_then(|zone| u8::try_from(zone).ok());
    zone.map_or(NO_ZONE, |zone| zone.saturating_add(1))
}
