//! `zjtx packs`, `lint`, `diff`, `doc` and `schema`.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use serde_json::Value;
use std::{fs, path::Path, process::Stdio};
use support::{dossier, repository, zjtx, zjtx_reading};

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, target) = (entry.as_ref().unwrap().path(), to.join(entry.as_ref().unwrap().file_name()));
        if path.is_dir() {
            copied(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The base of tests/bad-packs with a pack's text replaced.
fn broken(old: &str, new: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copied(Path::new(&repository("tests/bad-packs/base")), folder.path());
    let pack = folder.path().join("packs/first.json");
    let text = fs::read_to_string(&pack).unwrap();
    assert!(text.contains(old));
    fs::write(&pack, text.replace(old, new)).unwrap();
    folder
}

#[test]
fn packs_are_listed_with_their_days() {
    let run = zjtx(&["packs"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("gd-specialized-sme-2024\tspecialized_sme\t440000\t"), "{}", run.out);
    assert!(run.out.contains("\t2024-07-17 至 2026-03-31（新申请、复核）"), "{}", run.out);
}

#[test]
fn the_embedded_rules_and_the_repositorys_are_good() {
    for arguments in [vec!["lint"], vec!["lint", &repository("rules")]] {
        let run = zjtx(&arguments);
        assert_eq!((run.code, run.out.as_str(), run.err.trim()), (0, "", "错误 0 项，提醒 0 项"));
    }
}

#[test]
fn lint_names_code_file_and_place() {
    let folder = broken("\"1000万元\"", "\"1000\"");
    let path = folder.path().to_str().unwrap();
    let text = zjtx(&["lint", path]);
    assert_eq!(text.code, 2);
    assert!(text.out.starts_with("E04 packs/first.json#/gates/0/test/compare/at_least "), "{}", text.out);
    let json: Value = serde_json::from_str(&zjtx(&["lint", "--format", "json", path]).out).unwrap();
    assert_eq!(json["code"], "E04");
    assert_eq!(json["severity"], "error");
    assert_eq!(json["file"], "packs/first.json");
    assert_eq!(json["pointer"], "/gates/0/test/compare/at_least");
    assert!(json["message"].as_str().unwrap().contains("1000"));
}

#[test]
fn warnings_do_not_fail() {
    let folder = broken("2023-12-31", "2023-11-30");
    let run = zjtx(&["lint", folder.path().to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.starts_with("W03 packs/second.json#/in_force/0 "), "{}", run.out);
}

#[test]
fn golden_cases_show_what_they_do_not_try() {
    let run = zjtx(&["lint", "--golden", &repository("tests/golden")]);
    assert!(run.code == 0 && run.out.is_empty(), "every threshold is tried: {}", run.out);
    let run = zjtx(&["lint", "--golden", &repository("tests/golden/tech-2017")]);
    assert_eq!(run.code, 0);
    assert!(run.out.lines().count() > 100 && run.out.lines().all(|line| line.starts_with("W02 ")));
    assert!(!run.out.contains("cn-tech-sme-2017"), "{}", run.out);
}

#[test]
fn bad_golden_folders_are_refused() {
    let golden = tempfile::tempdir().unwrap();
    fs::write(golden.path().join("bad.json"), r#"{"dossier":{"schema":1}}"#).unwrap();
    let run = zjtx(&["lint", "--golden", golden.path().to_str().unwrap()]);
    assert!(run.code == 2 && run.err.contains("bad.json"), "{}", run.err);
    fs::remove_file(golden.path().join("bad.json")).unwrap();
    let left = r#"[{"pack":"cn-tech-sme-2017","pointer":"/gates/9","reason":"-"}]"#;
    fs::write(golden.path().join("left-to-boundaries.json"), left).unwrap();
    let run = zjtx(&["lint", "--golden", golden.path().to_str().unwrap()]);
    assert!(run.code == 2 && run.err.contains("/gates/9"), "{}", run.err);
}

#[test]
fn nothing_is_evaluated_with_rules_that_fail_the_check() {
    let folder = broken("\"holds\": \"legal_person\"", "\"holds\": \"legal_persons\"");
    let arguments = ["evaluate", "--rules", folder.path().to_str().unwrap(), "--pack", "second", "-"];
    let run = zjtx_reading(&arguments, dossier(&serde_json::json!({})).as_bytes());
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("E02 packs/first.json#/gates/1/test/holds"), "{}", run.err);
}

#[test]
fn a_folder_without_rules_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let run = zjtx(&["lint", folder.path().to_str().unwrap()]);
    assert!(run.code == 2 && run.err.contains(folder.path().to_str().unwrap()), "{}", run.err);
}

#[test]
fn two_packs_are_told_apart_by_id_or_by_file() {
    let run = zjtx(&["diff", "cn-specialized-sme-2022", "cn-specialized-sme-2026"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("\n    上年度营业收入 不低于 1000万元 → 不低于 1500万元\n"), "{}", run.out);
    let folder = broken("\"1000万元\"", "\"1200万元\"");
    let file = folder.path().join("packs/first.json");
    let (base, file) = (repository("tests/bad-packs/base"), file.to_str().unwrap());
    let run = zjtx(&["diff", "--rules", &base, "first", file]);
    assert_eq!(run.out, "修改条件 G1 营业收入\n    上年度营业收入 不低于 1000万元 → 不低于 1200万元\n");
    assert_eq!(zjtx(&["diff", "--rules", &base, "first", "first"]).out, "没有差别\n");
}

#[test]
fn a_diff_with_a_bad_or_unknown_pack_is_refused() {
    let folder = broken("\"1000万元\"", "\"1000\"");
    let (base, file) = (repository("tests/bad-packs/base"), folder.path().join("packs/first.json"));
    let run = zjtx(&["diff", "--rules", &base, "first", file.to_str().unwrap()]);
    assert!(run.code == 2 && run.err.contains("E04 packs/first.json"), "{}", run.err);
    let run = zjtx(&["diff", "cn-specialized-sme-2022", "cn-nothing"]);
    assert!(run.code == 2 && run.err.contains("cn-nothing"), "{}", run.err);
}

#[test]
fn a_pack_is_written_as_markdown_and_as_a_page() {
    let markdown = zjtx(&["doc", "cn-specialized-sme-2026"]);
    assert_eq!(markdown.code, 0);
    assert!(markdown.out.starts_with("# 专精特新中小企业（2026年标准）\n"), "{}", markdown.out);
    assert!(markdown.out.contains("\n- 上年末负债总额占资产总额比重 不超过 80%\n"), "{}", markdown.out);
    let page = zjtx(&["doc", "cn-specialized-sme-2026", "--format", "html", "--lang", "en"]).out;
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(page.contains("<h4 id=\"S5\">"), "{page}");
    assert!(markdown.out.contains("\n<a id=\"S5\"></a>\n\n### S5 "), "{}", markdown.out);
    assert!(markdown.out.contains("\n## 与上一版对比\n"), "{}", markdown.out);
    assert!(page.contains("<h3>Differences from the version before</h3>"), "{page}");
    assert!(!page.contains("<script"));
    let every = zjtx(&["doc", "--format", "html"]).out;
    assert!(every.contains("<h4 id=\"cn-specialized-sme-2026.S5\">"), "one page, several packs");
    assert_eq!(
        every.matches("<section id=").count(),
        zjtx(&["packs"]).out.lines().filter(|l| !l.starts_with('\t')).count()
    );
    assert_eq!(zjtx(&["doc", "cn-nothing"]).code, 2);
}

#[test]
fn schemas_are_written_where_asked() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("schema");
    assert_eq!(zjtx(&["schema", target.to_str().unwrap()]).code, 0);
    let pack = fs::read_to_string(target.join("pack.json")).unwrap();
    assert_eq!(pack, fs::read_to_string(repository("rules/schema/pack.json")).unwrap());
}

#[test]
fn a_reader_who_stops_early_is_no_error() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_zjtx"));
    command.args(["doc", "--format", "html"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn lint_reads_the_table_of_places() {
    let folder = broken("\"1000万元\"", "\"1000万元\"");
    let table = folder.path().join("tables/places.json");
    let text = fs::read_to_string(repository("rules/tables/places.json")).unwrap();
    fs::write(&table, text.replace("\"code\": \"440106\"", "\"code\": \"440105\"")).unwrap();
    let run = zjtx(&["lint", folder.path().to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.out.contains("E06 tables/places.json#/places/"), "{}", run.out);
}
