//! Files that are not what they seem: a clear answer, and memory within bounds.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails its test")]

mod support;

use rust_xlsxwriter::Workbook;
use std::{
    io::{self, Read},
    ops::ControlFlow,
};
use support::{RULEBOOK, firms, occasion, repacked, workbook, yearly};
use zjtx_spreadsheet::{Event, SheetError, read_stream};

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn plain() -> Vec<u8> {
    workbook(&[&["企业名称", "营业收入2025"], &["甲", "8600.5"]])
}

/// The workbook with its sheet's XML changed.
fn with_sheet(change: impl Fn(&str) -> String) -> Vec<u8> {
    let sheet = |name: &str, bytes: Vec<u8>| {
        let text = || String::from_utf8(bytes.clone()).expect("XML");
        Some(if name == SHEET { change(&text()).into_bytes() } else { bytes })
    };
    repacked(&plain(), sheet, &[])
}

fn refused(bytes: &[u8]) -> SheetError {
    firms(bytes).expect_err("an unusable file")
}

#[test]
fn cells_of_a_row_may_stand_in_any_order() {
    let turned = with_sheet(|xml| {
        let [first, second] = ["<c r=\"A2\"", "<c r=\"B2\""].map(|cell| xml.find(cell).expect("the cell"));
        let end = second + xml[second..].find("</row>").expect("the end of the row");
        format!("{}{}{}{}", &xml[..first], &xml[second..end], &xml[first..second], &xml[end..])
    });
    let (firms, _) = firms(&turned).expect("a readable list");
    assert_eq!(firms[0].name, "甲");
    assert_eq!(yearly(&firms[0].dossier, "operating_revenue", 2025), Some(8_600_500_000));
}

#[test]
fn a_part_that_grows_beyond_the_bound_is_refused() {
    // 300 MB of spaces among the texts pack into 300 kB.
    let texts = vec![b' '; 300 << 20];
    let bomb = repacked(
        &plain(),
        |name, bytes| Some(if name == "xl/sharedStrings.xml" { texts.clone() } else { bytes }),
        &[],
    );
    assert!(bomb.len() < 1 << 20);
    let error = refused(&bomb);
    assert!(matches!(error, SheetError::TooLarge { limit: 256, .. }), "{error}");
    assert!(error.to_string().contains("xl/sharedStrings.xml"), "{error}");
}

#[test]
fn a_part_that_lies_about_its_size_is_unpacked_only_to_the_bound() {
    let texts = vec![b' '; 300 << 20];
    let mut bomb = repacked(
        &plain(),
        |name, bytes| Some(if name == "xl/sharedStrings.xml" { texts.clone() } else { bytes }),
        &[],
    );
    // The unpacked size stands in the archive as four bytes, twice.
    let (said, lie) = ((300_u32 << 20).to_le_bytes(), 100_u32.to_le_bytes());
    let places: Vec<usize> =
        bomb.windows(4).enumerate().filter(|(_, four)| *four == said).map(|(at, _)| at).collect();
    assert_eq!(places.len(), 2);
    for at in places {
        bomb[at..at + 4].copy_from_slice(&lie);
    }
    refused(&bomb);
}

#[test]
fn macros_are_not_run_and_do_no_harm() {
    let (firms, _) =
        firms(&repacked(&plain(), |_, bytes| Some(bytes), &[("xl/vbaProject.bin", b"\xD0\xCF\x11\xE0")]))
            .unwrap();
    assert!(firms[0].mistakes.is_empty());
}

#[test]
fn a_formula_without_value_is_named() {
    let bytes = with_sheet(|xml| {
        let cell = xml.find("<c r=\"B2\"").expect("the cell");
        let end = cell + xml[cell..].find("</c>").expect("its end");
        format!("{}<c r=\"B2\"><f>SUM(C1:C9)</f>{}", &xml[..cell], &xml[end..])
    });
    let (firms, _) = firms(&bytes).unwrap();
    let error = firms[0].mistakes[0].to_string();
    assert!(error.starts_with("Sheet1!B2：营业收入 2025 年“”是没有结果的公式"), "{error}");
}

#[test]
fn a_formula_that_went_wrong_is_named() {
    let bytes = with_sheet(|xml| {
        let cell = xml.find("<c r=\"B2\"").expect("the cell");
        let end = cell + xml[cell..].find("</c>").expect("its end");
        format!("{}<c r=\"B2\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v>{}", &xml[..cell], &xml[end..])
    });
    let (firms, _) = firms(&bytes).unwrap();
    let error = firms[0].mistakes[0].to_string();
    assert!(error.contains("“#DIV/0!”是出错的公式"), "{error}");
}

#[test]
fn content_counts_and_not_the_name() {
    assert!(matches!(refused(b""), SheetError::Empty));
    assert!(matches!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"), SheetError::OldOrLocked));
    assert!(matches!(refused(b"MZ\0\0\x03"), SheetError::NotATable));
    let other = repacked(
        &plain(),
        |name, bytes| (name != "xl/workbook.xml").then_some(bytes),
        &[("content.xml", b"<x/>")],
    );
    assert!(matches!(refused(&other), SheetError::NotAWorkbook));
}

#[test]
fn damaged_workbooks_are_told_apart_from_good_ones() {
    let good = plain();
    assert!(matches!(refused(&good[..good.len() / 2]), SheetError::Damaged | SheetError::NotAWorkbook));
    let cut = with_sheet(|xml| xml[..xml.len() / 2].to_owned());
    assert!(matches!(refused(&cut), SheetError::Damaged));
    for far in ["XFE2", "B1048577"] {
        let far = with_sheet(|xml| xml.replace("r=\"B2\"", &format!("r=\"{far}\"")));
        assert!(matches!(refused(&far), SheetError::Damaged));
    }
}

#[test]
fn a_million_rows_are_read_one_by_one() {
    const ROWS: u32 = 1_000_000;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().unwrap();
    sheet.write_string(0, 0, "企业名称").unwrap().write_string(0, 1, "营业收入2025").unwrap();
    for row in 1..=ROWS {
        sheet.write_string(row, 0, "甲").unwrap().write_number(row, 1, row).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let (mut count, mut last) = (0, None);
    let reading =
        zjtx_spreadsheet::read(io::Cursor::new(bytes), RULEBOOK.terms(), occasion(), &mut |event| {
            if let Event::Firm(row) = event {
                count += 1;
                last = yearly(&row.firm(RULEBOOK.terms()).dossier, "operating_revenue", 2025);
            }
            ControlFlow::Continue(())
        });
    assert_eq!((reading.unwrap().firms, count), (u64::from(ROWS), ROWS));
    assert_eq!(last, Some(i64::from(ROWS) * 1_000_000));
}

#[test]
fn reading_stops_when_it_is_asked_to() {
    let text = format!("企业名称,自主品牌\n{}", "甲,是\n".repeat(1000));
    let mut seen = 0;
    let reading = read_stream(text.as_bytes(), RULEBOOK.terms(), occasion(), &mut |event| {
        seen += u64::from(matches!(event, Event::Firm(_)));
        if seen == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
    .unwrap();
    assert_eq!((seen, reading.firms, reading.stopped), (10, 10, true));
}

#[test]
fn a_quotation_mark_that_is_never_closed_does_not_fill_the_memory() {
    let endless = io::repeat(b'x').take(1 << 40);
    let text = "企业名称,自主品牌\n甲,是\n\"乙".as_bytes().chain(endless);
    let error =
        read_stream(text, RULEBOOK.terms(), occasion(), &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert!(matches!(error, SheetError::EndlessRow { line: 3, .. }), "{error}");
}

#[test]
fn no_broken_file_panics() {
    let good = plain();
    for at in (0..good.len()).step_by(7) {
        let mut broken = good.clone();
        broken[at] ^= 0x55;
        answered(&broken);
    }
}

#[test]
fn no_broken_part_panics() {
    for part in
        [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]
    {
        for at in (0..1200).step_by(11) {
            let broken = |name: &str, mut bytes: Vec<u8>| {
                if let Some(byte) = bytes.get_mut(at).filter(|_| name == part) {
                    *byte = b"<>\"9/Z"[at % 6];
                }
                Some(bytes)
            };
            answered(&repacked(&plain(), broken, &[]));
        }
    }
}

/// Firms, or a sentence.
fn answered(bytes: &[u8]) {
    if let Err(error) = firms(bytes) {
        assert!(!error.to_string().is_empty());
    }
}
