//! From rows to firms: headings are found first, then every further row is a firm's.

use super::{
    Event, FirmRow, Occasion, Reading, Sink,
    content::Cell,
    layout::{Layout, Row},
};
use crate::{error::SheetError, heading::Headings, place::RowRef};
use std::{ops::ControlFlow, sync::Arc};
use zjtx_evaluator::{Terms, Text};

/// Rows from the top in which the headings are looked for.
const SEARCHED: usize = 20;

/// Turns the rows of a file into firms.
pub(super) struct Firms<'t, 's> {
    terms: &'t Terms,
    occasion: Occasion,
    headings: Headings<'t>,
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
    layout: Option<Arc<Layout>>,
    /// The row before, while headings are looked for.
    before: Option<Row>,
    searched: usize,
}

impl Sheet {
    /// A note with the sheet that it is of.
    fn note(&self, note: &Text) -> Text {
        let Some(name) = &self.name else { return note.clone() };
        Text { zh: format!("{name}：{}", note.zh), en: format!("{name}: {}", note.en) }
    }
}

impl<'t, 's> Firms<'t, 's> {
    pub(super) fn new(terms: &'t Terms, occasion: Occasion, sink: Sink<'s>) -> Self {
        Self {
            terms,
            occasion,
            headings: Headings::new(terms),
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
            return Ok(self.firm(place, cells));
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
        Ok(if used { ControlFlow::Continue(()) } else { self.firm(row.0, row.1) })
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
            self.reading.notes.extend(layout.notes.iter().map(|note| self.sheet.note(note)));
            self.found_headings = true;
        }
        self.sheet.layout = layout.map(Arc::new);
        Ok(self.sheet.layout.is_some())
    }

    fn tell_sheet(&mut self) -> ControlFlow<()> {
        let flow = (self.sink)(Event::Sheet { rows: self.sheet.rows });
        self.reading.stopped |= flow.is_break();
        flow
    }

    fn firm(&mut self, place: RowRef, cells: Vec<Cell>) -> ControlFlow<()> {
        let Some(row) = self.firm_row(place, cells) else { return ControlFlow::Continue(()) };
        self.reading.firms += 1;
        let flow = (self.sink)(Event::Firm(row));
        self.reading.stopped |= flow.is_break();
        flow
    }

    /// The row of a firm; `None` for the template's example and for rows without an answer.
    fn firm_row(&self, place: RowRef, cells: Vec<Cell>) -> Option<FirmRow> {
        let layout = self.sheet.layout.as_ref()?;
        let named = cells.iter().find(|cell| Some(cell.column) == layout.name);
        let name = named.map_or_else(String::new, |cell| cell.content.shown().into_owned());
        let has_answer = cells.iter().any(|cell| layout.column(cell.column).is_some());
        let is_firm = has_answer && !name.starts_with(crate::template::EXAMPLE);
        is_firm.then(|| FirmRow { place, name, occasion: self.occasion, layout: Arc::clone(layout), cells })
    }
}
