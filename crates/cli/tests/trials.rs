//! `zjtx batch --compare-to` and `zjtx simulate`: the same list under two standards, and what is refused.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use calamine::{Data, Reader, Xlsx};
use std::{collections::BTreeMap, fs, path::Path};
use support::{Run, zjtx, zjtx_reading};
use tempfile::TempDir;

/// Four firms that differ in revenue, and one with a mistake.
const LIST: &str = "企业名称,研发费用2025,营业收入2025,境内登记、独立法人,所在区,平台评价得分2026\n\
    甲,50,1400,是,440103,50\n乙,400,1600,是,440103,55\n丙,400,2500,是,440103,45\n丁,400,8000,是,440104,60\n戊,约,1,是,440104,60\n";

fn folder() -> (TempDir, impl Fn(&str) -> String) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_owned();
    fs::write(root.join("list.csv"), LIST).unwrap();
    (folder, move |name: &str| root.join(name).to_str().unwrap().to_owned())
}

/// The rows of a sheet as text.
fn sheet(path: &str, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = calamine::open_workbook(Path::new(path)).unwrap();
    let range = book.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

/// The verdicts of a list under one standard, by name of the firm.
fn verdicts(more: &[&str]) -> BTreeMap<String, String> {
    let run =
        zjtx_reading(&[&["batch", "-", "-o", "-", "--format", "jsonl"], more].concat(), LIST.as_bytes());
    let lines = run.out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let told = |line: serde_json::Value| {
        let verdict = line["levels"][0]["verdict"].as_str().unwrap_or_default().to_owned();
        (line["enterprise_name"].as_str().unwrap().to_owned(), verdict)
    };
    lines.map(told).collect()
}

const WORDS: [(&str, &str); 4] =
    [("符合条件", "met"), ("暂不符合条件", "unmet"), ("尚不能判断", "undetermined"), ("", "")];

fn word(zh: &str) -> &'static str {
    WORDS.iter().find(|(known, _)| *known == zh).unwrap_or_else(|| panic!("{zh}")).1
}

#[test]
fn a_comparison_has_both_verdicts_of_every_firm() {
    let (_folder, path) = folder();
    let arguments = ["batch", &path("list.csv"), "-o", &path("out.xlsx"), "--scheme", "specialized_sme"];
    let run = zjtx(&[&arguments[..], &["--as-of", "2026-05-01", "--compare-to", "2026-03-01"]].concat());
    assert_eq!(run.code, 2, "a row has a mistake: {}", run.err);
    assert!(run.err.ends_with("企业 5 家，需改正 1 处\n"), "{}", run.err);
    let rows = sheet(&path("out.xlsx"), "企业");
    let (before, after) = (
        verdicts(&["--scheme", "specialized_sme", "--as-of", "2026-05-01"]),
        verdicts(&["--scheme", "specialized_sme", "--as-of", "2026-03-01"]),
    );
    let firms: Vec<&Vec<String>> = rows.iter().skip_while(|row| row[0] != "位置").skip(1).collect();
    assert_eq!(firms.len(), 5);
    for firm in firms {
        let found = (word(&firm[5]), word(&firm[9]));
        assert_eq!(found, (before[&firm[1]].as_str(), after[&firm[1]].as_str()), "{firm:?}");
    }
    let matrix = sheet(&path("out.xlsx"), "对照");
    assert!(matrix.iter().any(|row| row[0].contains("不足 5 家")), "{matrix:?}");
    assert!(matrix.iter().any(|row| row[0] == "2026-05-01 新申请 ↓  2026-03-01 新申请 →"), "{matrix:?}");
    let moved: u32 = matrix
        .iter()
        .filter(|row| WORDS.iter().any(|(zh, _)| !zh.is_empty() && row[0] == *zh))
        .flat_map(|row| row[1..].iter().filter_map(|cell| cell.parse::<u32>().ok()))
        .sum();
    assert_eq!(moved, 4, "every judged firm stands in one cell");
}

#[test]
fn a_comparison_is_with_a_kind_or_a_pack_too() {
    let (_folder, path) = folder();
    let list = ["batch", &path("list.csv"), "-o", &path("out.xlsx"), "--as-of", "2026-05-01"];
    let run = zjtx(&[&list[..], &["--scheme", "little_giant", "--compare-kind", "renewal"]].concat());
    assert!(run.out.starts_with("2026-05-01 新申请 → 2026-05-01 复核\n"), "{} {}", run.out, run.err);
    let packs = ["--pack", "cn-specialized-sme-2026", "--compare-pack", "cn-specialized-sme-2022"];
    let run = zjtx(&[&list[..], &packs].concat());
    assert!(run.out.contains("→ 2026-05-01 新申请 cn-specialized-sme-2022"), "{} {}", run.out, run.err);
    let run = zjtx(&[&list[..], &["--compare-pack", "cn-specialized-sme-2022"]].concat());
    assert!(run.code == 2 && run.err.contains("一个认定事项"), "{}", run.err);
    let run = zjtx(&["batch", &path("list.csv"), "-o", &path("out.csv"), "--compare-to", "2026-03-01"]);
    assert!(run.code == 2 && run.err.contains(".xlsx"), "{}", run.err);
}

fn simulate(path: &impl Fn(&str) -> String, more: &[&str]) -> Run {
    let list = path("list.csv");
    let own = ["simulate", &list, "--pack", "cn-specialized-sme-2026", "--as-of", "2026-05-01"];
    zjtx(&[&own[..], more].concat())
}

#[test]
fn a_moved_figure_changes_the_verdicts_that_hang_on_it() {
    let (_folder, path) = folder();
    let set = ["--set", "S6=40万元"];
    let run = simulate(&path, &[&set[..], &["-o", &path("out.xlsx")]].concat());
    assert!(run.out.starts_with("试算，不是现行标准\n改动：S6 "), "{} {}", run.out, run.err);
    for name in ["企业", "对照", "按地区", "按条件"] {
        let rows = sheet(&path("out.xlsx"), name);
        assert_eq!(rows[0][0], "试算，不是现行标准", "{name}");
        assert!(rows[1][0].ends_with("改为 40万元"), "{name}: {rows:?}");
    }
    let rows = sheet(&path("out.xlsx"), "企业");
    let firm = rows.iter().find(|row| row[1] == "甲").unwrap();
    assert_eq!(firm[3], "暂不符合条件 → 尚不能判断");
    assert!(firm[4].starts_with("S6 ") && firm[7] == firm[4] && firm[11].is_empty(), "{firm:?}");
    assert!(run.out.contains("不足 5 家"), "{}", run.out);
}

#[test]
fn a_sweep_tells_the_counts_at_every_value() {
    let (_folder, path) = folder();
    let run = simulate(
        &path,
        &["--sweep", "S3/operating_revenue=1300万元..1500万元/100万元", "-o", &path("out.xlsx")],
    );
    let rows = sheet(&path("out.xlsx"), "曲线");
    assert_eq!(rows[0][0], "试算，不是现行标准");
    let values: Vec<&str> =
        rows.iter().map(|row| row[0].as_str()).filter(|cell| cell.ends_with("万元")).collect();
    assert!(values.ends_with(&["1300万元", "1400万元", "1500万元"]), "{values:?}");
    for value in ["1300万元", "1400万元", "1500万元"] {
        let set = format!("S3/operating_revenue={value}");
        let told = simulate(&path, &["--set", &set, "-o", &path("one.xlsx")]);
        assert!(told.code == 2, "{}", told.err);
        let matrix = sheet(&path("one.xlsx"), "对照");
        let unmet: u32 = matrix
            .iter()
            .filter(|row| WORDS.iter().any(|(zh, _)| !zh.is_empty() && row[0] == *zh))
            .filter_map(|row| row[2].parse::<u32>().ok())
            .sum();
        let point = rows.iter().find(|row| row[0] == value).unwrap();
        assert_eq!(point[2].parse::<u32>().unwrap(), unmet, "{value}: {point:?} {matrix:?}");
    }
    assert!(run.out.contains("    1400万元  符合条件 "), "{}", run.out);
}

#[test]
fn figures_are_listed_by_the_names_that_pick_them() {
    let run = zjtx(&["simulate", "--pack", "cn-specialized-sme-2022", "--figures"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.out.lines().any(|line| line.starts_with("pass_mark  60分  合格线 不低于 60分")),
        "{}",
        run.out
    );
    assert!(run.out.lines().count() > 60, "{}", run.out);
}

#[test]
fn what_cannot_be_moved_is_refused_with_its_reason() {
    let (_folder, path) = folder();
    for (more, word) in [
        (["--set", "S3=2000万元"], "不止一处"),
        (["--set", "S99=3%"], "没有叫“S99”的数值"),
        (["--set", "S10=40%"], "单位与“S10”不同，现行为 50分"),
        (["--set", "S10=许多"], "不是带单位的数"),
        (["--set", "S10"], "应写成 名称=数值"),
        (["--set", "S10=1001分"], "不是带单位的数"),
        (["--sweep", "S10=60分..40分/1分"], "应从小到大"),
        (["--sweep", "S10=40分..60分"], "应写成 名称=起..止/步长"),
        (["--sweep", "S10=0分..60分/0.001分"], "不超过 1000 个"),
    ] {
        let run = simulate(&path, &more);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{more:?}");
        assert!(run.err.contains(word), "{more:?}: {}", run.err);
    }
    let list = path("list.csv");
    let set = ["simulate", &list, "--pack", "cn-specialized-sme-2022", "--set", "1/at_least/60%=90%"];
    let run = zjtx(&set);
    assert!(run.code == 2 && run.err.starts_with("这样改动，规则通不过检查："), "{}", run.err);
    let run = zjtx(&["simulate", "--pack", "cn-specialized-sme-2026"]);
    assert_eq!(run.code, 2);
}
