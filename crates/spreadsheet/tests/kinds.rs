//! Kinds of fault that lists of real people showed, each in many variants: units, merged cells, days, percent,
//! places, and rows that are no firms.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails its test")]

mod support;

use rust_xlsxwriter::{ExcelDateTime, Format};
use support::{RULEBOOK, answers, book, dossier_of, firms, mistakes_of, notes, once, repacked, revenue};
use zjtx_evaluator::Value;
use zjtx_spreadsheet::SheetError;

/// 1200 万元 in millionths.
const AMOUNT: i64 = 1_200_000_000;

#[test]
fn a_unit_that_a_table_states_anywhere_counts_for_every_amount() {
    let heading = "企业全称,营业收入 2025年";
    for (list, amount) in [
        (format!("单位：元\n{heading}\n甲,{{}}\n"), "12000000"),
        (format!(",单位:千元\n{heading}\n甲,{{}}\n"), "12000"),
        (format!("企业摸底表（金额单位：人民币元）\n{heading}\n甲,{{}}\n"), "12000000"),
        (format!("企业摸底表\n币种：人民币  单位：百万元\n{heading}\n甲,{{}}\n"), "12"),
        (format!("{heading}\n,元\n甲,{{}}\n"), "12000000"),
        (format!("{heading}\n单位：元,\n甲,{{}}\n"), "12000000"),
        (format!("{heading},单位：元\n甲,{{}},\n"), "12000000"),
        ("企业全称,营业收入（千元） 2025年\n甲,{}\n".to_owned(), "12000"),
        ("企业全称,营业收入/元 2025年\n甲,{}\n".to_owned(), "12000000"),
        ("企业全称,营业收入百万元 2025年\n甲,{}\n".to_owned(), "12"),
        ("企业全称,\"营业收入（2025年，人民币元）\"\n甲,{}\n".to_owned(), "12000000"),
        ("企业全称,营业收入(RMB'000) 2025\n甲,{}\n".to_owned(), "12000"),
        ("单位：元\n企业全称,营业收入（万元） 2025年\n甲,{}\n".to_owned(), "1200"),
        (format!("单位：元\n{heading}\n甲,{{}}\n"), "1200万元"),
        (format!("以下金额均以元计\n{heading}\n甲,{{}}\n"), "12000000"),
        (format!("{heading}\n注：单位为元,\n甲,{{}}\n"), "12000000"),
    ] {
        let list = list.replace("{}", amount);
        assert_eq!(revenue(list.as_bytes()), Some(AMOUNT), "{list}");
    }
}

#[test]
fn a_workbook_may_state_its_unit_in_a_sheets_name_and_in_number_formats() {
    for (name, code, amount) in [
        ("清单（元）", "General", 12_000_000.0),
        ("清单_千元", "General", 12_000.0),
        ("Sheet1", "#,##0.00\"元\"", 12_000_000.0),
        ("Sheet1", "#,##0.00\\元", 12_000_000.0),
        ("Sheet1", "0!.0,\"万元\"", 12_000_000.0),
        ("Sheet1", "#,##0,\"千元\"", 12_000_000.0),
        ("Sheet1", "#,##0.00,,\"百万元\"", 12_000_000.0),
        ("Sheet1", "0.00\"亿元\"", 0.12),
        ("Sheet1", "#,##0.00\"万元\"", 1200.0),
        ("清单（元）", "#,##0.00\"万元\"", 1200.0),
        ("Sheet1", "[$¥-804]#,##0.00\"元\"", 12_000_000.0),
    ] {
        let bytes = book(|sheet| {
            sheet.set_name(name).unwrap();
            sheet.write_string(0, 0, "企业全称").unwrap().write_string(0, 1, "营业收入 2025年").unwrap();
            sheet.write_string(1, 0, "甲").unwrap();
            sheet.write_number_with_format(1, 1, amount, &Format::new().set_num_format(code)).unwrap();
        });
        assert_eq!(revenue(&bytes), Some(AMOUNT), "{name} {code}");
    }
}

#[test]
fn a_unit_that_cannot_be_decided_is_asked_about() {
    for list in [
        "单位：美元\n企业全称,营业收入 2025年\n甲,1\n",
        "企业全称,营业收入（美元） 2025年\n甲,1\n",
        "企业全称,营业收入（万港元） 2025年\n甲,1\n",
        "企业全称,营业收入（金元） 2025年\n甲,1\n",
        "企业全称,营业收入 2025年\n,美元\n甲,1\n",
    ] {
        let error = firms(list.as_bytes()).unwrap_err();
        assert!(matches!(error, SheetError::UnknownUnit { .. }), "{list}: {error}");
    }
    for list in [
        "单位：元,单位：万元\n企业全称,营业收入 2025年\n甲,1\n",
        "金额：元\n单位：千元\n企业全称,营业收入 2025年\n甲,1\n",
    ] {
        assert!(matches!(firms(list.as_bytes()).unwrap_err(), SheetError::TwoUnits { .. }), "{list}");
    }
    for end in ["单位：元,", "注：金额单位为元,", "合计（元）,5", "以上金额单位：千元"]
    {
        let list = format!("企业全称,营业收入 2025年\n甲,12000000\n{end}\n");
        assert!(matches!(firms(list.as_bytes()).unwrap_err(), SheetError::LateUnit { .. }), "{end}");
    }
    // What every column says for itself needs no other statement.
    for list in [
        "企业全称,营业收入（万元） 2025年\n甲,1200\n注：单位：元,\n",
        "企业全称,营业收入 2025年\n甲,1200\n注：单位为万元,\n",
    ] {
        assert_eq!(revenue(list.as_bytes()), Some(AMOUNT), "{list}");
    }
}

#[test]
fn what_is_merged_holds_for_every_row_that_it_covers() {
    for (column, heading, value, fact) in [
        (1, "申报日期", "2025-05-01", ""),
        (1, "申报日期", "2025年5月1日", ""),
        (1, "申请类型", "复核", ""),
        (1, "所属城市", "佛山市", "city"),
        (1, "所属区县", "天河区", "district"),
        (1, "所属行业类别", "3911", "industry"),
        (1, "自主品牌", "是", "own_brand"),
        (2, "企业划型", "小型", "size_class"),
        (2, "营业收入 2025年", "1200", "operating_revenue"),
        (3, "职工总数", "60", "employee_total"),
        (3, "质量管理水平", "1", "quality_items"),
    ] {
        let bytes = book(|sheet| {
            sheet.write_string(0, 0, "企业全称").unwrap().write_string(0, 5, "是否拥有自主研发机构").unwrap();
            sheet.write_string(0, 4, "研发人员").unwrap().write_string(0, column, heading).unwrap();
            for (row, name) in (1..).zip(["甲", "乙", "丙", "丁"]) {
                sheet.write_string(row, 0, name).unwrap().write_string(row, 4, "5").unwrap();
            }
            sheet.merge_range(1, column, 3, column, value, &Format::new()).unwrap();
        });
        let (firms, _) = firms(&bytes).unwrap();
        let all: Vec<_> = firms.into_iter().map(answers).collect();
        let told = |at: usize| {
            let dossier = &all[at];
            let value = RULEBOOK
                .terms()
                .find(fact)
                .map(|fact| (dossier.get(fact).cloned(), dossier.years(fact).collect::<Vec<_>>()));
            (dossier.as_of(), dossier.kind(), value)
        };
        assert_eq!((told(0), told(0)), (told(1), told(2)), "{heading}");
        assert_ne!(told(0), told(3), "{heading}: the row beneath is not covered");
    }
}

#[test]
fn headings_may_be_merged_over_two_rows() {
    let bytes = book(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 1, 0, "企业全称", &plain).unwrap();
        sheet.merge_range(0, 1, 0, 2, "财务数据（元）", &plain).unwrap();
        sheet.write_string(1, 1, "营业收入 2025年").unwrap().write_string(1, 2, "研发费用 2025年").unwrap();
        sheet.write_string(2, 0, "甲").unwrap().write_number(2, 1, 12_000_000).unwrap();
    });
    let (firms, _) = firms(&bytes).unwrap();
    assert_eq!(firms[0].name, "甲");
    assert_eq!(revenue(&bytes), Some(AMOUNT));
}

#[test]
fn a_day_is_read_by_its_workbooks_own_system_in_every_format() {
    for code in [
        "yyyy-mm-dd",
        "yyyy/m/d",
        "yyyy\"年\"m\"月\"d\"日\"",
        "m/d/yy",
        "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
        "d-mmm-yy",
        "yyyy-mm-dd hh:mm",
    ] {
        let day = ExcelDateTime::from_ymd(2026, 3, 1).unwrap();
        let bytes = book(|sheet| {
            sheet.write_string(0, 0, "企业全称").unwrap().write_string(0, 1, "申报日期").unwrap();
            sheet.write_string(0, 2, "自主品牌").unwrap().write_string(1, 0, "甲").unwrap();
            sheet.write_datetime_with_format(1, 1, day, &Format::new().set_num_format(code)).unwrap();
        });
        let of = |bytes: &[u8]| answers(firms(bytes).unwrap().0.remove(0)).as_of().to_string();
        assert_eq!(of(&bytes), "2026-03-01", "{code}");
        // The same count of days in the system that begins in 1904.
        let mac = repacked(
            &bytes,
            |name, part| {
                let text = String::from_utf8(part).unwrap();
                Some(
                    if name == "xl/workbook.xml" {
                        text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
                    } else {
                        text
                    }
                    .into_bytes(),
                )
            },
            &[],
        );
        assert_eq!(of(&mac), "2030-03-02", "{code}");
    }
}

#[test]
fn a_share_gives_the_same_answer_from_every_kind_of_cell() {
    const SHARE: Option<&Value> = Some(&Value::Number(12_500_000));
    let heading = "国内或国际细分市场占有率";
    for text in ["12.5%", "12.5 %", "１２．５％", "12.50%", "'12.5%", "=\"12.5%\"", "12.5", "\u{200b}12.5%"]
    {
        let dossier = dossier_of(&format!("企业全称,{heading}\n甲,\"{}\"\n", text.replace('"', "\"\"")));
        assert_eq!(once(&dossier, "segment_market_share"), SHARE, "{text}");
    }
    for (code, number) in [
        ("0.0%", 0.125),
        ("0%", 0.125),
        ("0.00%", 0.125),
        ("0.0\"%\"", 12.5),
        ("General", 12.5),
        ("0.0\\%", 12.5),
    ] {
        let bytes = share(number, code);
        let dossier = answers(firms(&bytes).unwrap().0.remove(0));
        assert_eq!(once(&dossier, "segment_market_share"), SHARE, "{code}");
    }
    for text in ["0.125", "1", ".5", "0.9"] {
        let mistakes = mistakes_of(&format!("企业全称,{heading}（%）\n甲,{text}\n"));
        assert!(mistakes[0].contains("可能是百分数"), "{mistakes:?}");
        let (firms, _) = firms(&share(text.parse().unwrap(), "General")).unwrap();
        assert!(firms[0].mistakes[0].to_string().contains("可能是百分数"));
    }
    let (firms, _) = firms(&share(1.5, "0%")).unwrap();
    assert!(firms[0].mistakes[0].to_string().contains("“150%”应在"), "{}", firms[0].mistakes[0]);
}

fn share(number: f64, code: &str) -> Vec<u8> {
    book(|sheet| {
        sheet.write_string(0, 0, "企业全称").unwrap().write_string(0, 1, "国内或国际细分市场占有率").unwrap();
        sheet.write_string(1, 0, "甲").unwrap();
        sheet.write_number_with_format(1, 1, number, &Format::new().set_num_format(code)).unwrap();
    })
}

#[test]
fn places_are_the_rows_that_spreadsheets_show() {
    for (list, row) in [
        ("企业全称,自主品牌\n甲,是\n乙,春\n", 3),
        ("企业全称,自主品牌\r\n甲,是\r\n乙,春\r\n", 3),
        ("企业全称,自主品牌\r甲,是\r乙,春\r", 3),
        ("企业全称,自主品牌\r\n\r\n甲,是\r\n乙,春\r\n", 4),
        ("\n\n企业全称,自主品牌\n甲,是\n乙,春\n", 5),
        ("企业全称,自主品牌\r\n甲,是\r\n,\r\n乙,春", 4),
        ("企业全称,自主品牌\r\n\"甲\r\n公司\",是\r\n乙,春\r\n", 3),
        ("\u{feff}企业全称\t自主品牌\r\n甲\t是\r\n乙\t春\r\n", 3),
        ("企业全称;自主品牌\r\n\r\n\r\n甲;是\r\n乙;春\r\n", 5),
        ("sep=;\r\n企业全称;自主品牌\r\n甲;是\r\n乙;春\r\n", 3),
        ("企业全称,自主品牌\n甲 5\" 管,是\n乙,春\n", 3),
    ] {
        for bytes in [
            list.as_bytes().to_vec(),
            encoding_rs::GB18030.encode(list.trim_start_matches('\u{feff}')).0.into_owned(),
        ] {
            let (firms, _) = firms(&bytes).unwrap();
            let last = firms.last().unwrap();
            assert_eq!(last.place.to_string(), row.to_string(), "{list:?}");
            assert!(last.mistakes[0].to_string().starts_with(&format!("B{row}：")), "{list:?}");
        }
    }
}

#[test]
fn rows_that_are_no_firms_are_left_out_and_told_once() {
    for row in [
        ",合计,,13000",
        ",合 计,,13000",
        "小计,,,13000",
        ",本页合计：,,13000",
        ",天河区小计,,5",
        ",总计（2家）,,13000",
        "序号,企业全称,自主品牌,营业收入 2025年",
        ",注：未经审计,,",
        "备注：略,,,",
        "填表人：张三,,审核人：李四,",
        ",制表日期：2026-05-01,,",
        "单位负责人：王五,,,",
        ",,,2026年5月1日",
        "以下空白,,,",
        "第 1 页，共 2 页,,,",
        ",平均值,,6500",
        "Total,,,13000",
        "数据来源：年报,,,",
    ] {
        let list =
            format!("序号,企业全称,自主品牌,营业收入 2025年\n1,甲公司,是,6000\n{row}\n2,乙公司,是,7000\n");
        let (firms, reading) = firms(list.as_bytes()).unwrap();
        let names: Vec<&str> = firms.iter().map(|firm| firm.name.as_str()).collect();
        assert_eq!((names.as_slice(), reading.firms), (["甲公司", "乙公司"].as_slice(), 2), "{row}");
        let told: Vec<_> = reading.notes.iter().filter(|note| note.zh.contains("未判断")).collect();
        assert!(told.len() == 1 && told[0].zh.contains('3'), "{row}: {:?}", reading.notes);
    }
    let list = "序号,企业全称,自主品牌\n1,甲公司,是\n,小计,\n2,乙公司,是\n,小计,\n,合计,\n";
    assert!(notes(list.as_bytes()).contains("第 3、5、6 行是合计、小计等汇总行，不是企业，未判断"));
}

#[test]
fn numbers_of_columns_and_another_table_beneath_are_understood() {
    let list = "企业全称,自主品牌,营业收入 2025年,职工总数\n甲,1,2,3\n甲公司,是,1200,5\n\n自主品牌,企业全称\n否,乙公司\n";
    let (firms, _) = firms(list.as_bytes()).unwrap();
    let names: Vec<&str> = firms.iter().map(|firm| firm.name.as_str()).collect();
    assert_eq!(names, ["甲公司", "乙公司"]);
    assert_eq!(once(&firms[1].dossier, "own_brand"), Some(&Value::Bool(false)));
}

#[test]
fn a_first_firm_whose_figures_look_like_years_is_a_firm() {
    for row in ["甲公司,2026-05-01,2000,100", "甲公司,2026-05-01,2024,2025", "甲公司,2026年,2000,2001"]
    {
        let list =
            format!("企业名称,申报日期,营业收入2025,研发费用2025\n{row}\n乙公司,2026-05-01,8000,300\n");
        assert_eq!(firms(list.as_bytes()).unwrap().0.len(), 2, "{row}");
    }
}
