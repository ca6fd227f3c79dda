//! What scripts rely on since version 0.1.0 (docs/versions.md): its command lines are taken, the files that it left are
//! read, exit codes and the keys of its JSON are still there.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use serde_json::Value;
use std::fs;
use support::{repository, zjtx};

/// Command lines as 0.1.0 took them, with the exit code that they had; `IN/` is what it left, `OUT/` a new folder.
const COMMANDS: &[(&str, i32)] = &[
    ("evaluate IN/firm.dossier.json", 0),
    ("evaluate --pack cn-specialized-sme-2022 --format json --lang en IN/firm.dossier.json", 0),
    ("evaluate --scheme little_giant --region 440000 IN/firm.dossier.json", 0),
    ("evaluate --scheme no_such_scheme IN/firm.dossier.json", 2),
    ("evaluate IN/no-such-file.json", 2),
    ("advise --format json IN/firm.dossier.json", 0),
    ("batch IN/list.csv -o OUT/result.csv", 2),
    (
        "batch IN/list.csv -o OUT/result.xlsx --format xlsx --scheme innovative_sme --region 440000 --routes",
        2,
    ),
    ("batch IN/list.csv --output OUT/result.jsonl --pack cn-little-giant-2026", 2),
    ("template OUT/template.xlsx --as-of 2026-05-01", 0),
    ("packs", 0),
    ("lint", 0),
    ("diff cn-specialized-sme-2022 cn-specialized-sme-2026 --lang en", 0),
    ("doc cn-specialized-sme-2022 --format html", 0),
    ("schema OUT/schema", 0),
];

/// Keys of an evaluation, by their place in it.
const KEYS: &[(&str, &[&str])] = &[
    ("", &["pack", "revision", "verdict", "score", "criteria", "declarations", "missing", "size_class"]),
    ("/score", &["min", "max", "pass_mark", "groups", "indicators"]),
    ("/score/groups/0", &["id", "title", "min", "max"]),
    ("/score/indicators/0", &["id", "min", "max", "full"]),
    ("/criteria/0", &["id", "truth", "waived"]),
];

#[test]
fn its_command_lines_are_taken_with_its_files_and_its_exit_codes() {
    let folder = tempfile::tempdir().unwrap();
    let (left, out) = (repository("tests/upgrade/0.1.0/"), format!("{}/", folder.path().display()));
    for (line, code) in COMMANDS {
        let line = line.replace("IN/", &left).replace("OUT/", &out);
        let run = zjtx(&line.split(' ').collect::<Vec<_>>());
        assert_eq!(run.code, *code, "zjtx {line}\n{}", run.err);
    }
    for written in ["result.csv", "result.xlsx", "result.jsonl", "template.xlsx", "schema"] {
        assert!(folder.path().join(written).exists(), "{written}");
    }
    // A row with a mistake makes the exit code 2, and the others are judged.
    let result = fs::read_to_string(folder.path().join("result.csv")).unwrap();
    assert!(result.contains("甲公司") && result.contains("暂不符合条件"), "{result}");
}

#[test]
fn the_keys_of_an_evaluation_are_still_there() {
    let dossier = repository("tests/upgrade/0.1.0/firm.dossier.json");
    let run = zjtx(&["evaluate", "--pack", "cn-specialized-sme-2022", "--format", "json", &dossier]);
    assert_eq!(run.code, 0, "{}", run.err);
    let outcome: Value = serde_json::from_str(&run.out).unwrap();
    for (place, keys) in KEYS {
        let found = outcome.pointer(place).unwrap_or_else(|| panic!("{place} in {outcome}"));
        for key in *keys {
            assert!(found.get(key).is_some(), "{place}/{key} in {found}");
        }
    }
}
