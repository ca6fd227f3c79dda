//! Firms as columns.

use super::{
    block::{ABSENT, LANES, NO_CODE, NO_WHOLE},
    columns::{Coded, Columns, part_of},
    size::{Groups, SizePlan},
};
use crate::{dossier::Dossier, missing::FactRef, number::MILLION, terms::Terms, value::Value};

/// Firms as columns of a plan: an amount has eight bytes, a count or place four, an answer one. Columns go
/// on beyond the last firm, so that whatever begins at a firm is a whole block.
#[derive(Clone, Debug)]
pub struct Rows<'p, 'c> {
    columns: &'c Columns,
    size: Option<&'c SizePlan<'p>>,
    terms: &'p Terms,
    len: usize,
    /// Millionths.
    pub(super) numbers: Vec<Vec<i64>>,
    /// Counts and places.
    pub(super) wholes: Vec<Vec<u32>>,
    /// 0 where absent, else one more than the answer's position, than the zone's of a city, or than bits.
    pub(super) codes: Vec<Vec<u8>>,
    groups: Groups<'p>,
}

/// A place that is known to be none.
const NO_PLACE: u32 = NO_WHOLE - 1;
/// A city that is in none of the zones.
const NO_ZONE: u8 = u8::MAX;

impl<'p, 'c> Rows<'p, 'c> {
    pub(super) fn new(columns: &'c Columns, size: Option<&'c SizePlan<'p>>, terms: &'p Terms) -> Self {
        Self {
            columns,
            size,
            terms,
            len: 0,
            numbers: vec![Vec::new(); columns.numbers.len()],
            wholes: vec![Vec::new(); columns.wholes.len()],
            codes: vec![Vec::new(); columns.codes.len()],
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
    pub const fn row_bytes(&self) -> usize {
        let numbers = self.numbers.len().saturating_mul(8);
        let wholes = self.wholes.len().saturating_mul(4);
        numbers.saturating_add(wholes).saturating_add(self.codes.len())
    }

    /// One more firm; its day and kind of application are taken to be the plan's. Figures are within the
    /// bounds of their terms and counts are whole, as [`crate::read`] makes sure; a count that is not counts
    /// as absent.
    pub fn push(&mut self, dossier: &Dossier) {
        self.make_room();
        let (columns, row) = (self.columns, self.len);
        for (column, found) in self.numbers.iter_mut().zip(&columns.numbers) {
            put(column, row, found.number_of(dossier).unwrap_or(ABSENT));
        }
        for (column, found) in self.wholes.iter_mut().zip(&columns.wholes) {
            put(column, row, whole(dossier, *found));
        }
        for (column, coded) in self.codes.iter_mut().zip(&columns.codes) {
            put(column, row, code(*coded, dossier, (self.terms, self.size, &mut self.groups)));
        }
        self.len = self.len.saturating_add(1);
    }

    /// A block from the next row on.
    fn make_room(&mut self) {
        if self.len.is_multiple_of(LANES) {
            let end = self.len.saturating_add(2 * LANES);
            self.numbers.iter_mut().for_each(|column| column.resize(end, ABSENT));
            self.wholes.iter_mut().for_each(|column| column.resize(end, NO_WHOLE));
            self.codes.iter_mut().for_each(|column| column.resize(end, NO_CODE));
        }
    }
}

fn put<T>(column: &mut [T], row: usize, value: T) {
    if let Some(place) = column.get_mut(row) {
        *place = value;
    }
}

impl FactRef {
    pub(super) fn number_of(self, dossier: &Dossier) -> Option<i64> {
        match self.year {
            Some(year) => dossier.get_year(self.fact, year),
            None => dossier.get(self.fact)?.as_number(),
        }
    }
}

fn whole(dossier: &Dossier, found: FactRef) -> u32 {
    if let Some(Value::Rank(place)) = dossier.get(found.fact) {
        return place.map_or(NO_PLACE, |place| place.min(NO_PLACE));
    }
    let whole = found.number_of(dossier).filter(|micros| micros.checked_rem(MILLION) == Some(0));
    whole.and_then(|micros| u32::try_from(micros.checked_div(MILLION)?).ok()).unwrap_or(NO_WHOLE)
}

fn code<'p>(
    coded: Coded,
    dossier: &Dossier,
    (terms, size, groups): (&Terms, Option<&SizePlan<'p>>, &mut Groups<'p>),
) -> u8 {
    match coded {
        Coded::Answer(fact) => match dossier.get(fact) {
            Some(Value::Bool(yes)) => u8::from(*yes).saturating_add(1),
            Some(Value::Choice(index)) => index.saturating_add(1),
            Some(Value::Code(city)) => zone(city, terms),
            _ => NO_CODE,
        },
        Coded::Part { of, from } => match dossier.get(of) {
            Some(Value::Set(set)) => part_of(*set, from).saturating_add(1),
            _ => NO_CODE,
        },
        Coded::Size => size.map_or(NO_CODE, |size| size.candidates(dossier, groups).bits().saturating_add(1)),
    }
}

fn zone(city: &str, terms: &Terms) -> u8 {
    let zone = terms.zone_of(city).and_then(|zone| u8::try_from(zone).ok());
    zone.map_or(NO_ZONE, |zone| zone.saturating_add(1))
}
