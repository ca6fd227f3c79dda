//! From rows to firms: headings are found first, then every further row is a firm's, unless it is none.

use super::{
    Event, FirmRow, Occasion, Reading, Sink, Taker, answer,
    aside::{Aside, aside, is_about_columns},
    layout::Layout,
    row::Row,
    sheet::Sheet,
    units::{Units, stated},
    words::{asked, hidden_column},
};
use crate::{
    error::SheetError,
    heading::Headings,
    unit::{Money, money},
};
use std::{ops::ControlFlow, sync::Arc};
use zjtx_evaluator::Terms;

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

impl Taker for Firms<'_, '_> {
    fn begin(&mut self, sheet: Sheet) {
        self.sheet = sheet;
    }

    fn row(&mut self, mut row: Row) -> Result<ControlFlow<()>, SheetError> {
        if row.cells.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        self.sheet.merged.pass(row.number(), &row.cells);
        if self.sheet.layout.is_some() {
            return self.beneath_headings(row);
        }
        let above = self.sheet.merged.began_above(row.number());
        self.sheet.merged.fill(&mut row.cells, above.into_iter());
        let Some(before) = self.sheet.before.take() else {
            self.sheet.before = Some(row);
            return Ok(ControlFlow::Continue(()));
        };
        if !self.find_headings(&before, Some(&row))? {
            self.sheet.units.see(&before);
            self.sheet.before = Some(row);
            return Ok(ControlFlow::Continue(()));
        }
        let used = self.sheet.layout.as_ref().is_some_and(|layout| layout.two_rows);
        if self.tell_sheet().is_break() {
            return Ok(ControlFlow::Break(()));
        }
        if used { Ok(ControlFlow::Continue(())) } else { self.beneath_headings(row) }
    }

    fn end(&mut self) -> Result<(), SheetError> {
        if let Some(before) = self.sheet.before.take() {
            self.find_headings(&before, None)?;
        }
        self.end_table()?;
        self.reading.notes.extend(self.sheet.notes());
        Ok(())
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

    /// The file ends.
    pub(super) fn finish(self) -> Result<Reading, SheetError> {
        if self.found_headings { Ok(self.reading) } else { Err(SheetError::NoHeading { searched: SEARCHED }) }
    }

    fn find_headings(&mut self, row: &Row, beneath: Option<&Row>) -> Result<bool, SheetError> {
        if self.sheet.searched >= SEARCHED {
            return Ok(false);
        }
        self.sheet.searched += 1;
        let Some(layout) = Layout::of(row, beneath, &self.headings, self.terms)? else { return Ok(false) };
        self.take(layout, row)?;
        Ok(true)
    }

    /// Headings were found: what stands beneath them is read by them.
    fn take(&mut self, mut layout: Layout, row: &Row) -> Result<(), SheetError> {
        let beside = row.cells.iter().filter(|cell| layout.column(cell.column).is_none());
        let beside = Row { cells: beside.cloned().collect(), ..row.clone() };
        self.sheet.units.add(stated(&beside).into_iter().filter(|_| layout.needs_unit(self.terms)).collect());
        if layout.needs_unit(self.terms)
            && let Some(power) = self.sheet.units.decide()?
        {
            layout.set_unit(power, self.terms);
        }
        let hidden = layout.positions().filter(|position| self.sheet.shape.hides_column(*position));
        let hidden = hidden.filter_map(|at| Some(hidden_column(at, &row.cell(at)?.shown())));
        let notes = layout.notes.iter().cloned().chain(hidden).map(|note| self.sheet.note(&note));
        for note in notes.collect::<Vec<_>>() {
            if !self.reading.notes.contains(&note) {
                self.reading.notes.push(note);
            }
        }
        self.found_headings = true;
        self.sheet.firms = 0;
        self.sheet.layout = Some(Arc::new(layout));
        Ok(())
    }

    /// A table ends: a unit that is stated beneath it must be the one that it was read in.
    fn end_table(&mut self) -> Result<(), SheetError> {
        let late = std::mem::take(&mut self.sheet.late);
        let needs_unit = self.sheet.layout.as_ref().is_some_and(|layout| layout.needs_unit(self.terms));
        // Amounts without any unit were read as the fact's own, 万元.
        const OWN: i8 = 4;
        match late.iter().find(|stated| stated.power() != Some(OWN)) {
            Some(stated) if needs_unit => Err(stated.late()),
            _ => Ok(()),
        }
    }

    fn tell_sheet(&mut self) -> ControlFlow<()> {
        let flow = (self.sink)(Event::Sheet { rows: self.sheet.rows });
        self.reading.stopped |= flow.is_break();
        flow
    }

    /// A row beneath headings: a firm's, or one that is left out.
    fn beneath_headings(&mut self, row: Row) -> Result<ControlFlow<()>, SheetError> {
        let number = row.place.row;
        let Some(aside) = self.aside(&row)? else {
            self.sheet.is_after_note = false;
            return Ok(self.firm(row));
        };
        self.sheet.is_after_note = aside == Aside::Note;
        self.sheet.leave_out(aside, number);
        if matches!(aside, Aside::Note | Aside::Signature | Aside::Sum) {
            self.state_unit(&row)?;
        }
        Ok(ControlFlow::Continue(()))
    }

    /// What a row is, if it is no firm's.
    fn aside(&mut self, row: &Row) -> Result<Option<Aside>, SheetError> {
        let Some(layout) = self.sheet.layout.clone() else { return Ok(None) };
        if self.sheet.firms == 0 && is_about_columns(row) && !layout.is_beside_money(row, self.terms) {
            self.units_of_columns(row)?;
            return Ok(Some(Aside::Columns));
        }
        if self.are_headings(row, &layout)? {
            return Ok(Some(Aside::Headings));
        }
        let found = aside(row, layout.name, self.sheet.is_after_note);
        // A row of its own that states the unit.
        let states = found.is_none() && row.cells.len() == 1 && !stated(row).is_empty();
        Ok(found.or(states.then_some(Aside::Note)))
    }

    /// Whether the headings come again; others begin another table.
    fn are_headings(&mut self, row: &Row, layout: &Layout) -> Result<bool, SheetError> {
        let may_be = match layout.name {
            Some(name) => row.cell(name).is_some_and(|name| self.headings.is_name(&name.shown())),
            None => row
                .cells
                .first()
                .is_some_and(|first| self.headings.understand(&first.content.shown()).is_some()),
        };
        if !may_be {
            return Ok(false);
        }
        let Some(again) = Layout::of(row, None, &self.headings, self.terms)? else { return Ok(false) };
        if again.is_same(layout) {
            return Ok(true);
        }
        if !self.sheet.late.is_empty() {
            self.sheet.units = Units::default();
            let late = std::mem::take(&mut self.sheet.late);
            self.sheet.units.add(late);
        }
        self.take(again, row)?;
        Ok(true)
    }

    /// A row beneath the headings states the unit of each column.
    fn units_of_columns(&mut self, row: &Row) -> Result<(), SheetError> {
        let Some(layout) = self.sheet.layout.as_mut() else { return Ok(()) };
        for cell in &row.cells {
            let shown = cell.content.shown();
            match money(&shown) {
                Some(Money::Foreign) => {
                    let place = row.place.cell(cell.column).to_string();
                    return Err(SheetError::UnknownUnit { place, shown: shown.into_owned() });
                }
                Some(unit) => Arc::make_mut(layout).set_unit_of(cell.column, unit, self.terms),
                None => {}
            }
        }
        Ok(())
    }

    /// A row that is no firm's may state the unit: before the first firm for the table, later for the next one.
    fn state_unit(&mut self, row: &Row) -> Result<(), SheetError> {
        let stated = stated(row);
        if stated.is_empty() {
            return Ok(());
        }
        if self.sheet.firms > 0 {
            self.sheet.late.extend(stated);
            return Ok(());
        }
        self.sheet.units.add(stated);
        let Some(layout) = self.sheet.layout.as_mut() else { return Ok(()) };
        if layout.needs_unit(self.terms)
            && let Some(power) = self.sheet.units.decide()?
        {
            Arc::make_mut(layout).set_unit(power, self.terms);
        }
        Ok(())
    }

    fn firm(&mut self, row: Row) -> ControlFlow<()> {
        let is_hidden = row.is_hidden;
        let Some(row) = self.firm_row(row) else { return ControlFlow::Continue(()) };
        if is_hidden {
            self.sheet.hide(row.place.row);
        }
        self.sheet.firms += 1;
        self.reading.firms += 1;
        let flow = (self.sink)(Event::Firm(row));
        self.reading.stopped |= flow.is_break();
        flow
    }

    /// The row of a firm; `None` for the template's example and for rows without an answer.
    fn firm_row(&mut self, mut row: Row) -> Option<FirmRow> {
        let layout = self.sheet.layout.clone()?;
        self.sheet.merged.fill(&mut row.cells, layout.positions());
        let named = layout.name.and_then(|name| row.cell(name));
        let name = named.map_or_else(String::new, |content| content.shown().into_owned());
        let has_answer = row.cells.iter().any(|cell| layout.column(cell.column).is_some());
        if !has_answer || name.starts_with(crate::template::EXAMPLE) {
            return None;
        }
        for cell in row.cells.iter().filter(|cell| answer::is_blank(&cell.content)) {
            if let Some(column) = layout.column(cell.column) {
                let asked = || asked(column.heading.target, self.terms, None);
                self.sheet.not_given(cell.column, asked, row.place.row);
            }
        }
        let Row { place, cells, .. } = row;
        Some(FirmRow { place, name, occasion: self.occasion, layout, cells })
    }
}
