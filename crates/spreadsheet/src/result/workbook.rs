//! Results as a workbook: one sheet to filter, one that sums up.

use super::{JudgedFirm, Results, summary::Summary, table::Table};
use crate::{error::SheetError, judge::Question, read::Reading};
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, Worksheet};
use std::io::Write;

/// Writes results as a workbook; rows leave memory as they are written.
pub struct ResultWorkbook<'r, W: Write> {
    workbook: Workbook,
    titles: Vec<&'r str>,
    table: Table,
    columns: u16,
    next_row: u32,
    summary: Summary,
    out: W,
}

/// Position of the sheet of results in the workbook.
const RESULTS: usize = 0;

impl<'r, W: Write> ResultWorkbook<'r, W> {
    /// Begins with the headings; the file is written to `out` at the end.
    ///
    /// # Errors
    /// When a temporary file cannot be made.
    pub fn new(out: W, question: &Question<'r>) -> Result<Self, SheetError> {
        let (mut workbook, titles) = (quick(), question.titles());
        let heading = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0xE8_EF_F8));
        let table = Table::of(question);
        let headings = table.headings(question);
        let sheet = add_sheet(&mut workbook)?;
        sheet.set_name(question.lang().pick("结果", "Results"))?.set_freeze_panes(1, 2)?;
        for (index, (column, text)) in (0_u16..).zip(&headings) {
            sheet.set_column_width(index, column.width())?;
            sheet.write_string_with_format(0, index, text, &heading)?;
        }
        let columns = u16::try_from(headings.len()).unwrap_or(u16::MAX);
        let summary = Summary::new(titles.len(), question.lang());
        Ok(Self { workbook, titles, table, columns, next_row: 1, summary, out })
    }

    /// Names who runs the site that the result is of.
    #[must_use]
    pub fn of_office(mut self, office: Option<&str>) -> Self {
        self.summary.office = office.map(str::to_owned);
        self
    }
}

impl<W: Write + Send> Results for ResultWorkbook<'_, W> {
    fn add(&mut self, firm: &JudgedFirm<'_>) -> Result<(), SheetError> {
        let sheet = self.workbook.worksheet_from_index(RESULTS)?;
        for (index, text) in (0_u16..).zip(self.table.cells(firm)) {
            if !text.is_empty() {
                write_cell(sheet, self.next_row, index, text, index > 1)?;
            }
        }
        self.next_row += 1;
        self.summary.add(firm);
        Ok(())
    }

    fn finish(mut self: Box<Self>, reading: &Reading) -> Result<(), SheetError> {
        let sheet = self.workbook.worksheet_from_index(RESULTS)?;
        sheet.autofilter(0, 0, self.next_row.saturating_sub(1), self.columns.saturating_sub(1))?;
        let sheet = self.workbook.add_worksheet().set_name(self.summary.name())?;
        self.summary.write(sheet, &self.titles, reading)?;
        self.workbook.save_to_writer(&mut self.out)?;
        self.out.flush().map_err(SheetError::Write)
    }
}

/// A workbook that is compressed less than by default, as spreadsheet programs do it themselves: it is saved sooner, and
/// its file is a little longer.
pub(crate) fn quick() -> Workbook {
    /// Of 9.
    const LEVEL: u8 = 3;
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(LEVEL);
    workbook
}

/// A text; scores and counts become numbers where the column has such, so that they can be sorted.
pub(crate) fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: impl AsRef<str> + Into<String>,
    numbers: bool,
) -> Result<(), SheetError> {
    /// Longest text of a cell.
    const MOST: usize = 32_767;
    let shown = text.as_ref();
    match shown.parse::<f64>() {
        Ok(number) if numbers => sheet.write_number(row, column, number)?,
        // A text has no more characters than bytes.
        _ if shown.len() > MOST && shown.encode_utf16().count() > MOST => {
            sheet.write_string(row, column, shown.chars().take(MOST / 2).collect::<String>())?
        }
        _ => sheet.write_string(row, column, text)?,
    };
    Ok(())
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn add_sheet(workbook: &mut Workbook) -> Result<&mut Worksheet, SheetError> {
    Ok(workbook.add_worksheet_with_constant_memory()?)
}

/// A page has no temporary files.
#[cfg(target_arch = "wasm32")]
pub(crate) fn add_sheet(workbook: &mut Workbook) -> Result<&mut Worksheet, SheetError> {
    Ok(workbook.add_worksheet())
}
