//! From rows to firms: headings are found first, then every further row is a firm.

use super::{
    Event, Firm, Occasion, Reading, Sink, answer,
    content::{Cell, Content},
    date,
    layout::{Column, Layout, Row, asked},
    problem::{CellError, CellProblem},
};
use crate::{
    error::SheetError,
    heading::{Headings, Target, When},
    place::RowRef,
};
use std::ops::ControlFlow;
use zjtx_evaluator::{ApplicationKind, Date, Dossier, FactIx, Terms, Value};

/// Headings stand within so many rows.
const SEARCHED: usize = 20;

/// Turns the rows of a file into firms.
pub(super) struct Firms<'t, 's> {
    terms: &'t Terms,
    occasion: Occasion,
    headings: Headings<'t>,
    name: Option<FactIx>,
    sink: Sink<'s>,
    sheet: Sheet,
    reading: Reading,
    found_headings: bool,
}

/// The sheet in hand.
#[derive(Default)]
struct Sheet {
    name: Option<String>,
    rows: Option<u64>,
    layout: Option<Layout>,
    /// The row before, while headings are looked for.
    before: Option<Row>,
    searched: usize,
}

impl<'t, 's> Firms<'t, 's> {
    pub(super) fn new(terms: &'t Terms, occasion: Occasion, sink: Sink<'s>) -> Self {
        Self {
            terms,
            occasion,
            headings: Headings::new(terms),
            name: terms.find("enterprise_name"),
            sink,
            sheet: Sheet::default(),
            reading: Reading::default(),
            found_headings: false,
        }
    }

    /// A sheet begins.
    pub(super) fn begin(&mut self, name: Option<&str>, rows: Option<u64>) {
        self.sheet = Sheet { name: name.map(str::to_owned), rows, ..Sheet::default() };
    }

    /// A row with something in it; breaks off when the receiver wants no more.
    pub(super) fn row(&mut self, place: RowRef, cells: Vec<Cell>) -> Result<ControlFlow<()>, SheetError> {
        if cells.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        if self.sheet.layout.is_some() {
            return Ok(self.firm(place, &cells));
        }
        let row = (place, cells);
        let Some(before) = self.sheet.before.take() else {
            self.sheet.before = Some(row);
            return Ok(ControlFlow::Continue(()));
        };
        if !self.find_headings(&before, Some(&row))? {
            self.sheet.before = Some(row);
            return Ok(ControlFlow::Continue(()));
        }
        let used = self.sheet.layout.as_ref().is_some_and(|layout| layout.two_rows);
        if self.tell_sheet().is_break() {
            return Ok(ControlFlow::Break(()));
        }
        Ok(if used { ControlFlow::Continue(()) } else { self.firm(row.0, &row.1) })
    }

    /// The sheet ends.
    pub(super) fn end(&mut self) -> Result<(), SheetError> {
        if let Some(before) = self.sheet.before.take() {
            self.find_headings(&before, None)?;
        }
        Ok(())
    }

    /// The file ends.
    pub(super) fn finish(self) -> Result<Reading, SheetError> {
        if self.found_headings { Ok(self.reading) } else { Err(SheetError::NoHeading { searched: SEARCHED }) }
    }

    fn find_headings(&mut self, row: &Row, beneath: Option<&Row>) -> Result<bool, SheetError> {
        if self.sheet.searched >= SEARCHED {
            return Ok(false);
        }
        self.sheet.searched += 1;
        let layout = Layout::of(row, beneath, &self.headings, self.terms)?;
        if let Some(layout) = &layout {
            let sheet = self.sheet.name.as_ref().map(|name| format!("{name}：")).unwrap_or_default();
            self.reading.notes.extend(layout.notes.iter().map(|note| format!("{sheet}{note}")));
            self.found_headings = true;
        }
        self.sheet.layout = layout;
        Ok(self.sheet.layout.is_some())
    }

    fn tell_sheet(&mut self) -> ControlFlow<()> {
        let flow = (self.sink)(Event::Sheet { rows: self.sheet.rows });
        self.reading.stopped |= flow.is_break();
        flow
    }

    fn firm(&mut self, place: RowRef, cells: &[Cell]) -> ControlFlow<()> {
        let Some(firm) = self.read_firm(place, cells) else { return ControlFlow::Continue(()) };
        self.reading.firms += 1;
        let flow = (self.sink)(Event::Firm(Box::new(firm)));
        self.reading.stopped |= flow.is_break();
        flow
    }

    /// The firm of a row; `None` for the template's example and for rows without an answer.
    fn read_firm(&self, place: RowRef, cells: &[Cell]) -> Option<Firm> {
        let layout = self.sheet.layout.as_ref()?;
        let cells: Vec<(Column, &Content)> =
            cells.iter().filter_map(|cell| Some((layout.column(cell.column)?, &cell.content))).collect();
        let is_name = |column: &Column| Some(column.heading.target) == self.name.map(Target::Once);
        let name =
            cells.iter().find(|(column, _)| is_name(column)).map_or(String::new(), |(_, name)| name.shown());
        if cells.is_empty() || name.starts_with(crate::template::EXAMPLE) {
            return None;
        }
        let mut row = RowReader { terms: self.terms, place: &place, errors: Vec::new() };
        let dossier = row.dossier(self.occasion, &cells);
        let dossier = if row.errors.is_empty() { Ok(dossier) } else { Err(row.errors) };
        Some(Firm { place, name, dossier })
    }
}

/// Reads a row and collects every mistake.
struct RowReader<'r> {
    terms: &'r Terms,
    place: &'r RowRef,
    errors: Vec<CellError>,
}

impl RowReader<'_> {
    fn dossier(&mut self, occasion: Occasion, cells: &[(Column, &Content)]) -> Dossier {
        let (as_of, kind) = self.occasion(occasion, cells);
        let mut dossier = Dossier::new(self.terms, as_of, kind);
        for (column, content) in cells {
            match column.heading.target {
                Target::AsOf | Target::Kind => {}
                Target::Once(fact) => {
                    let value = self.value(*column, content, fact, None);
                    dossier.set(fact, value);
                }
                Target::Yearly(fact, when) => {
                    let year = self.year(&dossier, fact, when);
                    let value = self.value(*column, content, fact, Some(year));
                    dossier.set_year(fact, year, value.as_ref().and_then(Value::as_number));
                }
            }
        }
        dossier
    }

    /// The row's own day and kind of application, where it says them.
    fn occasion(&mut self, occasion: Occasion, cells: &[(Column, &Content)]) -> (Date, ApplicationKind) {
        let Occasion { mut as_of, mut kind } = occasion;
        for (column, content) in cells {
            let shown = content.shown();
            match column.heading.target {
                Target::AsOf => match date::read(&shown) {
                    Some(day) => as_of = day,
                    None => self.report(*column, shown, None, CellProblem::NotADay),
                },
                Target::Kind => match answer::application_kind(&shown) {
                    Some(read) => kind = read,
                    None => self.report(*column, shown, None, CellProblem::UnknownKind),
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
                self.report(column, content.shown(), year, problem);
                None
            }
        }
    }

    fn report(&mut self, column: Column, shown: String, year: Option<i16>, problem: CellProblem) {
        let (place, asked) =
            (self.place.cell(column.position), asked(column.heading.target, self.terms, year));
        self.errors.push(CellError { place, asked, shown, problem });
    }
}
