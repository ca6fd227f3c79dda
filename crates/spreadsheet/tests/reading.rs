//! Lists as people keep them are understood; what is not is named by its cell.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails its test")]

mod support;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use support::{RULEBOOK, dossier_of, firms, mistakes_of, once, workbook, yearly};
use zjtx_evaluator::{ApplicationKind, Lang, Value};

/// Millionths of 万元.
const REVENUE: i64 = 8_600_500_000;

#[test]
fn columns_may_stand_in_any_order_and_be_called_by_any_known_name() {
    for heading in [
        "营业收入 2025年",
        "2025年营业收入（万元）",
        "２０２５年度 营业收入",
        "operating_revenue_2025",
        "Operating revenue 2025",
        "上年度营业收入",
        "营业收入总额2025",
        "其中：营业收入（单位：万元）2025年度",
        "营业收入",
    ] {
        let dossier = dossier_of(&format!("{heading},公司名称,是否境内登记、独立法人\n8600.5,甲,是\n"));
        assert_eq!(yearly(&dossier, "operating_revenue", 2025), Some(REVENUE), "{heading}");
        assert_eq!(once(&dossier, "legal_person"), Some(&Value::Bool(true)));
        assert_eq!(once(&dossier, "enterprise_name"), Some(&Value::Text("甲".to_owned())));
    }
}

#[test]
fn title_rows_and_years_beneath_a_merged_heading_are_understood() {
    let bytes = workbook(&[
        &["某区企业摸底表"],
        &["填表单位：某某"],
        &["企业名称", "营业收入", "", "研发费用（万元）", ""],
        &["", "2025年", "2024年", "2025年", "2024年"],
        &["甲", "8600.5", "7000", "300", "200"],
    ]);
    let (firms, reading) = firms(&bytes).unwrap();
    let dossier = &firms[0].dossier;
    assert_eq!((firms.len(), firms[0].place.to_string().as_str()), (1, "Sheet1!5"));
    assert_eq!(yearly(dossier, "operating_revenue", 2025), Some(REVENUE));
    assert_eq!(yearly(dossier, "rd_expense", 2024), Some(200_000_000));
    assert_eq!(reading.notes, Vec::new());
}

#[test]
fn amounts_are_understood_in_every_wording_and_in_the_unit_of_the_heading() {
    for amount in ["8600.5", "８６００．５", "8600.5万元", "0.86005亿", "\"8,600.5\"", "86005000元"]
    {
        let dossier = dossier_of(&format!("企业名称,营业收入2025\n甲,{amount}\n"));
        assert_eq!(yearly(&dossier, "operating_revenue", 2025), Some(REVENUE), "{amount}");
    }
    for (heading, amount) in [("营业收入（元）2025", "86005000"), ("营业收入2025（亿元）", "0.86005")]
    {
        let dossier = dossier_of(&format!("企业名称,{heading}\n甲,{amount}\n"));
        assert_eq!(yearly(&dossier, "operating_revenue", 2025), Some(REVENUE), "{heading}");
    }
    let dossier = dossier_of("企业名称,全国细分市场占有率\n甲,１２．５％\n");
    assert_eq!(once(&dossier, "national_market_share"), Some(&Value::Number(12_500_000)));
}

#[test]
fn answers_are_understood_by_name() {
    let dossier = dossier_of(
        "企业全称,所属区县,所属行业类别,企业划型,质量管理水平,自主品牌,近三年科技奖励\n\
         甲,广州市天河区,C3911 计算机整机制造,小型,1；拥有自主品牌,√,不清楚\n",
    );
    assert_eq!(once(&dossier, "district"), Some(&Value::Code("440106".to_owned())));
    assert_eq!(once(&dossier, "industry"), Some(&Value::Code("3911".to_owned())));
    assert_eq!(once(&dossier, "size_class"), Some(&Value::Choice(2)));
    assert_eq!(once(&dossier, "quality_items"), Some(&Value::Set(0b101)));
    assert_eq!(once(&dossier, "own_brand"), Some(&Value::Bool(true)));
    assert_eq!(once(&dossier, "science_award_3y"), None);
}

#[test]
fn a_row_may_say_its_own_day_and_kind_of_application() {
    for day in ["2025/3/1", "2025年3月1日", "2025-03-01"] {
        let dossier =
            dossier_of(&format!("企业名称,申报日期,申请类型,上年度营业收入\n甲,{day},复核,8600.5\n"));
        assert_eq!(
            (dossier.as_of().to_string().as_str(), dossier.kind()),
            ("2025-03-01", ApplicationKind::Renewal)
        );
        assert_eq!(yearly(&dossier, "operating_revenue", 2024), Some(REVENUE));
    }
    assert_eq!(
        mistakes_of("企业名称,申报日期,自主品牌\n甲,春天,是\n"),
        ["B2：申报日期“春天”不是日期，请写成 2026-05-01"]
    );
}

#[test]
fn numbers_days_and_formulas_of_a_workbook_are_read() {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    for (column, heading) in (0_u16..).zip(["企业名称", "申报日期", "营业收入2025", "自主品牌"])
    {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "甲").unwrap();
    sheet.write_datetime_with_format(1, 1, ExcelDateTime::from_ymd(2026, 3, 1).unwrap(), &day).unwrap();
    sheet.write_formula(1, 2, Formula::new("=8600+0.5").set_result("8600.5")).unwrap();
    sheet.write_boolean(1, 3, true).unwrap();
    let (firms, _) = firms(&book.save_to_buffer().unwrap()).unwrap();
    let dossier = &firms[0].dossier;
    assert_eq!(dossier.as_of().to_string(), "2026-03-01");
    assert_eq!(yearly(dossier, "operating_revenue", 2025), Some(REVENUE));
    assert_eq!(once(dossier, "own_brand"), Some(&Value::Bool(true)));
}

#[test]
fn gb18030_utf8_and_marked_utf8_give_the_same() {
    let text = "企业名称;营业收入 2025年;企业划型\n甲;8600.5;小型\n";
    let expected = dossier_of(text);
    let (gb18030, _, _) = encoding_rs::GB18030.encode(text);
    for bytes in
        [gb18030.into_owned(), format!("\u{feff}{text}").into_bytes(), text.replace(';', "\t").into_bytes()]
    {
        let (firms, _) = firms(&bytes).unwrap();
        assert_eq!(firms[0].dossier, expected);
        assert_eq!(firms[0].name, "甲");
    }
}

#[test]
fn a_mistake_is_named_by_sheet_and_cell_and_other_rows_are_read() {
    let bytes = workbook(&[
        &["企业名称", "自主品牌", "研发费用 2025年"],
        &["甲", "是", "约100"],
        &["乙", "是", "100"],
        &["丙", "可能", "-1"],
    ]);
    let (firms, reading) = firms(&bytes).unwrap();
    let mistakes =
        |at: usize| -> Vec<String> { firms[at].mistakes.iter().map(ToString::to_string).collect() };
    assert_eq!(mistakes(0), ["Sheet1!C2：研发费用 2025 年“约100”不是数字，请填写数字，例如 1200 或 0.5"]);
    assert_eq!(
        firms[0].mistakes[0].text().en,
        "Sheet1!C2: R&D expense 2025 “约100” is not a number; write a plain decimal such as 1200 or 0.5"
    );
    assert_eq!(mistakes(1), Vec::<String>::new());
    assert_eq!(
        mistakes(2),
        ["Sheet1!B4：自主品牌“可能”应填“是”或“否”", "Sheet1!C4：研发费用 2025 年“-1”不能是负数"]
    );
    assert_eq!(reading.firms, 3);
}

#[test]
fn headings_that_are_not_understood_or_assumed_are_told() {
    let (_, reading) =
        firms("企业名称,主营业务收入增长率,研发费用（口径未定）,营业收入\n甲,5,6,7\n".as_bytes()).unwrap();
    let notes = |lang| reading.notes.iter().map(|note| note.get(lang)).collect::<Vec<_>>();
    assert_eq!(
        notes(Lang::Zh),
        [
            "B列“主营业务收入增长率”未识别，已忽略",
            "C列“研发费用（口径未定）”未识别，已忽略",
            "D列“营业收入”没有写年份，按最近一期读"
        ]
    );
    assert_eq!(notes(Lang::En)[2], "column D, “Operating revenue”, names no year and was read as the newest");
}

#[test]
fn two_columns_for_one_answer_are_refused() {
    let error = firms("企业名称,营业收入2025,2025年营业收入\n甲,1,2\n".as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "B1 和 C1 两列都是“营业收入”，请只留一列");
    assert_eq!(error.text().en, "B1 and C1 are both “Operating revenue”; keep one of the two columns");
}

#[test]
fn every_term_is_a_heading_of_its_own() {
    for (_, term) in
        RULEBOOK.terms().facts().filter(|(_, term)| !["enterprise_name", "own_brand"].contains(&term.id()))
    {
        let list = format!("企业名称,自主品牌,\"{}\"\n甲,是,不清楚\n", term.term().zh);
        let (firms, reading) =
            firms(list.as_bytes()).unwrap_or_else(|error| panic!("{}: {error}", term.id()));
        assert!(firms[0].mistakes.is_empty(), "{}", term.id());
        assert!(reading.notes.iter().all(|note| !note.zh.contains("没有认出")), "{:?}", reading.notes);
    }
}
