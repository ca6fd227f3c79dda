//! A province that is added to a folder of rules from fixtures alone is known to every command.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use conformance::province::{FIRM, PACK, SCHEME, write};
use serde_json::Value;
use support::{Run, zjtx_reading};
use tempfile::TempDir;

/// Runs a command with the rules of a folder that has the province.
fn run(rules: &TempDir, arguments: &[&str], input: &str) -> String {
    let folder = rules.path().to_str().unwrap();
    let Run { code, out, err } = zjtx_reading(&[arguments, &["--rules", folder]].concat(), input.as_bytes());
    assert_eq!(code, 0, "{arguments:?}: {err}");
    out
}

fn rules() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path());
    folder
}

#[test]
fn the_rules_pass_the_check_and_list_the_pack() {
    let rules = rules();
    let linted = zjtx_reading(&["lint", rules.path().to_str().unwrap()], b"");
    assert_eq!(linted.code, 0, "{}{}", linted.out, linted.err);
    assert!(run(&rules, &["packs"], "").contains(PACK));
}

#[test]
fn a_firm_of_the_province_is_judged_by_its_pack() {
    let arguments = ["evaluate", "--scheme", SCHEME, "--format", "json", "-"];
    let told: Value = serde_json::from_str(&run(&rules(), &arguments, FIRM)).unwrap();
    assert_eq!((&told["pack"], &told["verdict"]), (&PACK.into(), &"met".into()));
}

#[test]
fn a_list_is_judged_and_its_template_asks_for_the_provinces_fact() {
    let rules = rules();
    let list = "企业名称,浙江省内登记,营业收入2029\n甲,是,3000\n乙,是,2999\n";
    let arguments = ["batch", "-", "-o", "-", "--as-of", "2030-05-01", "--scheme", SCHEME];
    let told = run(&rules, &arguments, list);
    let verdicts: Vec<Value> = told
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["levels"][0]["verdict"].clone())
        .collect();
    assert_eq!(verdicts, ["met", "unmet"]);
    let template = rules.path().join("template.xlsx");
    run(&rules, &["template", template.to_str().unwrap(), "--as-of", "2030-05-01"], "");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&template).unwrap();
    let sheets = calamine::Reader::worksheets(&mut book);
    let mut cells = sheets.iter().flat_map(|(_, range)| range.used_cells());
    assert!(cells.any(|(_, _, cell)| *cell == "浙江省内登记"));
}

#[test]
fn the_document_of_the_pack_is_written() {
    let told = run(&rules(), &["doc", PACK], "");
    assert!(told.contains("省级之星（虚构）") && told.contains("营业收入3000万元以上"), "{told}");
}
