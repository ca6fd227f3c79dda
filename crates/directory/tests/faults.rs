//! Each mistake in a list is told by its place, and nothing is built.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails its test")]

mod support;

use rust_xlsxwriter::{Format, Workbook};
use std::{fs, path::PathBuf};
use support::{DESCRIPTION, list, told};

/// What is told of one list of CSV.
fn of_csv(text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    told(&[list(folder.path(), "a.csv", DESCRIPTION, text)])
}

/// What is told of one list with this description.
fn of_description(description: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    told(&[list(folder.path(), "a.csv", description, "序号,企业名称\n1,甲虚构有限公司\n")])
}

#[test]
fn mistakes_in_cells_are_told_by_cell() {
    for (text, expected) in [
        ("序号,企业名称\n1,甲\n序号,企业名称\n2,乙\n", "a.csv A3 又是一行表头"),
        ("企业名称,企业名称（盖章）,序号\n甲,甲,1\n", "a.csv B1 与 A1 是同一内容的两列"),
        ("序号,企业名称\n2,乙\n3,,\n注：共两家\n", "a.csv B3 没有企业名称"),
        (
            "企业名称,统一社会信用代码\n甲,91440101XXXX000112\n",
            "a.csv B2 “91440101XXXX000112”不是统一社会信用代码：校验位不符",
        ),
        ("企业名称,统一社会信用代码\n甲,9144\n", "a.csv B2 “9144”不是统一社会信用代码：应为 18 位"),
        ("企业名称,市\n甲,江户市\n", "a.csv B2 没有“江户市”这个地区"),
        ("企业名称,称号\n甲,瞪羚企业\n", "a.csv B2 不认识称号“瞪羚企业”"),
        ("企业名称,有效期\n甲,长期有效\n", "a.csv B2 看不出日期：“长期有效”"),
        ("企业名称,有效期至\n甲,2020-01-01\n", "a.csv B2 有效期的末日早于起日"),
        ("企业名称,认定日期\n甲,2024-01-01\n甲,2024-02-01\n", "a.csv A3 “甲”在 A2 已有一行，日期不同"),
        ("甲,乙\n丙,丁\n", "a.csv  没有找到表头"),
        ("序号,企业名称\n", "a.csv  表头下面没有企业"),
        ("", "a.csv  文件是空的"),
        ("%PDF-1.7\n", "a.csv  这是 PDF 文件"),
    ] {
        let told = of_csv(text);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert!(told[0].starts_with(expected), "{text}: {told:?}");
    }
}

#[test]
fn mistakes_in_descriptions_are_told_by_line() {
    let without = |line: &str| DESCRIPTION.replace(line, "");
    for (description, expected) in [
        (format!("{DESCRIPTION}colour = 1\n"), "a.toml 第 9 行 "),
        (DESCRIPTION.replace("2024-01-18", "2024年"), "a.toml 第 3 行 应为日期"),
        (DESCRIPTION.replace("recognised", "given"), "a.toml 第 4 行 "),
        (DESCRIPTION.replace("years = 3", "years = 0"), "a.toml years 应为 1 至 50 年"),
        (DESCRIPTION.replace("specialized_sme", "gazelle"), "a.csv  来源说明：没有认定事项“gazelle”"),
        (DESCRIPTION.replace("440100", "999999"), "a.csv  来源说明：“999999”不是现行的行政区划代码"),
        (without("title = \"甲名单（虚构）\"\n"), "a.toml 第 1 行 missing field `title`"),
        (without("scheme = \"specialized_sme\"\n"), "a.csv A2 没有称号"),
        (without("area = \"440100\"\n"), "a.csv A2 没有所在地区"),
    ] {
        let told = of_description(&description);
        assert!(told[0].starts_with(expected), "{description}: {told:?}");
    }
}

#[test]
fn one_name_of_several_places_must_be_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let description = DESCRIPTION.replace("area = \"440100\"\n", "");
    let file = list(folder.path(), "a.csv", &description, "企业名称,区县\n甲,鼓楼区\n");
    let told = told(&[file]);
    assert!(told[0].starts_with("a.csv B2 “鼓楼区”有几处：江苏省南京市鼓楼区"), "{told:?}");
}

#[test]
fn a_list_without_description_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.csv");
    fs::write(&file, "序号,企业名称\n1,甲\n").unwrap();
    assert!(told(&[file])[0].starts_with("a.csv  缺少来源说明"));
    assert!(told(&[folder.path().join("b.csv")])[0].contains("缺少来源说明"));
}

/// A workbook with headings in its second row.
fn workbook(
    folder: &std::path::Path,
    name: &str,
    fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet),
) -> PathBuf {
    let path = folder.join(name);
    fs::write(path.with_extension("toml"), DESCRIPTION).unwrap();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("名单").unwrap();
    sheet.write(0, 0, "某年名单").unwrap();
    for (column, heading) in ["序号", "企业名称", "区"].into_iter().enumerate() {
        sheet.write(1, column as u16, heading).unwrap();
    }
    fill(sheet);
    workbook.save(&path).unwrap();
    path
}

#[test]
fn merged_cells_beneath_the_headings_are_told_and_above_them_are_no_matter() {
    let folder = tempfile::tempdir().unwrap();
    let merged = workbook(folder.path(), "a.xlsx", |sheet| {
        sheet.write(2, 1, "甲").unwrap();
        sheet.write(3, 1, "乙").unwrap();
        sheet.merge_range(2, 2, 3, 2, "天河区", &Format::new()).unwrap();
    });
    assert!(told(&[merged])[0].starts_with("a.xlsx 名单!C3:C4 合并的单元格"));
    let fine = workbook(folder.path(), "b.xlsx", |sheet| {
        sheet.merge_range(0, 0, 0, 2, "某年名单", &Format::new()).unwrap();
        sheet.write(2, 1, "甲").unwrap();
        sheet.write(2, 2, "天河区").unwrap();
    });
    assert_eq!(support::built(&[fine]).unwrap().index.firms, 1);
}

#[test]
fn what_is_no_workbook_is_told_whatever_its_name() {
    let folder = tempfile::tempdir().unwrap();
    for (bytes, expected) in [
        (&b"%PDF-1.4 \x00\x01"[..], "这是 PDF 文件"),
        (b"PK\x03\x04broken", "工作簿已损坏"),
        (b"\xD0\xCF\x11\xE0\xA1", "这是旧版 .xls"),
        (b"\x89PNG\x00", "这不是表格"),
    ] {
        let path = folder.path().join("a.xlsx");
        fs::write(path.with_extension("toml"), DESCRIPTION).unwrap();
        fs::write(&path, bytes).unwrap();
        assert!(told(&[path])[0].contains(expected), "{expected}");
    }
}

#[test]
fn every_mistake_of_every_list_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let one = list(folder.path(), "a.csv", DESCRIPTION, "企业名称,市\n甲,江户市\n乙,大阪市\n");
    let two = list(folder.path(), "b.csv", DESCRIPTION, "甲,乙\n");
    assert_eq!(told(&[one, two]).len(), 3);
}
