//! Where the headings stand and which column holds what.

use super::{
    content::Content,
    row::Row,
    words::{asked, newest_assumed, not_understood},
};
use crate::{
    error::SheetError,
    heading::{Heading, Headings, Target, Unit, When, year_alone},
    unit::Money,
};
use std::collections::BTreeSet;
use zjtx_evaluator::{FactIx, FactKind, Term, Terms, Text};

/// The columns of a sheet that are understood.
#[derive(Clone)]
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
        layout.check(row, terms)?;
        let name = terms.named_by().map(Target::Once);
        let mut columns = layout.columns.iter();
        layout.name =
            columns.find(|column| Some(column.heading.target) == name).map(|column| column.position);
        Ok(Some(layout))
    }

    fn facts(&self) -> BTreeSet<FactIx> {
        self.columns.iter().filter_map(|column| column.heading.target.fact()).collect()
    }

    /// Refuses two columns for one answer and units that are not understood, and tells which year was assumed.
    fn check(&mut self, row: &Row, terms: &Terms) -> Result<(), SheetError> {
        for (index, column) in self.columns.iter().enumerate() {
            let target = column.heading.target;
            if column.is_money(terms) && column.has_unknown_unit() {
                let shown = row.cell(column.position).map(|content| content.shown().into_owned());
                let place = row.place.cell(column.position).to_string();
                return Err(SheetError::UnknownUnit { place, shown: shown.unwrap_or_default() });
            }
            if let Some(other) =
                self.columns.iter().take(index).find(|other| same(other.heading.target, target))
            {
                return Err(SheetError::TwiceTheSame {
                    name: asked(target, terms, None),
                    first: row.place.cell(other.position).to_string(),
                    second: row.place.cell(column.position).to_string(),
                });
            }
            if let Target::Yearly(_, When::Unsaid) = target {
                self.notes.push(newest_assumed(column.position, &asked(target, terms, None)));
            }
        }
        Ok(())
    }

    /// Whether an amount has no unit of its column's own.
    pub(super) fn needs_unit(&self, terms: &Terms) -> bool {
        self.columns.iter().any(|column| column.needs_unit(terms))
    }

    /// Whether a row is one cell that stands under no amounts: what it says is of the whole table.
    pub(super) fn is_beside_money(&self, row: &Row, terms: &Terms) -> bool {
        let is_amount = |column: Column| column.is_money(terms);
        matches!(row.cells.as_slice(), [cell] if !self.column(cell.column).is_some_and(is_amount))
    }

    /// The same with a unit for amounts of columns without their own.
    pub(super) fn set_unit(&mut self, power: i8, terms: &Terms) {
        for column in self.columns.iter_mut().filter(|column| column.needs_unit(terms)) {
            column.heading.unit = Unit::Money(Money::Yuan(power));
        }
    }

    /// Gives a column the unit that stands beneath its heading.
    pub(super) fn set_unit_of(&mut self, position: usize, unit: Money, terms: &Terms) {
        let column = self.columns.iter_mut().find(|column| column.position == position);
        if let Some(column) = column.filter(|column| column.needs_unit(terms)) {
            column.heading.unit = Unit::Money(unit);
        }
    }

    /// The columns that are understood, by ascending position.
    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Positions of the columns that are understood.
    pub(super) fn positions(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().map(|column| column.position)
    }

    /// Whether another layout asks for the same in the same columns.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let asks = |layout: &Self| -> Vec<(usize, Target)> {
            layout.columns.iter().map(|column| (column.position, column.heading.target)).collect()
        };
        asks(self) == asks(other)
    }

    /// The column at a position.
    pub(super) fn column(&self, position: usize) -> Option<Column> {
        let found = self.columns.binary_search_by_key(&position, |column| column.position).ok()?;
        self.columns.get(found).copied()
    }
}

impl Column {
    fn is_money(&self, terms: &Terms) -> bool {
        let kind = self.heading.target.fact().and_then(|fact| terms.term(fact)).map(Term::kind);
        kind == Some(FactKind::Money)
    }

    const fn has_unknown_unit(&self) -> bool {
        matches!(self.heading.unit, Unit::Unknown | Unit::Money(Money::Foreign))
    }

    fn needs_unit(&self, terms: &Terms) -> bool {
        self.is_money(terms) && matches!(self.heading.unit, Unit::Unsaid | Unit::Money(Money::Renminbi))
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
        let cells = row.cells.iter().filter(|cell| cell.content != Content::NoValue);
        cells.map(|cell| (cell.column, cell.content.shown().into_owned())).collect()
    };
    let upper = texts(row);
    let lower = beneath.map(texts).unwrap_or_default();
    // A firm's row may hold figures and days that look like years: beneath headings stand only years and headings.
    let is_heading = |text: &String| year_alone(text) || upper.iter().any(|(_, above)| above == text);
    if !lower.iter().all(|(_, text)| is_heading(text)) {
        return (false, upper);
    }
    let years: Vec<(usize, String)> = lower.into_iter().filter(|(_, text)| year_alone(text)).collect();
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
