//! `zjtx batch` and `zjtx template`: lists in, results out, exit codes, and bad input named by cell.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use std::fs;
use support::{Run, zjtx, zjtx_reading};

const LIST: &str = "企业名称,研发费用2025,营业收入2025,境内登记、独立法人\n\
                    甲,50,8000,是\n乙,400,8000,是\n";

/// Judges a list from standard input as JSON lines.
fn judged(list: &[u8], more: &[&str]) -> Run {
    zjtx_reading(&[&["batch", "-", "-o", "-", "--as-of", "2026-05-01"], more].concat(), list)
}

fn lines(run: &Run) -> Vec<Value> {
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_list_is_judged_at_every_level_in_its_order() {
    let run = judged(LIST.as_bytes(), &[]);
    assert_eq!((run.code, run.err.as_str()), (0, "企业 2 家，需改正 0 处\n"));
    let lines = lines(&run);
    assert_eq!((&lines[0]["enterprise_name"], &lines[1]["enterprise_name"]), (&"甲".into(), &"乙".into()));
    let packs: Vec<&Value> =
        lines[0]["levels"].as_array().unwrap().iter().map(|level| &level["pack"]).collect();
    assert_eq!(packs, ["cn-innovative-sme-2022", "cn-specialized-sme-2026", "cn-little-giant-2026"]);
}

#[test]
fn verdicts_are_those_of_evaluate() {
    let list = judged(LIST.as_bytes(), &["--pack", "cn-specialized-sme-2026"]);
    let facts = r#"{"enterprise_name":"甲","rd_expense":{"2025":"50"},"operating_revenue":{"2025":"8000"},"legal_person":true}"#;
    let dossier =
        format!(r#"{{"schema":1,"as_of":"2026-05-01","application_kind":"first","facts":{facts}}}"#);
    let arguments = ["evaluate", "--pack", "cn-specialized-sme-2026", "--format", "json", "-"];
    let one: Value = serde_json::from_str(&zjtx_reading(&arguments, dossier.as_bytes()).out).unwrap();
    let level = &lines(&list)[0]["levels"][0];
    for field in ["pack", "revision", "verdict", "missing"] {
        assert_eq!(level[field], one[field], "{field}");
    }
}

#[test]
fn thousands_of_firms_stay_in_order() {
    let rows: String = (0..3000).map(|row| format!("企业{row},{row},8000,是\n")).collect();
    let list = format!("{}{rows}", LIST.lines().next().unwrap().to_owned() + "\n");
    let run = judged(list.as_bytes(), &["--scheme", "specialized_sme"]);
    for (row, line) in lines(&run).iter().enumerate() {
        assert_eq!(line["enterprise_name"], format!("企业{row}"));
        assert_eq!(line["place"], (row + 2).to_string());
    }
    assert_eq!(run.out.lines().count(), 3000);
}

#[test]
fn a_mistake_is_named_and_the_other_rows_are_judged() {
    let run = judged("企业名称,研发费用2025\n甲,约100\n乙,100\n".as_bytes(), &[]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("B2：研发费用 2025 年“约100”不是数字"), "{}", run.err);
    let lines = lines(&run);
    assert_eq!((lines.len(), lines[0]["levels"].as_array().unwrap().len()), (2, 0));
    assert_eq!(lines[1]["levels"].as_array().unwrap().len(), 3);
}

#[test]
fn the_template_can_be_filled_and_judged() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let run = zjtx(&["template", &path("template.xlsx"), "--as-of", "2026-05-01"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let run = zjtx(&["batch", &path("template.xlsx"), "-o", &path("result.xlsx"), "--as-of", "2026-05-01"]);
    assert_eq!((run.code, run.err.as_str()), (0, "企业 0 家，需改正 0 处\n"));
}

#[test]
fn the_result_may_be_a_workbook_csv_or_json() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (gb18030, _, _) = encoding_rs::GB18030.encode(LIST);
    fs::write(path("list.csv"), gb18030).unwrap();
    for name in ["result.xlsx", "result.csv", "result.jsonl"] {
        let run = zjtx(&["batch", &path("list.csv"), "-o", &path(name), "--as-of", "2026-05-01"]);
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    }
    let mut book: Xlsx<_> = calamine::open_workbook(path("result.xlsx")).unwrap();
    let results = book.worksheet_range("结果").unwrap();
    assert_eq!(
        (results.height(), results.get_value((1, 1)).map(Data::to_string)),
        (3, Some("甲".to_owned()))
    );
    assert_eq!(fs::read_to_string(path("result.csv")).unwrap().lines().count(), 3);
    assert_eq!(fs::read_to_string(path("result.jsonl")).unwrap().lines().count(), 2);
}

#[test]
fn a_workbook_may_come_on_standard_input() {
    let template = {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("template.xlsx");
        zjtx(&["template", path.to_str().unwrap()]);
        fs::read(path).unwrap()
    };
    let run = judged(&template, &["--format", "csv"]);
    assert_eq!((run.code, run.out.lines().count()), (0, 1), "{}", run.err);
}

#[test]
fn unusable_files_are_refused_and_leave_no_result() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("old.xlsx"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap();
    fs::write(path("notes.csv"), "今天\n天气\n").unwrap();
    fs::write(path("result.csv"), "kept").unwrap();
    for (input, words) in [("old.xlsx", "旧版 .xls"), ("notes.csv", "未找到表头"), ("none.xlsx", "读取失败")]
    {
        let run = zjtx(&["batch", &path(input), "-o", &path("result.csv")]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(&path(input)) && run.err.contains(words), "{}", run.err);
        assert!(!run.err.contains("os error") || input == "none.xlsx", "{}", run.err);
    }
    assert_eq!(fs::read_to_string(path("result.csv")).unwrap(), "kept");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn unknown_names_and_formats_are_told() {
    for (more, word) in [
        (["--pack", "cn-nothing"], "cn-nothing"),
        (["--scheme", "nothing"], "nothing"),
        (["--as-of", "someday"], "someday"),
        (["--output", "result.doc"], "result.doc"),
    ] {
        let output: &[&str] = if more[0] == "--output" { &[] } else { &["-o", "-"] };
        let run = zjtx_reading(&[&["batch", "-"], output, &more].concat(), LIST.as_bytes());
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(word), "{}", run.err);
    }
}
