//! Where the headings stand and which column holds what.

use super::{
    content::{Cell, Content},
    words::{asked, newest_assumed, not_understood},
};
use crate::{
    error::SheetError,
    heading::{Heading, Headings, Target, When, year_alone},
    place::RowRef,
};
use std::collections::BTreeSet;
use zjtx_evaluator::{FactIx, Terms, Text};

/// The fact that is the firm's name.
const NAME: &str = "enterprise_name";

/// The columns of a sheet that are understood.
pub(super) struct Layout {
    columns: Vec<Column>,
    /// The column of the firm's name.
    pub(super) name: Option<usize>,
    /// What a person should know of the headings.
    pub(super) notes: Vec<Text>,
    /// Whether a second row of headings was used.
    pub(super) two_rows: bool,
}

/// A column.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Its position, from 0.
    pub(super) position: usize,
    /// What it holds.
    pub(super) heading: Heading,
}

/// A row as it was written.
pub(super) type Row = (RowRef, Vec<Cell>);

impl Layout {
    /// The layout, if the row is one of headings; years may stand in the row beneath.
    pub(super) fn of(
        row: &Row,
        beneath: Option<&Row>,
        headings: &Headings<'_>,
        terms: &Terms,
    ) -> Result<Option<Self>, SheetError> {
        let (two_rows, texts) = heading_texts(row, beneath);
        let mut layout = Self { columns: Vec::new(), name: None, notes: Vec::new(), two_rows };
        for (position, text) in texts {
            match headings.understand(&text) {
                Some(heading) => layout.columns.push(Column { position, heading }),
                None => layout.notes.push(not_understood(position, &text)),
            }
        }
        if layout.facts().len() < 2 {
            return Ok(None);
        }
        layout.check(&row.0, terms)?;
        let name = terms.find(NAME).map(Target::Once);
        let mut columns = layout.columns.iter();
        layout.name =
            columns.find(|column| Some(column.heading.target) == name).map(|column| column.position);
        Ok(Some(layout))
    }

    fn facts(&self) -> BTreeSet<FactIx> {
        let facts = self.columns.iter().filter_map(|column| match column.heading.target {
            Target::Once(fact) | Target::Yearly(fact, _) => Some(fact),
            Target::AsOf | Target::Kind => None,
        });
        facts.collect()
    }

    /// Refuses two columns for one answer, and tells which year was assumed.
    fn check(&mut self, row: &RowRef, terms: &Terms) -> Result<(), SheetError> {
        for (index, column) in self.columns.iter().enumerate() {
            let target = column.heading.target;
            if let Some(other) =
                self.columns.iter().take(index).find(|other| same(other.heading.target, target))
            {
                return Err(SheetError::TwiceTheSame {
                    name: asked(target, terms, None),
                    first: row.cell(other.position).to_string(),
                    second: row.cell(column.position).to_string(),
                });
            }
            if let Target::Yearly(_, When::Unsaid) = target {
                self.notes.push(newest_assumed(column.position, &asked(target, terms, None)));
            }
        }
        Ok(())
    }

    /// The column at a position.
    pub(super) fn column(&self, position: usize) -> Option<Column> {
        let found = self.columns.binary_search_by_key(&position, |column| column.position).ok()?;
        self.columns.get(found).copied()
    }
}

/// Whether two columns hold the same answer; a year that is not said is the newest.
fn same(one: Target, other: Target) -> bool {
    let newest = |target| match target {
        Target::Yearly(fact, When::Unsaid) => Target::Yearly(fact, When::Back(0)),
        target => target,
    };
    newest(one) == newest(other)
}

/// The headings by position, each with the year beneath it where the row beneath holds years.
fn heading_texts(row: &Row, beneath: Option<&Row>) -> (bool, Vec<(usize, String)>) {
    let texts = |row: &Row| -> Vec<(usize, String)> {
        let cells = row.1.iter().filter(|cell| cell.content != Content::NoValue);
        cells.map(|cell| (cell.column, cell.content.shown().into_owned())).collect()
    };
    let upper = texts(row);
    let years: Vec<(usize, String)> =
        beneath.map(texts).unwrap_or_default().into_iter().filter(|(_, text)| year_alone(text)).collect();
    if years.len() < 2 {
        return (false, upper);
    }
    let mut joined: Vec<(usize, String)> = years
        .iter()
        .map(|(column, year)| {
            let above = upper.iter().rev().find(|(position, _)| position <= column);
            (*column, format!("{} {year}", above.map_or("", |(_, text)| text.as_str())))
        })
        .collect();
    let alone = upper.into_iter().filter(|(position, _)| !years.iter().any(|(column, _)| column == position));
    joined.extend(alone);
    joined.sort_unstable();
    (true, joined)
}
