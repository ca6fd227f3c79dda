//! The template asks for what the rules read, and what is filled in comes back.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails its test")]

mod support;

use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;
use support::{RULEBOOK, firms, occasion};
use zjtx_spreadsheet::template;

fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

#[test]
fn years_stand_side_by_side_and_every_column_is_explained() {
    let bytes = template(&RULEBOOK, occasion().as_of).unwrap();
    let (fill, explain) = (sheet(&bytes, "填报"), sheet(&bytes, "填写说明"));
    let at = fill[1].iter().position(|heading| heading == "研发费用（万元） 2025年").unwrap();
    assert_eq!(fill[1][at + 1], "研发费用（万元） 2024年");
    assert_eq!(explain.len(), fill[1].len() + 1);
    let research = explain.iter().find(|row| row[1] == fill[1][at]).unwrap();
    let definition =
        RULEBOOK.terms().term(RULEBOOK.terms().find("rd_expense").unwrap()).unwrap().definition();
    assert_eq!(research[3], definition.zh);
    assert!(research[5].contains("专精特新"), "{research:?}");
}

#[test]
fn the_example_is_not_judged_and_every_heading_is_understood() {
    let bytes = template(&RULEBOOK, occasion().as_of).unwrap();
    let (empty, reading) = firms(&bytes).unwrap();
    assert_eq!((empty.len(), reading.notes), (0, Vec::new()));
    let fill = sheet(&bytes, "填报");
    let quoted = |row: &[String]| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    let example = quoted(&fill[2]).replacen("示例", "甲", 1);
    let (filled, _) = firms(format!("{}\n{example}\n", quoted(&fill[1])).as_bytes()).unwrap();
    let dossier = support::answers(filled[0].clone());
    let answers = RULEBOOK
        .terms()
        .facts()
        .map(|(fact, _)| dossier.years(fact).count() + dossier.get(fact).iter().count());
    // 申请类型 is no fact.
    assert_eq!(answers.sum::<usize>(), fill[1].len() - 1);
}

#[test]
fn choices_have_drop_downs() {
    let bytes = template(&RULEBOOK, occasion().as_of).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let xml = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(xml.matches("<dataValidation ").count() > 20, "{}", xml.matches("<dataValidation ").count());
    assert!(xml.contains("填写说明"));
}
