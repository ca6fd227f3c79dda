//! Workbooks made for a test, and lists read from them.

#![allow(dead_code, reason = "every test binary uses its own part")]

use rust_xlsxwriter::{Workbook, Worksheet};
use std::{io::Cursor, ops::ControlFlow, sync::LazyLock};
use zjtx_evaluator::{ApplicationKind, Date, Dossier, Rulebook, Value};
use zjtx_spreadsheet::{Event, Firm, Occasion, Reading, SheetError, read};

pub static RULEBOOK: LazyLock<Rulebook> =
    LazyLock::new(|| Rulebook::load(zjtx_rules::BUNDLE).expect("the embedded rules pass the check"));

/// 1 May 2026, first application.
pub fn occasion() -> Occasion {
    let as_of = Date::parse("2026-05-01").expect("a day");
    Occasion { as_of, kind: ApplicationKind::First }
}

/// Everything in a file.
pub fn firms(bytes: &[u8]) -> Result<(Vec<Firm>, Reading), SheetError> {
    let mut firms = Vec::new();
    let reading = read(Cursor::new(bytes), RULEBOOK.terms(), occasion(), &mut |event| {
        if let Event::Firm(row) = event {
            firms.push(row.firm(RULEBOOK.terms()));
        }
        ControlFlow::Continue(())
    })?;
    Ok((firms, reading))
}

/// The only firm of CSV text.
pub fn firm_of(csv: &str) -> Firm {
    let (mut firms, _) = firms(csv.as_bytes()).expect("a readable list");
    assert_eq!(firms.len(), 1, "{csv}");
    firms.remove(0)
}

/// The answers of the only firm of CSV text.
pub fn dossier_of(csv: &str) -> Dossier {
    answers(firm_of(csv))
}

/// The answers of a firm without mistakes.
pub fn answers(firm: Firm) -> Dossier {
    assert!(firm.mistakes.is_empty(), "{}", firm.mistakes[0]);
    firm.dossier
}

/// The mistakes in the only firm of CSV text.
pub fn mistakes_of(csv: &str) -> Vec<String> {
    firm_of(csv).mistakes.iter().map(ToString::to_string).collect()
}

/// Millionths of a yearly fact.
pub fn yearly(dossier: &Dossier, id: &str, year: i16) -> Option<i64> {
    dossier.get_year(RULEBOOK.terms().find(id).expect("a fact"), year)
}

/// A fact without years.
pub fn once<'d>(dossier: &'d Dossier, id: &str) -> Option<&'d Value> {
    dossier.get(RULEBOOK.terms().find(id).expect("a fact"))
}

/// A workbook of one sheet of text.
pub fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(*cells) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text).expect("a cell");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// The workbook with its parts changed or left out, and another put in.
pub fn repacked(
    workbook: &[u8],
    change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>,
    more: &[(&str, &[u8])],
) -> Vec<u8> {
    use std::io::{Read, Write};
    use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("an archive");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("a part");
    };
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let (name, mut bytes) = (part.name().expect("a name").into_owned(), Vec::new());
        part.read_to_end(&mut bytes).expect("a part");
        if let Some(changed) = change(&name, bytes) {
            put(&name, &changed);
        }
    }
    more.iter().for_each(|(name, bytes)| put(name, bytes));
    writer.finish().expect("an archive").into_inner()
}

/// A workbook of one sheet.
pub fn book(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet());
    book.save_to_buffer().expect("a workbook")
}

/// 营业收入 of 2025 of the first firm, in millionths.
pub fn revenue(bytes: &[u8]) -> Option<i64> {
    yearly(&answers(firms(bytes).expect("a readable list").0.remove(0)), "operating_revenue", 2025)
}

/// What is told of a list once, line by line.
pub fn notes(bytes: &[u8]) -> String {
    let (_, reading) = firms(bytes).expect("a readable list");
    reading.notes.iter().map(|note| note.zh.clone()).collect::<Vec<_>>().join("\n")
}
