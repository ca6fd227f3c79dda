//! Kinds of fault that lists of real people showed, each in many variants: names of codes, cells as programs show
//! them, files of other kinds, hidden things, and cells that decide nothing.

#![allow(clippy::unwrap_used, reason = "what cannot be read fails its test")]

mod support;

use rust_xlsxwriter::{Workbook, Worksheet};
use support::{
    RULEBOOK, book, dossier_of, firm_of, firms, mistakes_of, notes, once, repacked, revenue, workbook, yearly,
};
use zjtx_evaluator::Value;
use zjtx_spreadsheet::{Firm, Judge, JudgedFirm, Question};

/// 1200 万元 in millionths.
const AMOUNT: i64 = 1_200_000_000;

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
