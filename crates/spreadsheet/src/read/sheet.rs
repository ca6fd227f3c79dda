//! The sheet in hand, while its rows go by.

use super::{
    aside::Aside,
    layout::Layout,
    merged::Merged,
    row::Row,
    shape::{Area, Shape},
    units::{Stated, Units},
    words,
};
use std::{collections::BTreeMap, sync::Arc};
use zjtx_evaluator::Text;

/// A sheet; a file of text is one without a name.
pub(crate) struct Sheet {
    /// Its name; `None` for text.
    name: Option<String>,
    /// Rows that the file says it has.
    pub(super) rows: Option<u64>,
    is_hidden: bool,
    pub(super) merged: Merged,
    pub(super) shape: Shape,
    /// Its headings, once they are found.
    pub(super) layout: Option<Arc<Layout>>,
    /// The row before, while headings are looked for.
    pub(super) before: Option<Row>,
    /// Rows that were no headings.
    pub(super) searched: usize,
    /// Units stated for the table in hand.
    pub(super) units: Units,
    /// Units stated beneath firms: they are of the next table, if there is one.
    pub(super) late: Vec<Stated>,
    /// Rows of firms beneath the headings in hand.
    pub(super) firms: u64,
    /// Whether the row above is a note.
    pub(super) is_after_note: bool,
    left_out: BTreeMap<Aside, Rows>,
    hidden_firms: Rows,
    not_given: BTreeMap<usize, (Text, Rows)>,
}

/// Rows, of which the first are told by number.
#[derive(Default)]
struct Rows {
    first: Vec<u64>,
    count: u64,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            name: None,
            rows: None,
            is_hidden: false,
            merged: Merged::new(Vec::new()),
            shape: Shape::default(),
            layout: None,
            before: None,
            searched: 0,
            units: Units::default(),
            late: Vec::new(),
            firms: 0,
            is_after_note: false,
            left_out: BTreeMap::new(),
            hidden_firms: Rows::default(),
            not_given: BTreeMap::new(),
        }
    }
}

impl Sheet {
    /// A sheet of a workbook.
    pub(super) fn named(name: &str, rows: u64, is_hidden: bool, merged: Vec<Area>, shape: Shape) -> Self {
        let (merged, units) = (Merged::new(merged), Units::of_sheet(name));
        Self {
            name: Some(name.to_owned()),
            rows: Some(rows),
            is_hidden,
            merged,
            shape,
            units,
            ..Self::default()
        }
    }

    /// Its name; empty for text.
    pub(crate) fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// A note with the sheet that it is of.
    pub(super) fn note(&self, note: &Text) -> Text {
        let Some(name) = &self.name else { return note.clone() };
        Text { zh: format!("{name}：{}", note.zh), en: format!("{name}: {}", note.en) }
    }

    /// A row is left out.
    pub(super) fn leave_out(&mut self, aside: Aside, row: u64) {
        self.left_out.entry(aside).or_default().add(row);
    }

    /// A firm's row cannot be seen.
    pub(super) fn hide(&mut self, row: u64) {
        self.hidden_firms.add(row);
    }

    /// A cell says that its answer is not known.
    pub(super) fn not_given(&mut self, column: usize, asked: impl FnOnce() -> Text, row: u64) {
        self.not_given.entry(column).or_insert_with(|| (asked(), Rows::default())).1.add(row);
    }

    /// What a person should know of the sheet at its end.
    pub(super) fn notes(&self) -> Vec<Text> {
        let hidden = (self.is_hidden && self.layout.is_some()).then(words::hidden_sheet);
        let left_out = self.left_out.iter().map(|(aside, rows)| aside.told(&rows.to_string()));
        let rows = (self.hidden_firms.count > 0).then(|| words::hidden_rows(&self.hidden_firms.to_string()));
        let blanks = self
            .not_given
            .iter()
            .map(|(column, (asked, rows))| words::not_given(*column, asked, &rows.to_string()));
        hidden.into_iter().chain(left_out).chain(rows).chain(blanks).map(|note| self.note(&note)).collect()
    }
}

impl Rows {
    /// More rows are counted.
    const TOLD: usize = 10;

    fn add(&mut self, row: u64) {
        self.count += 1;
        if self.first.len() < Self::TOLD {
            self.first.push(row);
        }
    }
}

impl std::fmt::Display for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let first: Vec<String> = self.first.iter().map(u64::to_string).collect();
        f.write_str(&first.join("、"))?;
        if self.count > self.first.len() as u64 { write!(f, " 等 {}", self.count) } else { Ok(()) }
    }
}
