//! Made-up yearly statements of many layouts, with traps: every figure with its year, amount and cell.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails its test")]

use std::fs;
use zjtx_spreadsheet::{Figure, SheetError, Statement, statement};

fn read(name: &str) -> Result<Statement, SheetError> {
    statement(&fs::read(format!("tests/statements/{name}")).unwrap())
}

/// Fact, year, 元, cell, and whether it is a question.
type Expected = (&'static str, i16, &'static str, &'static str, bool);

fn told(figure: &Figure) -> (&'static str, i16, &str, &str, bool) {
    (figure.item.fact(), figure.year, &figure.yuan, &figure.cell, figure.question.is_some())
}

#[test]
fn figures_are_recognised_in_every_layout() {
    const R: &str = "operating_revenue";
    let cases: [(&str, &[Expected]); 12] = [
        (
            "01-income-general.csv",
            &[
                (R, 2025, "52000000", "B4", false),
                (R, 2024, "41000000", "C4", false),
                ("rd_expense", 2025, "2680000", "B6", false),
                ("rd_expense", 2024, "2150000", "C6", false),
                ("total_profit", 2025, "4100000", "B7", false),
                ("total_profit", 2024, "3000000", "C7", false),
                ("net_profit", 2025, "3500000", "B9", false),
                ("net_profit", 2024, "2550000", "C9", false),
            ],
        ),
        (
            "02-balance-two-halves.csv",
            &[
                ("total_liabilities", 2025, "46800000", "E6", false),
                ("total_liabilities", 2024, "40000000", "F6", false),
                ("total_assets", 2025, "90000000", "B7", false),
                ("total_assets", 2024, "80000000", "C7", false),
            ],
        ),
        (
            "03-income-small.csv",
            &[
                (R, 2025, "52000000", "C4", false),
                ("rd_expense", 2025, "1800000", "C8", true),
                ("total_profit", 2025, "-410000", "C9", false),
                ("net_profit", 2025, "-410000", "C10", false),
            ],
        ),
        (
            "04-balance-small.csv",
            &[
                ("total_assets", 2025, "90000000", "C5", false),
                ("total_assets", 2024, "80000000", "D5", false),
                ("total_liabilities", 2025, "46800000", "G5", false),
                ("total_liabilities", 2024, "40000000", "H5", false),
            ],
        ),
        (
            "05-income-years-swapped.csv",
            &[
                (R, 2024, "41000000", "C4", false),
                (R, 2025, "52000000", "D4", false),
                ("rd_expense", 2024, "2150000", "C5", false),
                ("rd_expense", 2025, "2680000", "D5", false),
                ("total_profit", 2024, "3000000", "C6", false),
                ("total_profit", 2025, "4100000", "D6", false),
                ("net_profit", 2024, "2550000", "C7", false),
                ("net_profit", 2025, "3500000", "D7", false),
            ],
        ),
        (
            "07-income-notes-between.txt",
            &[
                (R, 2025, "52000000", "B4", false),
                (R, 2024, "41000000", "C4", false),
                ("rd_expense", 2025, "2680000", "B7", false),
                ("rd_expense", 2024, "2150000", "C7", false),
                ("total_profit", 2025, "4100000", "B8", false),
                ("total_profit", 2024, "3000000", "C8", false),
            ],
        ),
        (
            "08-balance-june.csv",
            &[
                ("total_assets", 2024, "80000000", "C4", false),
                ("total_liabilities", 2024, "40000000", "C5", false),
            ],
        ),
        (
            "09-income-december.csv",
            &[
                (R, 2025, "4000000", "B4", true),
                (R, 2024, "3500000", "C4", true),
                ("net_profit", 2025, "200000", "B5", true),
                ("net_profit", 2024, "100000", "C5", true),
            ],
        ),
        (
            "10-both.xlsx",
            &[
                ("total_liabilities", 2025, "46800000", "资产负债表!E5", false),
                ("total_liabilities", 2024, "40000000", "资产负债表!F5", false),
                ("total_assets", 2025, "90000000", "资产负债表!B6", false),
                ("total_assets", 2024, "80000000", "资产负债表!C6", false),
                (R, 2025, "52000000", "利润表!B4", false),
                (R, 2024, "41000000", "利润表!C4", false),
                ("rd_expense", 2025, "2680000", "利润表!B5", false),
                ("rd_expense", 2024, "2150000", "利润表!C5", false),
                ("total_profit", 2025, "4100000", "利润表!B6", false),
                ("total_profit", 2024, "3000000", "利润表!C6", false),
                ("net_profit", 2025, "3500000", "利润表!B7", false),
                ("net_profit", 2024, "2550000", "利润表!C7", false),
            ],
        ),
        (
            "11-consolidated-and-parent.xlsx",
            &[
                (R, 2025, "90000000", "利润表!B5", true),
                (R, 2025, "52000000", "利润表!C5", true),
                (R, 2024, "80000000", "利润表!D5", true),
                (R, 2024, "41000000", "利润表!E5", true),
                ("net_profit", 2025, "5000000", "利润表!B6", true),
                ("net_profit", 2025, "3500000", "利润表!C6", true),
                ("net_profit", 2024, "4000000", "利润表!D6", true),
                ("net_profit", 2024, "2550000", "利润表!E6", true),
            ],
        ),
        (
            "12-income.xls",
            &[
                (R, 2025, "52000000", "利润表!B4", false),
                (R, 2024, "41000000", "利润表!C4", false),
                ("total_profit", 2025, "4100000", "利润表!B5", false),
                ("total_profit", 2024, "3000000", "利润表!C5", false),
                ("net_profit", 2025, "3500000", "利润表!B6", false),
                ("net_profit", 2024, "2550000", "利润表!C6", false),
            ],
        ),
        ("13-income-no-unit.csv", &[(R, 2025, "52000000", "B4", true), (R, 2024, "41000000", "C4", true)]),
    ];
    for (file, expected) in cases {
        let read = read(file).unwrap();
        assert_eq!(read.figures.iter().map(told).collect::<Vec<_>>(), expected, "{file}");
    }
}

#[test]
fn a_period_that_is_no_full_year_is_told_and_not_proposed() {
    let half = read("06-income-half-year.csv").unwrap();
    assert!(half.figures.is_empty() && half.notes[0].zh.contains("不是全年数"), "{half:?}");
    let june = read("08-balance-june.csv").unwrap();
    assert!(june.notes[0].zh.contains("不是年末数"), "{june:?}");
}

#[test]
fn units_and_questions_are_told() {
    let swapped = read("05-income-years-swapped.csv").unwrap();
    assert!(swapped.figures.iter().all(|figure| figure.unit == "万元"));
    let question = |file: &str, at: usize| read(file).unwrap().figures[at].question.clone().unwrap().zh;
    assert!(question("03-income-small.csv", 1).contains("研究费用"));
    assert!(question("09-income-december.csv", 0).contains("12 月"));
    assert!(question("11-consolidated-and-parent.xlsx", 0).contains("合并数"));
    assert!(question("11-consolidated-and-parent.xlsx", 1).contains("母公司数"));
    assert!(question("13-income-no-unit.csv", 0).contains("单位"));
}

#[test]
fn what_is_no_such_statement_says_so() {
    assert!(matches!(read("14-cash-flow.csv"), Err(SheetError::NoStatement)));
    assert!(matches!(statement("企业全称,自主品牌\n甲,是\n".as_bytes()), Err(SheetError::NoStatement)));
    assert!(matches!(statement(b"<html><table>"), Err(SheetError::Other(_))));
    assert!(statement(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest").is_err());
}
