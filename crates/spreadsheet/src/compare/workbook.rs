//! A comparison as a workbook: the firms with both verdicts and their reasons, the matrix of verdicts, and the same by
//! area and by condition.

use super::{ComparedFirm, Matrix, STATES, State, causes, words};
use crate::{
    error::SheetError,
    judge::{Level, Question},
    read::Reading,
    result::{words as results, workbook},
};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::io::Write;
use zjtx_evaluator::{AdviceWords, Lang, Terms};

/// Writes a comparison; the rows of firms leave memory as they are written.
pub struct ComparisonWorkbook<'r, W: Write> {
    workbook: Workbook,
    head: Head,
    titles: Vec<String>,
    terms: &'r Terms,
    lang: Lang,
    next_row: u32,
    out: W,
}

/// What a comparison says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Names of the two sides, such as their days.
    pub sides: [String; 2],
    /// Sentences that stand on every sheet, such as that this is a trial.
    pub notes: Vec<String>,
}

/// A further sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Name of the sheet.
    pub name: String,
    /// Headings, then rows; numbers may be text.
    pub rows: Vec<Vec<String>>,
}

/// Position of the sheet of firms.
const FIRMS: usize = 0;
/// Columns of a firm before those of its levels.
const OWN: [(&str, &str); 3] = [("位置", "Place"), ("企业全称", "Firm"), ("地区", "Area")];
/// Columns of a level on each side.
const SIDE: [(&str, &str); 4] = [
    ("结论", "verdict"),
    ("得分", "score"),
    ("暂不满足的条件", "conditions not met yet"),
    ("还会影响结论的待填项", "missing answers that could change the verdict"),
];

impl<'r, W: Write + Send> ComparisonWorkbook<'r, W> {
    /// Begins with the headings; the levels are those of the question.
    ///
    /// # Errors
    /// When a temporary file cannot be made.
    pub fn new(out: W, question: &Question<'r>, head: Head) -> Result<Self, SheetError> {
        let titles: Vec<String> = question.titles().into_iter().map(str::to_owned).collect();
        let (workbook, terms, lang) = (workbook::quick(), question.terms(), question.lang());
        let mut this = Self { workbook, head, titles, terms, lang, next_row: 0, out };
        let sheet = workbook::add_sheet(&mut this.workbook)?;
        sheet.set_name(lang.pick("企业", "Firms"))?;
        this.next_row = begin(sheet, &this.head, lang)?;
        let bold = Format::new().set_bold().set_text_wrap();
        for (column, heading) in (0_u16..).zip(this.headings()) {
            let sheet = this.workbook.worksheet_from_index(FIRMS)?;
            sheet.write_string_with_format(this.next_row, column, heading, &bold)?;
        }
        this.next_row += 1;
        Ok(this)
    }

    fn headings(&self) -> Vec<String> {
        let mut headings: Vec<String> =
            OWN.iter().map(|(zh, en)| self.lang.pick(zh, en).to_owned()).collect();
        let colon = self.lang.pick("：", ": ");
        for title in &self.titles {
            headings.push(format!("{title}{colon}{}", self.lang.pick("变化", "change")));
            headings
                .push(format!("{title}{colon}{}", self.lang.pick("由哪项条件引起", "by which condition")));
            for side in &self.head.sides {
                let part =
                    |(zh, en): &(&str, &str)| format!("{title}{colon}{side} {}", self.lang.pick(zh, en));
                headings.extend(SIDE.iter().map(part));
            }
        }
        headings.push(self.lang.pick("需改正", "To be corrected").to_owned());
        headings
    }

    /// One more firm.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, firm: &ComparedFirm<'_>) -> Result<(), SheetError> {
        let cells = self.cells(firm);
        let sheet = self.workbook.worksheet_from_index(FIRMS)?;
        write_row(sheet, self.next_row, cells, 3)?;
        self.next_row += 1;
        Ok(())
    }

    fn cells(&self, firm: &ComparedFirm<'_>) -> Vec<String> {
        let area = firm.area.as_deref().unwrap_or_default();
        let area =
            if firm.levels.is_empty() { String::new() } else { words::area(area, self.terms, self.lang) };
        let mut cells = vec![firm.place.to_string(), firm.name.clone(), area];
        for at in 0..self.titles.len() {
            match firm.levels.get(at) {
                Some(sides) => cells.extend(self.level_cells(sides)),
                None => cells.extend(std::iter::repeat_n(String::new(), 2 + 2 * SIDE.len())),
            }
        }
        let mistakes = firm.mistakes.iter().map(|mistake| mistake.text().get(self.lang).to_owned());
        cells.push(mistakes.collect::<Vec<_>>().join(results::semicolon(self.lang)));
        cells
    }

    fn level_cells(&self, sides: &[Level<'_>; 2]) -> Vec<String> {
        let lang = self.lang;
        let causes = causes(sides).into_iter();
        let causes = causes.map(|(_, condition)| format!("{} {}", condition.id, condition.title.get(lang)));
        let transition = [State::of(&sides[0]), State::of(&sides[1])];
        let mut cells = vec![
            words::transition(transition, lang),
            causes.collect::<Vec<_>>().join(results::semicolon(lang)),
        ];
        cells.extend(sides.iter().flat_map(|level| side_cells(level, lang)));
        cells
    }

    /// Completes the file with what the list came to, and writes it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self, matrix: &Matrix, reading: &Reading, more: &[Table]) -> Result<(), SheetError> {
        let headings = self.headings().len();
        let last = u16::try_from(headings.saturating_sub(1)).unwrap_or(u16::MAX);
        let first = u32::try_from(self.head.notes.len() + 1).unwrap_or(0);
        let sheet = self.workbook.worksheet_from_index(FIRMS)?;
        sheet.autofilter(first, 0, self.next_row.saturating_sub(1).max(first), last)?;
        let mut tables = vec![self.summary(matrix, reading), self.areas(matrix), self.conditions(matrix)];
        tables.extend(more.iter().cloned());
        for table in tables {
            let sheet = self.workbook.add_worksheet().set_name(&table.name)?;
            let first = begin(sheet, &self.head, self.lang)?;
            sheet.set_column_width(0, 48)?;
            for (row, cells) in (first..).zip(table.rows) {
                write_row(sheet, row, cells, 1)?;
            }
        }
        self.workbook.save_to_writer(&mut self.out)?;
        self.out.flush().map_err(SheetError::Write)
    }

    /// Firms and mistakes, and the matrix of each level.
    fn summary(&self, matrix: &Matrix, reading: &Reading) -> Table {
        let lang = self.lang;
        let pair = |zh: &str, en: &str, count: u64| vec![lang.pick(zh, en).to_owned(), count.to_string()];
        let mut rows = Vec::new();
        if matrix.has_small_areas() {
            rows.push(vec![Matrix::small_note(lang).to_owned()]);
        }
        rows.push(pair("企业", "Firms", matrix.firms));
        rows.push(pair("其中有误、未判断", "of which have mistakes and were not judged", matrix.mistaken));
        for (title, level) in self.titles.iter().zip(&matrix.levels) {
            rows.push(Vec::new());
            rows.push(vec![title.clone()]);
            let mut heading = vec![format!("{} ↓  {} →", self.head.sides[0], self.head.sides[1])];
            heading.extend(STATES.iter().map(|state| state.name(lang).to_owned()));
            rows.push(heading);
            for before in STATES {
                let mut row = vec![before.name(lang).to_owned()];
                row.extend(STATES.iter().map(|after| level.firms([before, *after]).to_string()));
                rows.push(row);
            }
        }
        rows.extend(reading.notes.iter().map(|note| vec![note.get(lang).to_owned()]));
        Table { name: lang.pick("对照", "Matrix").to_owned(), rows }
    }

    /// Transitions by level and area.
    fn areas(&self, matrix: &Matrix) -> Table {
        let lang = self.lang;
        let heading = [
            ("事项", "Level"),
            ("地区", "Area"),
            ("原结论", "Before"),
            ("新结论", "After"),
            ("企业", "Firms"),
        ];
        let mut rows = vec![heading.map(|(zh, en)| lang.pick(zh, en).to_owned()).to_vec()];
        for (title, level) in self.titles.iter().zip(&matrix.levels) {
            rows.extend(level.by_area.iter().map(|((area, [before, after]), firms)| {
                let area = words::area(area, self.terms, lang);
                let [before, after] = [before, after].map(|state| state.name(lang).to_owned());
                vec![title.clone(), area, before, after, firms.to_string()]
            }));
        }
        Table { name: lang.pick("按地区", "By area").to_owned(), rows }
    }

    /// Transitions by level and the condition that made them.
    fn conditions(&self, matrix: &Matrix) -> Table {
        let lang = self.lang;
        let heading = [
            ("事项", "Level"),
            ("变化", "Change"),
            ("条件", "Condition"),
            ("规则包", "Pack"),
            ("企业", "Firms"),
        ];
        let mut rows = vec![heading.map(|(zh, en)| lang.pick(zh, en).to_owned()).to_vec()];
        for (title, level) in self.titles.iter().zip(&matrix.levels) {
            rows.extend(level.causes.iter().map(|((transition, pack, id), (name, firms))| {
                let change = words::transition(*transition, lang);
                vec![
                    title.clone(),
                    change,
                    format!("{id} {}", name.get(lang)),
                    pack.clone(),
                    firms.to_string(),
                ]
            }));
        }
        Table { name: lang.pick("按条件", "By condition").to_owned(), rows }
    }
}

/// The notes of a sheet; returns the row after them.
fn begin(sheet: &mut Worksheet, head: &Head, lang: Lang) -> Result<u32, SheetError> {
    let bold = Format::new().set_bold();
    let notes = head.notes.iter().map(String::as_str).chain([words::warning(lang)]);
    let mut row = 0;
    for note in notes {
        sheet.write_string_with_format(row, 0, note, &bold)?;
        row += 1;
    }
    Ok(row)
}

/// A row, with numbers from a column on.
fn write_row(sheet: &mut Worksheet, row: u32, cells: Vec<String>, numbers: u16) -> Result<(), SheetError> {
    for (column, cell) in (0_u16..).zip(cells) {
        if !cell.is_empty() {
            workbook::write_cell(sheet, row, column, cell, column >= numbers)?;
        }
    }
    Ok(())
}

fn side_cells(level: &Level<'_>, lang: Lang) -> [String; SIDE.len()] {
    let verdict = State::of(level).name(lang).to_owned();
    let Some(found) = &level.verdict else { return [verdict, String::new(), String::new(), String::new()] };
    let unmet = found.unmet.iter().map(|unmet| format!("{} {}", unmet.id, unmet.title.get(lang)));
    [
        verdict,
        found.score.map(|score| score.display()).unwrap_or_default(),
        unmet.collect::<Vec<_>>().join(results::semicolon(lang)),
        AdviceWords::of(found.pack, lang).places(&found.missing),
    ]
}
