//! The pieces that have arrived, asked together: hits, lists and counts for pages.

use crate::{
    day::Day,
    index::{Act, Index},
    piece::{Entry, Firm, Piece},
    search::Query,
    standing::{Standing, standings},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The pieces of a directory, in the order in which they arrive.
#[derive(Debug)]
pub struct Shelf {
    index: Index,
    pieces: Vec<Piece>,
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// A piece of a name or code; empty for all.
    pub text: String,
    /// Id of a title; empty for all.
    pub title: String,
    /// GB/T 2260 code of the area, its districts included; empty for all.
    pub area: String,
    /// Only firms that hold a title on the day.
    pub valid: bool,
    /// Only titles whose last day comes within this number of months after the day.
    pub ends_within: Option<u32>,
}

/// A firm for a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FirmView<'s> {
    /// Name of the firm.
    pub name: &'s str,
    /// Former names, with commas between them.
    pub former: &'s str,
    /// Code of the place, as GB/T 2260 has it.
    pub code: &'s str,
    /// Position of its area.
    pub area: u16,
    /// Its titles on the day.
    pub titles: Vec<TitleView>,
    /// Everything that the lists say of it, oldest first.
    pub rows: Vec<RowView>,
}

/// A title on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TitleView {
    /// Position of the title.
    pub title: u8,
    /// `valid`, `not_yet`, `expired`, `revoked` or `announced`.
    pub standing: &'static str,
    /// The day that belongs to it: its last, its first or that of its end.
    pub day: Option<String>,
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// Position of the list.
    pub source: u16,
    /// Row within it.
    pub row: u32,
    /// Position of the title.
    pub title: u8,
    /// Position of the batch.
    pub batch: Option<u16>,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: Option<String>,
}

/// Firms of a list, a part of them, and how many there are in all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed<'s> {
    /// How many fit.
    pub all: usize,
    /// The part that was asked for.
    pub firms: Vec<FirmView<'s>>,
}

/// Titles that are held on a day, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// By position of the title and code of the area.
    pub areas: BTreeMap<u8, BTreeMap<String, usize>>,
    /// Recognitions and renewals by position of the title and year.
    pub years: BTreeMap<u8, BTreeMap<u32, usize>>,
    /// Recognitions and renewals by position of the title and of the batch.
    pub batches: BTreeMap<u8, BTreeMap<u16, usize>>,
}

impl Shelf {
    /// An empty shelf for a directory.
    pub const fn new(index: Index) -> Self {
        Self { index, pieces: Vec::new() }
    }

    /// Takes up the bytes of the next piece; `false` for bytes that are none.
    pub fn add(&mut self, bytes: &[u8]) -> bool {
        let piece = Piece::decode(bytes).filter(|piece| piece.firms().all(|firm| self.knows(&firm)));
        let is_piece = piece.is_some();
        self.pieces.extend(piece);
        is_piece
    }

    /// Whether a firm speaks only of what the index lists.
    fn knows(&self, firm: &Firm<'_>) -> bool {
        let known = |entry: &Entry| {
            usize::from(entry.source) < self.index.sources.len()
                && usize::from(entry.title) < self.index.titles.len()
        };
        usize::from(firm.area) < self.index.areas.len() && firm.entries.iter().all(known)
    }

    /// How many firms have arrived.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(Piece::len).sum()
    }

    /// Whether none has arrived.
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(Piece::is_empty)
    }

    /// Firms that a query finds, `most` of them at the most, with their titles on a day.
    pub fn search(&self, typed: &str, day: Day, most: usize) -> Vec<FirmView<'_>> {
        let Some(query) = Query::parse(typed) else { return Vec::new() };
        let mut found = Vec::new();
        for piece in &self.pieces {
            let left = most - found.len();
            let hits = piece.search(&query, left);
            found.extend(hits.into_iter().filter_map(|at| piece.firm(at)).map(|firm| self.view(&firm, day)));
            if found.len() >= most {
                break;
            }
        }
        found
    }

    /// Firms that a filter leaves, from a position on.
    pub fn list(&self, filter: &Filter, day: Day, from: usize, most: usize) -> Listed<'_> {
        let (mut all, mut firms) = (0, Vec::new());
        for firm in self.fitting(filter, day) {
            if (from..from + most).contains(&all) {
                firms.push(self.view(&firm, day));
            }
            all += 1;
        }
        Listed { all, firms }
    }

    /// Titles that are held on a day by area, and recognitions by year and batch.
    pub fn counts(&self, day: Day) -> Counts {
        let mut counts = Counts::default();
        for firm in self.firms() {
            for (title, standing, _) in standings(firm.entries, &self.index.sources, day) {
                if matches!(standing, Standing::Valid(_)) {
                    let area = self.index.areas[usize::from(firm.area)].code.clone();
                    *counts.areas.entry(title).or_default().entry(area).or_default() += 1;
                }
            }
            for entry in firm.entries.iter().filter(|entry| entry.from <= day && self.gives(entry)) {
                *counts.years.entry(entry.title).or_default().entry(entry.from.year()).or_default() += 1;
                if let Some(batch) = entry.batch {
                    *counts.batches.entry(entry.title).or_default().entry(batch).or_default() += 1;
                }
            }
        }
        counts
    }

    fn gives(&self, entry: &Entry) -> bool {
        matches!(self.index.sources[usize::from(entry.source)].act, Act::Recognised | Act::Renewed)
    }

    fn firms(&self) -> impl Iterator<Item = Firm<'_>> {
        self.pieces.iter().flat_map(Piece::firms)
    }

    fn fitting<'s, 'f>(
        &'s self,
        filter: &'f Filter,
        day: Day,
    ) -> impl Iterator<Item = Firm<'s>> + use<'s, 'f> {
        let query = Query::parse(&filter.text);
        let area = filter.area.trim_end_matches("00").to_owned();
        let horizon = filter.ends_within.map(|months| after(day, months));
        let texts = move |piece: &'s Piece| -> Vec<usize> {
            query.as_ref().map_or_else(|| (0..piece.len()).collect(), |query| piece.search(query, usize::MAX))
        };
        self.pieces
            .iter()
            .flat_map(move |piece| texts(piece).into_iter().filter_map(move |at| piece.firm(at)))
            .filter(move |firm| self.index.areas[usize::from(firm.area)].code.starts_with(&area))
            .filter(move |firm| self.has_title(firm, filter, day, horizon))
    }

    fn has_title(&self, firm: &Firm<'_>, filter: &Filter, day: Day, horizon: Option<Day>) -> bool {
        if filter.title.is_empty() && !filter.valid && horizon.is_none() {
            return true;
        }
        standings(firm.entries, &self.index.sources, day).into_iter().any(|(title, standing, _)| {
            let id = &self.index.titles[usize::from(title)].id;
            let named = filter.title.is_empty() || filter.title == *id;
            let valid = !filter.valid || matches!(standing, Standing::Valid(_));
            let ends = horizon
                .is_none_or(|horizon| matches!(standing, Standing::Valid(Some(until)) if until <= horizon));
            named && valid && ends
        })
    }

    fn view<'s>(&self, firm: &Firm<'s>, day: Day) -> FirmView<'s> {
        let titles = standings(firm.entries, &self.index.sources, day).into_iter();
        let titles = titles.map(|(title, standing, _)| {
            let (standing, day) = words(standing);
            TitleView { title, standing, day: day.map(|day| day.to_string()) }
        });
        let rows = firm.entries.iter().map(|entry| RowView {
            source: entry.source,
            row: entry.row,
            title: entry.title,
            batch: entry.batch,
            from: entry.from.to_string(),
            until: entry.until.map(|until| until.to_string()),
        });
        let Firm { name, former, code, area, .. } = *firm;
        FirmView { name, former, code, area, titles: titles.collect(), rows: rows.collect() }
    }
}

const fn words(standing: Standing) -> (&'static str, Option<Day>) {
    match standing {
        Standing::Valid(until) => ("valid", until),
        Standing::NotYet(from) => ("not_yet", Some(from)),
        Standing::Expired(until) => ("expired", Some(until)),
        Standing::Revoked(on) => ("revoked", Some(on)),
        Standing::Announced => ("announced", None),
    }
}

/// The same day `months` months later; the number sorts as days do.
fn after(day: Day, months: u32) -> Day {
    let number = day.number();
    let month = number / 10_000 * 12 + number / 100 % 100 - 1 + months;
    Day::from_number(month / 12 * 10_000 + (month % 12 + 1) * 100 + number % 100).unwrap_or(day)
}
