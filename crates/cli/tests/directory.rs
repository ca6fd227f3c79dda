//! `zjtx directory build`, `check` and `diff`.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use std::fs;
use support::{repository, zjtx};

fn lists(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| repository(&format!("crates/directory/tests/lists/{name}"))).collect()
}

fn build(names: &[&str], out: &str) -> support::Run {
    let lists = lists(names);
    let mut arguments = vec!["directory", "build"];
    arguments.extend(lists.iter().map(String::as_str));
    arguments.extend(["-o", out]);
    zjtx(&arguments)
}

#[test]
fn lists_become_a_directory_that_can_be_checked_and_compared() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (before, now) = (path("before"), path("now"));
    let three = ["little-giants-2023.xlsx", "specialized-2024.csv", "innovative-2024.xlsx"];
    let run = build(&three, &before);
    assert!(run.code == 0 && run.out.starts_with("60 家企业，3 份名单，1 个分片"), "{}{}", run.out, run.err);
    assert_eq!(build(&[&three[..], &["revoked-2025.csv"]].concat(), &now).code, 0);
    let check = zjtx(&["directory", "check", &now]);
    assert!(check.code == 0 && check.out.contains("2025-09-30 取消专精特新中小企业称号"), "{}", check.out);
    let diff = zjtx(&["directory", "diff", &before, &now]);
    assert!(diff.out.contains("  + 撤销 专精特新中小企业 2025-09-30"), "{}", diff.out);
    assert!(diff.out.ends_with("不同 3 家\n"), "{}", diff.out);
}

#[test]
fn nothing_is_built_from_a_list_with_mistakes() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("a.csv");
    fs::write(&list, "序号,企业名称\n1,甲\n").unwrap();
    let out = folder.path().join("out");
    let run = zjtx(&["directory", "build", list.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("a.csv：缺少来源说明") && run.err.contains("没有生成名录"), "{}", run.err);
    assert!(!out.exists());
    assert_eq!(zjtx(&["directory", "check", out.to_str().unwrap()]).code, 2);
}
