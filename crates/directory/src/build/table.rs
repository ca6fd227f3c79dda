//! The rows of a list: of an `.xlsx` workbook, or of CSV in UTF-8 or GB18030.

use super::fault::Fault;
use calamine::{Data, Dimensions, Reader, Xlsx};
use encoding_rs::{GB18030, UTF_8};
use std::{fs, io::Cursor, path::Path};

/// A sheet.
pub(super) struct Sheet {
    /// Its name; empty for CSV.
    pub(super) name: String,
    /// Its rows with something in them.
    pub(super) lines: Vec<Line>,
    /// Merged cells by row and column of their first and last cell, from 0.
    pub(super) merged: Vec<((u32, u32), (u32, u32))>,
}

/// A row.
pub(super) struct Line {
    sheet: String,
    /// As spreadsheets count, from 1.
    pub(super) number: u32,
    /// Positions of its columns from 0, with what they show.
    pub(super) cells: Vec<(usize, String)>,
}

impl Line {
    /// Name of a cell: `Sheet1!B17`.
    pub(super) fn cell(&self, column: usize) -> String {
        named(&self.sheet, self.number, column)
    }

    /// What a column shows; empty for nothing.
    pub(super) fn text(&self, column: usize) -> &str {
        let found = self.cells.binary_search_by_key(&column, |(at, _)| *at);
        found.map_or("", |at| &self.cells[at].1)
    }
}

/// Name of a cell.
pub(super) fn named(sheet: &str, row: u32, column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    if sheet.is_empty() { format!("{letters}{row}") } else { format!("{sheet}!{letters}{row}") }
}

/// Reads a list, by its first bytes whatever its name.
pub(super) fn sheets(file: &Path) -> Result<Vec<Sheet>, Fault> {
    let name = file.display().to_string();
    let fault = |sentence: &str| Fault::whole(&name, sentence);
    let bytes = fs::read(file).map_err(|error| fault(&format!("打不开（{error}）")))?;
    match bytes.as_slice() {
        [] => Err(fault("文件是空的")),
        [b'P', b'K', 3, 4, ..] => workbook(bytes).map_err(|error| fault(&error)),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            Err(fault("这是旧版 .xls 文件或设了密码的文件，请用 Excel 或 WPS 另存为 .xlsx"))
        }
        [b'%', b'P', b'D', b'F', ..] => {
            Err(fault("这是 PDF 文件，不是表格；请向发布单位索取 .xlsx，或转换后核对再用"))
        }
        bytes if bytes.contains(&0) => Err(fault("这不是表格：既不是 .xlsx 也不是 CSV 文本")),
        bytes => Ok(vec![text(bytes)]),
    }
}

fn workbook(bytes: Vec<u8>) -> Result<Vec<Sheet>, String> {
    let damaged = |error: calamine::XlsxError| format!("工作簿已损坏或不是 .xlsx（{error}）");
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let merged = workbook.merge_cells_by_sheet_name(&name).map_err(damaged)?;
        let range = workbook.worksheet_range(&name).map_err(damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        let line = |(index, row): (usize, &[Data])| {
            let shown = row.iter().enumerate().map(|(at, data)| (at + left as usize, shown(data)));
            let cells: Vec<(usize, String)> = shown.filter(|(_, text)| !text.is_empty()).collect();
            (!cells.is_empty()).then(|| Line { sheet: name.clone(), number: top + index as u32 + 1, cells })
        };
        let lines = range.rows().enumerate().filter_map(line).collect();
        let merged = merged.into_iter().map(|Dimensions { start, end }| (start, end)).collect();
        sheets.push(Sheet { name, lines, merged });
    }
    Ok(sheets)
}

fn shown(data: &Data) -> String {
    match data {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        other => other.to_string().trim().to_owned(),
    }
}

fn text(bytes: &[u8]) -> Sheet {
    let encoding = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { GB18030 };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let head: String = text.chars().take(4096).collect();
    let delimiter = [',', '\t', ';'].into_iter().max_by_key(|sign| head.matches(*sign).count());
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter.unwrap_or(',') as u8);
    let mut lines = Vec::new();
    for record in reader.from_reader(text.as_bytes()).records().map_while(Result::ok) {
        let number = record.position().map_or(0, csv::Position::line) as u32;
        let cells = record.iter().map(str::trim).enumerate().filter(|(_, text)| !text.is_empty());
        let cells: Vec<(usize, String)> = cells.map(|(at, text)| (at, text.to_owned())).collect();
        if !cells.is_empty() {
            lines.push(Line { sheet: String::new(), number, cells });
        }
    }
    Sheet { name: String::new(), lines, merged: Vec::new() }
}
