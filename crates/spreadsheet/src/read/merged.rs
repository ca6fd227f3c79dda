//! Merged cells: what the first of them holds, holds for every row and column that they cover.

use super::{
    content::{Cell, Content},
    shape::Area,
};
use std::{collections::BTreeMap, iter::Peekable, vec::IntoIter};

/// The merged cells of a sheet, while its rows go by.
pub(super) struct Merged {
    waiting: Peekable<IntoIter<Area>>,
    /// Areas that cover the row in hand, by first column; areas do not overlap.
    active: BTreeMap<u32, (Area, Content)>,
    /// The first row behind one of them.
    ends: u32,
}

impl Merged {
    /// Areas by first row.
    pub(super) fn new(areas: Vec<Area>) -> Self {
        Self { waiting: areas.into_iter().peekable(), active: BTreeMap::new(), ends: u32::MAX }
    }

    /// Takes note of a row's own cells.
    pub(super) fn pass(&mut self, row: u32, cells: &[Cell]) {
        if row >= self.ends {
            self.active.retain(|_, (area, _)| area.rows.1 >= row);
            self.ends = self.active.values().map(|(area, _)| area.rows.1 + 1).min().unwrap_or(u32::MAX);
        }
        while let Some(area) = self.waiting.next_if(|area| area.rows.0 <= row) {
            let first = cells.iter().find(|cell| cell.column == area.columns.0 as usize);
            if let Some(first) = first.filter(|_| area.rows.0 == row) {
                self.ends = self.ends.min(area.rows.1 + 1);
                self.active.insert(area.columns.0, (area, first.content.clone()));
            }
        }
    }

    /// Gives the row what covers its empty cells in these columns.
    pub(super) fn fill(&self, cells: &mut Vec<Cell>, columns: impl Iterator<Item = usize>) {
        if self.active.is_empty() {
            return;
        }
        let own = cells.len();
        for column in columns {
            let is_own = cells.iter().take(own).any(|cell| cell.column == column);
            if let Some(content) = self.covering(column).filter(|_| !is_own) {
                cells.push(Cell { column, content: content.clone() });
            }
        }
        cells.sort_by_key(|cell| cell.column);
    }

    /// First columns of the areas that began above the row: of headings, what stands above others.
    pub(super) fn began_above(&self, row: u32) -> Vec<usize> {
        let above = self.active.values().filter(|(area, _)| area.rows.0 < row);
        above.map(|(area, _)| area.columns.0 as usize).collect()
    }

    fn covering(&self, column: usize) -> Option<&Content> {
        let column = u32::try_from(column).ok()?;
        let (_, (area, content)) = self.active.range(..=column).next_back()?;
        (area.columns.1 >= column).then_some(content)
    }
}
