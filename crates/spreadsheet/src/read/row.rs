//! A firm's row: its cells as they were found, and then its answers or its mistakes. Finding the next row and
//! reading this one can be done at the same time.

use super::{
    Firm, Occasion, answer,
    content::{Cell, Content},
    date,
    layout::{Column, Layout},
    problem::{CellError, CellProblem},
    words::asked,
};
use crate::{
    heading::{Target, When},
    place::RowRef,
};
use std::sync::Arc;
use zjtx_evaluator::{ApplicationKind, Date, Dossier, FactIx, Terms, Value};

/// A row of a list, not yet read.
pub struct FirmRow {
    pub(super) place: RowRef,
    pub(super) name: String,
    pub(super) occasion: Occasion,
    pub(super) layout: Arc<Layout>,
    pub(super) cells: Vec<Cell>,
}

impl FirmRow {
    /// Reads the row's answers.
    pub fn firm(self, terms: &Terms) -> Firm {
        let mut reader = RowReader { terms, row: &self, errors: Vec::new() };
        let dossier = reader.dossier();
        let dossier = if reader.errors.is_empty() { Ok(dossier) } else { Err(reader.errors) };
        Firm { place: self.place, name: self.name, dossier }
    }

    /// Cells of columns that are understood.
    fn answers(&self) -> impl Iterator<Item = (Column, &Content)> {
        self.cells.iter().filter_map(|cell| Some((self.layout.column(cell.column)?, &cell.content)))
    }
}

/// Reads a row and collects every mistake.
struct RowReader<'r> {
    terms: &'r Terms,
    row: &'r FirmRow,
    errors: Vec<CellError>,
}

impl RowReader<'_> {
    fn dossier(&mut self) -> Dossier {
        let (as_of, kind) = self.occasion();
        let mut dossier = Dossier::new(self.terms, as_of, kind);
        for (column, content) in self.row.answers() {
            match column.heading.target {
                Target::AsOf | Target::Kind => {}
                Target::Once(fact) => {
                    let value = self.value(column, content, fact, None);
                    dossier.set(fact, value);
                }
                Target::Yearly(fact, when) => {
                    let year = self.year(&dossier, fact, when);
                    let value = self.value(column, content, fact, Some(year));
                    dossier.set_year(fact, year, value.as_ref().and_then(Value::as_number));
                }
            }
        }
        dossier
    }

    /// The row's own day and kind of application, where it says them.
    fn occasion(&mut self) -> (Date, ApplicationKind) {
        let Occasion { mut as_of, mut kind } = self.row.occasion;
        for (column, content) in self.row.answers() {
            match column.heading.target {
                Target::AsOf => match date::read(&content.shown()) {
                    Some(day) => as_of = day,
                    None => self.report(column, content, None, CellProblem::NotADay),
                },
                Target::Kind => match answer::application_kind(&content.shown()) {
                    Some(read) => kind = read,
                    None => self.report(column, content, None, CellProblem::UnknownKind),
                },
                Target::Once(_) | Target::Yearly(..) => {}
            }
        }
        (as_of, kind)
    }

    fn year(&self, dossier: &Dossier, fact: FactIx, when: When) -> i16 {
        let period = self.terms.term(fact).and_then(|term| term.period());
        let back = match when {
            When::Year(year) => return year,
            When::Back(back) => back,
            When::Unsaid => 0,
        };
        dossier.period_year(period, back).unwrap_or_default()
    }

    fn value(&mut self, column: Column, content: &Content, fact: FactIx, year: Option<i16>) -> Option<Value> {
        let term = self.terms.term(fact)?;
        match answer::read(content, term, column.heading.unit, self.terms) {
            Ok(value) => value,
            Err(problem) => {
                self.report(column, content, year, problem);
                None
            }
        }
    }

    fn report(&mut self, column: Column, content: &Content, year: Option<i16>, problem: CellProblem) {
        let place = self.row.place.cell(column.position);
        let asked = asked(column.heading.target, self.terms, year);
        self.errors.push(CellError { place, asked, shown: content.shown().into_owned(), problem });
    }
}
