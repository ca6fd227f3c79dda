//! Firms as columns.

use super::{
    block::{ABSENT, NO_WHOLE, number_of_whole},
    columns::{Columns, NumberColumn, Width},
    size::SizePlan,
};
use crate::{
    dossier::Dossier, missing::FactRef, number::MILLION, size::SizeGroup, terms::Terms, value::Value,
};
use std::collections::BTreeMap;

/// Firms as columns of a plan: an amount has eight bytes, a count or place four, an answer one.
#[derive(Clone, Debug)]
pub struct Rows<'p, 'c> {
    columns: &'c Columns,
    size: Option<&'c SizePlan<'p>>,
    terms: &'p Terms,
    len: usize,
    /// Millionths.
    pub(super) numbers: Vec<Vec<i64>>,
    /// Counts and places.
    pub(super) wholes: Vec<Vec<i32>>,
    /// 0 where absent, else the answer's position and 1; of a city, the zone's.
    pub(super) codes: Vec<Vec<u8>>,
    /// Bits of the chosen answers.
    pub(super) sets: Vec<Vec<u64>>,
    /// For each row, which of the groups of industries.
    pub(super) industries: Vec<u16>,
    /// Groups that an industry may stand for; the first is that of an absent one.
    pub(super) groups: Vec<Vec<Option<&'p SizeGroup>>>,
    by_code: BTreeMap<String, u16>,
}

/// A place that is known to be none.
const NO_PLACE: i32 = i32::MAX;
/// A set that is not known.
pub(super) const NO_SET: u64 = u64::MAX;
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
            sets: vec![Vec::new(); columns.sets.len()],
            industries: Vec::new(),
            groups: vec![Vec::new()],
            by_code: BTreeMap::new(),
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
        let numbers = self.numbers.len().saturating_add(self.sets.len()).saturating_mul(8);
        let wholes = self.wholes.len().saturating_mul(4);
        numbers.saturating_add(wholes).saturating_add(self.codes.len()).saturating_add(2)
    }

    /// One more firm; its day and kind of application are taken to be the plan's. Counts are whole, as
    /// [`crate::read`] makes sure; one that is not counts as absent.
    pub fn push(&mut self, dossier: &Dossier) {
        for (column, found) in self.numbers.iter_mut().zip(&self.columns.numbers) {
            column.push(number(dossier, *found));
        }
        for (column, found) in self.wholes.iter_mut().zip(&self.columns.wholes) {
            column.push(whole(dossier, *found));
        }
        for (column, fact) in self.codes.iter_mut().zip(&self.columns.codes) {
            column.push(code(dossier.get(*fact), self.terms));
        }
        for (column, fact) in self.sets.iter_mut().zip(&self.columns.sets) {
            column.push(if let Some(Value::Set(set)) = dossier.get(*fact) { *set } else { NO_SET });
        }
        if let Some(size) = self.size {
            let groups = self.industry(size, dossier);
            self.industries.push(groups);
        }
        self.len = self.len.saturating_add(1);
    }

    /// A number of a row, in millionths; places as they are.
    pub(super) fn number(&self, column: NumberColumn, row: usize) -> Option<i64> {
        let whole = |column: usize, unit| Some(number_of_whole(*self.wholes.get(column)?.get(row)?, unit));
        let number = match column.width {
            Width::Millionths(column) => *self.numbers.get(column)?.get(row)?,
            Width::Count(column) => whole(column, MILLION)?,
            Width::Place(column) => whole(column, 1)?,
        };
        (number != ABSENT).then_some(number)
    }

    /// Position of the groups that the firm's industry may stand for.
    fn industry(&mut self, size: &SizePlan<'p>, dossier: &Dossier) -> u16 {
        let Some(code) = dossier.get(size.industry()).and_then(Value::as_code) else { return 0 };
        if let Some(known) = self.by_code.get(code) {
            return *known;
        }
        // GB/T 4754 has fewer than eleven thousand codes of two to four digits.
        let position = u16::try_from(self.groups.len()).unwrap_or_default();
        self.groups.push(size.groups_of(code));
        self.by_code.insert(code.to_owned(), position);
        position
    }
}

fn number(dossier: &Dossier, FactRef { fact, year }: FactRef) -> i64 {
    let number = match year {
        Some(year) => dossier.get_year(fact, year),
        None => dossier.get(fact).and_then(Value::as_number),
    };
    number.unwrap_or(ABSENT)
}

fn whole(dossier: &Dossier, found: FactRef) -> i32 {
    if let Some(Value::Rank(place)) = dossier.get(found.fact) {
        return place.map_or(NO_PLACE, |place| i32::try_from(place).unwrap_or(NO_PLACE));
    }
    let micros = Some(number(dossier, found)).filter(|micros| *micros != ABSENT);
    let whole = micros.filter(|micros| micros.checked_rem(MILLION) == Some(0));
    whole.and_then(|micros| i32::try_from(micros.checked_div(MILLION)?).ok()).unwrap_or(NO_WHOLE)
}

fn code(value: Option<&Value>, terms: &Terms) -> u8 {
    match value {
        Some(Value::Bool(yes)) => u8::from(*yes).saturating_add(1),
        Some(Value::Choice(index)) => index.saturating_add(1),
        Some(Value::Code(city)) => zone(city, terms),
        _ => 0,
    }
}

fn zone(city: &str, terms: &Terms) -> u8 {
    let zone = terms.zone_of(city).and_then(|zone| u8::try_from(zone).ok());
    zone.map_or(NO_ZONE, |zone| zone.saturating_add(1))
}
