//! Each kind of fault that lists of real people showed, in many variants: units, merged cells, days, percent,
//! places, rows that are no firms, names of codes, cells as programs show them, files of other kinds, hidden
//! things, and cells that decide nothing.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails its test")]

mod support;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use support::{RULEBOOK, answers, dossier_of, firm_of, firms, mistakes_of, once, repacked, workbook, yearly};
use zjtx_evaluator::Value;
use zjtx_spreadsheet::{Firm, Judge, JudgedFirm, Question, SheetError};

/// 1200 万元 in millionths.
const AMOUNT: i64 = 1_200_000_000;

fn book(write: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn revenue(bytes: &[u8]) -> Option<i64> {
    yearly(&answers(firms(bytes).unwrap().0.remove(0)), "operating_revenue", 2025)
}

fn notes(bytes: &[u8]) -> String {
    firms(bytes).unwrap().1.notes.iter().map(|note| note.zh.clone()).collect::<Vec<_>>().join("\n")
}

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
fn places_and_industries_are_known_by_every_official_name_and_code() {
    for (text, code) in [
        ("3911", "3911"),
        ("C3911", "3911"),
        ("C3911 计算机整机制造", "3911"),
        ("计算机整机制造", "3911"),
        ("391", "391"),
        ("39", "39"),
        ("软件和信息技术服务业", "65"),
        ("软件开发", "651"),
        ("通用设备制造业", "34"),
        ("通用设备制造", "34"),
        ("工业机器人制造", "3491"),
        ("机械零部件加工", "3484"),
        ("方便面及其他方便食品制造", "14"),
        ("数据处理和存储服务", "65"),
        ("３９１１", "3911"),
        ("医药制造业", "27"),
        ("3484-机械零部件加工", "3484"),
        ("c3911", "3911"),
        ("轴承制造", "34"),
        ("集成电路制造", "397"),
    ] {
        let dossier = dossier_of(&format!("企业全称,所属行业类别\n甲,{text}\n"));
        let found = once(&dossier, "industry").and_then(Value::as_code).unwrap_or_default().to_owned();
        assert!(
            found.starts_with(code.get(..2).unwrap()) && (found == code || text == "集成电路制造"),
            "{text}: {found}"
        );
    }
    for (city, district, expected) in [
        ("广州市", "天河区", ("440100", Some("440106"))),
        ("", "广州市天河区", ("440100", Some("440106"))),
        ("", "顺德区", ("440600", None)),
        ("佛山市", "顺德市", ("440600", None)),
        ("广州市", "广州市", ("440100", None)),
        ("广州", "番禺市", ("440100", Some("440113"))),
        ("440100", "440183", ("440100", Some("440118"))),
        ("广东省广州市", "萝岗区", ("440100", Some("440112"))),
        ("东莞市", "虎门镇", ("441900", None)),
        ("北京市", "朝阳区", ("110000", None)),
        ("广州市", "某某经济开发区", ("440100", None)),
    ] {
        let firm = firm_of(&format!("企业全称,所属城市,所属区县,自主品牌\n甲,{city},{district},是\n"));
        let code = |id| once(&firm.dossier, id).and_then(Value::as_code);
        assert_eq!((code("city").unwrap_or(""), code("district")), expected, "{city} {district}");
        let judged = judged_alone(firm);
        assert!(
            judged.mistakes.is_empty() && judged.levels.len() == 3,
            "{city} {district}: {:?}",
            judged.mistakes
        );
    }
}

fn judged_alone(firm: Firm) -> JudgedFirm<'static> {
    let schemes = ["innovative_sme", "specialized_sme", "little_giant"];
    let question = Question::of_schemes(&RULEBOOK, &schemes, None);
    JudgedFirm::all(vec![firm], &mut Judge::new(&question)).remove(0)
}

#[test]
fn a_refused_industry_says_what_to_write_and_loses_no_row() {
    for text in ["制造业", "C", "魔法业", "9999", "0000"] {
        let firm = firm_of(&format!("企业全称,所属行业类别,自主品牌\n甲,{text},是\n"));
        assert!(firm.mistakes[0].to_string().contains("3484"), "{}", firm.mistakes[0]);
        let judged = judged_alone(firm);
        assert_eq!((judged.levels.len(), judged.notes.len(), judged.mistakes.len()), (3, 1, 0), "{text}");
    }
}

#[test]
fn cells_are_read_as_programs_show_them_in_every_kind_of_column() {
    for amount in [
        "¥8,600.50",
        "￥8600.5",
        "\u{200b}8600.5",
        "8600.5\u{feff}",
        "８６００．５",
        "'8600.5",
        "=\"8600.5\"",
        "\u{a0}8600.5",
        "RMB8600.5",
        "人民币8600.5万元",
        "+8600.5",
        "8 600.5",
        "8,600.5万元",
        "0.86005亿元",
        "8600.5 万",
    ] {
        let list = format!("企业全称,自主品牌,营业收入 2025年\n甲,是,\"{}\"\n", amount.replace('"', "\"\""));
        assert_eq!(yearly(&dossier_of(&list), "operating_revenue", 2025), Some(8_600_500_000), "{amount}");
    }
    for loss in [
        "(500)",
        "（500）",
        "-500",
        "−500",
        "500-",
        "亏损500",
        "负500",
        "▲500",
        "¥(500.00)",
        "(500)万元",
        "－５００",
    ] {
        let list = format!("企业全称,自主品牌,净利润 2025年\n甲,是,{loss}\n");
        assert_eq!(yearly(&dossier_of(&list), "net_profit", 2025), Some(-500_000_000), "{loss}");
    }
    for (heading, text, fact, value) in [
        ("自主品牌", "\u{200b}是", "own_brand", Value::Bool(true)),
        ("自主品牌", "Ｙ", "own_brand", Value::Bool(true)),
        ("所属行业类别", "'3911", "industry", Value::Code("3911".to_owned())),
        ("所属区县", "\u{feff}天河区", "district", Value::Code("440106".to_owned())),
        ("所属区县", "=\"440106\"", "district", Value::Code("440106".to_owned())),
        ("企业划型", "小型\u{a0}", "size_class", Value::Choice(2)),
        ("职工总数", "６０人", "employee_total", Value::Number(60_000_000)),
        ("国内细分市场名次", "第３名", "domestic_market_rank", Value::Rank(Some(3))),
    ] {
        let list = format!("企业全称,{heading}\n甲,\"{}\"\n", text.replace('"', "\"\""));
        assert_eq!(once(&dossier_of(&list), fact), Some(&value), "{heading} {text}");
    }
    for (text, reason) in
        [("$8600", "外币"), ("8600美元", "外币"), ("约8600", "不是数字"), ("#REF!", "出错的公式")]
    {
        let mistakes = mistakes_of(&format!("企业全称,自主品牌,营业收入 2025年\n甲,是,{text}\n"));
        assert!(mistakes[0].contains(reason), "{mistakes:?}");
    }
}

#[test]
fn files_of_other_kinds_are_called_what_they_are() {
    for (bytes, word) in [
        ("<html><body><table>", "网页"),
        ("  <!DOCTYPE html>", "网页"),
        ("<table border=1>", "网页"),
        ("\u{feff}<html>", "网页"),
        ("<?xml version=\"1.0\"?><html xmlns=", "网页"),
        ("MIME-Version: 1.0\r\n", "网页"),
        (
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            "XML 表格",
        ),
        ("<?xml version=\"1.0\"?><firms/>", "XML 文件"),
        ("{\"schema\": 1}", "JSON"),
        ("%PDF-1.7", "PDF"),
        ("{\\rtf1", "文字文档"),
    ] {
        for bytes in [bytes.as_bytes().to_vec(), utf16(bytes)] {
            let error = firms(&bytes).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }
    for (bytes, word) in [
        (b"\x89PNG\r\n\x1A\n\0\0".as_slice(), "图片"),
        (b"\xFF\xD8\xFF\xE0\0", "图片"),
        (b"Rar!\x1A\x07\0", "压缩包"),
        (b"\x1F\x8B\x08\0", "压缩包"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "旧版 .xls"),
    ] {
        assert!(firms(bytes).unwrap_err().to_string().contains(word), "{word}");
    }
    for (part, text, word) in [
        ("xl/workbook.bin", "", ".xlsb"),
        ("word/document.xml", "", "文字文档"),
        ("ppt/presentation.xml", "", "演示文稿"),
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", ".ods"),
    ] {
        let other = repacked(
            &workbook(&[&["甲"]]),
            |name, bytes| (name != "xl/workbook.xml").then_some(bytes),
            &[(part, text.as_bytes())],
        );
        assert!(firms(&other).unwrap_err().to_string().contains(word), "{word}");
    }
}

fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn text_of_two_bytes_a_character_and_any_separator_is_read() {
    for separator in [",", "\t", ";"] {
        let list = format!("企业全称{separator}营业收入 2025年\r\n甲{separator}1200\r\n");
        assert_eq!(revenue(&utf16(&list)), Some(AMOUNT), "{separator:?}");
        let big: Vec<u8> =
            [0xFEFF].into_iter().chain(list.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(revenue(&big), Some(AMOUNT), "{separator:?}");
    }
}

#[test]
fn what_one_cannot_see_is_told() {
    let list = |sheet: &mut Worksheet| {
        sheet.write_string(0, 0, "企业全称").unwrap().write_string(0, 1, "自主品牌").unwrap();
        for row in 1..4 {
            sheet.write_string(row, 0, "甲").unwrap().write_string(row, 1, "是").unwrap();
        }
    };
    let rows = book(|sheet| {
        list(sheet);
        sheet.set_row_hidden(1).unwrap().set_row_hidden(2).unwrap();
    });
    assert!(notes(&rows).contains("第 2、3 行是隐藏的"), "{}", notes(&rows));
    let column = book(|sheet| {
        list(sheet);
        sheet.set_column_hidden(1).unwrap();
    });
    assert!(notes(&column).contains("B列“自主品牌”是隐藏的"), "{}", notes(&column));
    let mut hidden = Workbook::new();
    list(hidden.add_worksheet().set_name("旧数据").unwrap().set_hidden(true));
    list(hidden.add_worksheet().set_name("企业清单").unwrap().set_active(true));
    let bytes = hidden.save_to_buffer().unwrap();
    assert!(notes(&bytes).contains("旧数据：这张工作表是隐藏的"), "{}", notes(&bytes));
    assert!(!notes(&book(list)).contains("隐藏"));
}

#[test]
fn a_cell_that_decides_nothing_never_drops_the_firm() {
    for blank in ["暂无", "—", "-", "/", "N/A", "未取得", "待定", "无数据", "——", "暂缺", "不适用", "无"]
    {
        let firm = firm_of(&format!("企业全称,自主品牌,研发费用 2025年\n甲,是,{blank}\n"));
        assert!(firm.mistakes.is_empty(), "{blank}");
    }
    let told = notes("企业全称,自主品牌,研发费用 2025年\n甲,是,暂无\n乙,是,5\n丙,是,—\n".as_bytes());
    assert!(told.contains("C列“研发费用”第 2、4 行"), "{told}");
    // 划型 follows from industry and headcount: what the cell says decides nothing.
    let firm =
        firm_of("企业全称,企业划型,所属行业类别,从业人员 2025年,营业收入 2025年\n甲,小微企业,3911,60,8000\n");
    assert_eq!(firm.mistakes.len(), 1);
    let judged = judged_alone(firm);
    assert_eq!((judged.levels.len(), judged.notes.len()), (3, 1));
    // Without them it does.
    let judged = judged_alone(firm_of("企业全称,企业划型,自主品牌\n甲,小微企业,是\n"));
    assert_eq!((judged.levels.len(), judged.mistakes.len()), (0, 1));
}
