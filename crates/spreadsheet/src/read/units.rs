//! The unit of money that a table states for all its amounts.

use super::row::Row;
use crate::{
    error::SheetError,
    unit::{Statement, statement},
};

/// What was stated for the table in hand.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    stated: Vec<Stated>,
}

/// A statement, where it stands and in which words.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    place: String,
    shown: String,
    statement: Statement,
}

impl Units {
    /// What a sheet's name states.
    pub(super) fn of_sheet(name: &str) -> Self {
        let stated = statement(name).map(|statement| Stated {
            place: format!("工作表“{name}”"),
            shown: name.to_owned(),
            statement,
        });
        Self { stated: stated.into_iter().collect() }
    }

    /// Takes note of the cells of a row.
    pub(super) fn see(&mut self, row: &Row) {
        self.stated.extend(stated(row));
    }

    /// Takes note of statements.
    pub(super) fn add(&mut self, stated: Vec<Stated>) {
        self.stated.extend(stated);
    }

    /// The unit as a power of ten above 元; `None` where none is stated.
    ///
    /// # Errors
    /// Where it cannot be decided.
    pub(super) fn decide(&self) -> Result<Option<i8>, SheetError> {
        let Some(first) = self.stated.first() else { return Ok(None) };
        for other in &self.stated {
            match (first.statement, other.statement) {
                (_, Statement::Foreign | Statement::Several) => return Err(other.unknown()),
                (one, another) if one != another => return Err(first.differs_from(other)),
                _ => {}
            }
        }
        Ok(first.power())
    }
}

impl Stated {
    /// The power of ten above 元, where it is one unit of renminbi.
    pub(super) const fn power(&self) -> Option<i8> {
        match self.statement {
            Statement::Yuan(power) => Some(power),
            Statement::Foreign | Statement::Several => None,
        }
    }

    fn unknown(&self) -> SheetError {
        SheetError::UnknownUnit { place: self.place.clone(), shown: self.shown.clone() }
    }

    fn differs_from(&self, other: &Self) -> SheetError {
        let Self { place: first, shown: first_shown, .. } = self.clone();
        let Self { place: second, shown: second_shown, .. } = other.clone();
        SheetError::TwoUnits { first, first_shown, second, second_shown }
    }

    /// It comes too late for amounts that were read in another unit.
    pub(super) fn late(&self) -> SheetError {
        SheetError::LateUnit { place: self.place.clone(), shown: self.shown.clone() }
    }
}

/// What the cells of a row state.
pub(super) fn stated(row: &Row) -> Vec<Stated> {
    let cells = row.cells.iter().filter_map(|cell| {
        let shown = cell.content.shown();
        let statement = statement(&shown)?;
        Some(Stated {
            place: row.place.cell(cell.column).to_string(),
            shown: shown.chars().take(40).collect(),
            statement,
        })
    });
    cells.collect()
}
