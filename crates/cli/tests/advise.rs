//! `zjtx advise`: exit codes, JSON and words.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use serde_json::{Value, json};
use support::{dossier, repository, zjtx, zjtx_reading};

/// The dossier of a golden case with less R&D expense than is asked for.
fn short_of_research() -> String {
    let text = std::fs::read_to_string(repository("tests/golden/specialized-2022/Z22-01.json")).unwrap();
    let mut dossier = serde_json::from_str::<Value>(&text).unwrap()["dossier"].clone();
    dossier["facts"]["rd_expense"]["2022"] = "140".into();
    dossier.to_string()
}

fn advised(format: &str) -> support::Run {
    let arguments = ["advise", "--pack", "cn-specialized-sme-2022", "--format", format, "-"];
    zjtx_reading(&arguments, short_of_research().as_bytes())
}

#[test]
fn json_has_the_shape_of_the_specification() {
    let run = advised("json");
    let advice: Value = serde_json::from_str(&run.out).unwrap();
    let keys = |object: &Value| object.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(keys(&advice), "find_out gaps pack revision routes slack unanswered verdict waiting");
    assert_eq!(keys(&advice["gaps"][0]), "criterion effort needed routes truth waiting");
    let route = &advice["routes"][0];
    assert_eq!(keys(route), "application_year assumed changes effort in_force pack side_effects");
    assert_eq!(keys(&route["changes"][0]), "by effort fact from held lever to year");
    assert_eq!(keys(&advice["slack"][0]), "by criterion fact from rising to year");
    assert_eq!((&route["changes"][0]["from"], &route["changes"][0]["to"]), (&"140".into(), &"300".into()));
}

#[test]
fn words_name_the_application_the_year_of_the_figure_and_what_the_closed_year_holds() {
    let out = advised("text").out;
    let gap = "2024 年申报：2023 年研发费用至少 150 万元（2022 年已有 140 万元）";
    assert!(out.contains(gap), "{out}");
    for words in
        ["差距", "培育路径", "达标富余", "已结束年度的数据不能更改", "仅供自测参考，不作为评审依据。"]
    {
        assert!(out.contains(words), "{words} in {out}");
    }
    for words in ["调整", "修改", "认定通过", "虚"] {
        assert!(!out.contains(words), "{words} in {out}");
    }
}

#[test]
fn a_firm_of_whom_nothing_is_known_is_told_what_to_find_out() {
    let input = dossier(&json!({}));
    let run =
        zjtx_reading(&["advise", "--scheme", "little_giant", "--format", "json", "-"], input.as_bytes());
    let advice: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&advice["pack"], &advice["routes"]), (&json!("cn-little-giant-2021"), &json!([])));
    assert!(!advice["find_out"].as_array().unwrap().is_empty());
}

#[test]
fn bad_input_exits_with_2() {
    let broken = zjtx_reading(&["advise", "-"], b"{");
    let absent = zjtx(&["advise", "no-such-file.dossier.json"]);
    for (run, file) in [(broken, "-:"), (absent, "no-such-file.dossier.json")] {
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(file), "{}", run.err);
    }
}
