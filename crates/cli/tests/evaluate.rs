//! `zjtx evaluate`: exit codes, the contract's JSON, and bad input named by file and place.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use serde_json::{Value, json};
use support::{Run, dossier, repository, zjtx, zjtx_reading};

/// The dossier of a golden case.
fn golden(case: &str) -> String {
    let text = std::fs::read_to_string(repository(&format!("tests/golden/{case}.json"))).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["dossier"].to_string()
}

fn evaluated(input: &str) -> Run {
    zjtx_reading(&["evaluate", "--pack", "cn-little-giant-2021", "--format", "json", "-"], input.as_bytes())
}

/// Evaluation fails with exit code 2, nothing on standard output and a sentence that has the words.
fn refused(input: &str, words: &[&str]) {
    let run = evaluated(input);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "{input}: {}", run.err);
    for word in words {
        assert!(run.err.contains(word), "{word} in {}", run.err);
    }
    for inside in ["panicked", "serde", "Error", "::"] {
        assert!(!run.err.contains(inside), "{}", run.err);
    }
}

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_verdict_exits_with_0() {
    for (case, verdict) in [("national-2021/N21-01", "met"), ("national-2021/N21-03", "unmet")] {
        let run = evaluated(&golden(case));
        let outcome: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!((run.code, outcome["verdict"].as_str()), (0, Some(verdict)), "{case}");
    }
    let open: Value = serde_json::from_str(&evaluated(&dossier(&json!({}))).out).unwrap();
    assert_eq!(open["verdict"], "undetermined");
}

#[test]
fn json_has_the_shape_of_the_contract() {
    let input = golden("specialized-2022/Z22-01");
    let run = zjtx_reading(
        &["evaluate", "--pack", "cn-specialized-sme-2022", "--format", "json", "-"],
        input.as_bytes(),
    );
    let outcome: Value = serde_json::from_str(&run.out).unwrap();
    let fields =
        ["criteria", "declarations", "missing", "pack", "revision", "score", "size_class", "verdict"];
    assert_eq!(keys(&outcome), fields);
    assert_eq!(keys(&outcome["score"]), ["groups", "indicators", "max", "min", "pass_mark"]);
    assert_eq!(keys(&outcome["score"]["indicators"][0]), ["full", "id", "max", "min"]);
    assert_eq!(keys(&outcome["score"]["groups"][0]), ["id", "max", "min", "title"]);
    assert_eq!(keys(&outcome["criteria"][0]), ["id", "truth", "waived"]);
    assert_eq!(
        (&outcome["pack"], &outcome["score"]["pass_mark"]),
        (&json!("cn-specialized-sme-2022"), &json!("60"))
    );
    assert!(
        ["large", "medium", "small", "micro", "undetermined"]
            .contains(&outcome["size_class"].as_str().unwrap())
    );
    assert_eq!(run.out.lines().count(), 1);
}

#[test]
fn packs_without_a_sheet_have_no_score() {
    let outcome: Value = serde_json::from_str(&evaluated(&golden("national-2021/N21-01")).out).unwrap();
    assert_eq!(outcome["score"], Value::Null);
}

#[test]
fn several_files_give_one_object_each_and_one_bad_file_does_not_hide_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("good.json"), golden("national-2021/N21-01")).unwrap();
    std::fs::write(path("bad.json"), dossier(&json!({ "headcount": { "2020": "-3" } }))).unwrap();
    let (good, bad) = (path("good.json"), path("bad.json"));
    let run = zjtx(&["evaluate", "--scheme", "little_giant", "--format", "json", &bad, &good]);
    assert_eq!((run.code, run.out.lines().count()), (2, 1));
    assert_eq!(run.err.trim(), format!("{bad}: /facts/headcount/2020：不能是负数"));
}

#[test]
fn text_is_chinese_unless_english_is_asked_for() {
    let input = golden("national-2021/N21-01");
    let text = |lang: &str| {
        let arguments = ["evaluate", "--pack", "cn-little-giant-2021", "--lang", lang, "-"];
        zjtx_reading(&arguments, input.as_bytes()).out
    };
    assert!(text("zh").contains("最终判断结果（按目前填写）：符合条件"));
    assert!(text("en").contains("Conditions met"));
}

#[test]
fn the_pack_follows_scheme_region_date_and_kind() {
    let pack = |arguments: &[&str]| {
        let all = [&["evaluate", "--format", "json"], arguments, &["-"]].concat();
        let run = zjtx_reading(&all, dossier(&json!({})).as_bytes());
        serde_json::from_str::<Value>(&run.out).map(|outcome| outcome["pack"].clone()).map_err(|_| run.err)
    };
    assert_eq!(pack(&["--region", "440106"]), Ok(json!("gd-specialized-sme-2021")));
    assert_eq!(pack(&["--scheme", "little_giant"]), Ok(json!("cn-little-giant-2021")));
    let none = pack(&["--region", "330000"]).unwrap_err();
    assert!(
        none.contains("没有适用的规则包") && none.contains("330000") && none.contains("2021-05-01"),
        "{none}"
    );
}

#[test]
fn unknown_names_of_packs_and_schemes_are_told() {
    let file = "-";
    for (option, name) in [("--pack", "cn-nothing"), ("--scheme", "nothing")] {
        let run = zjtx_reading(&["evaluate", option, name, file], dossier(&json!({})).as_bytes());
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(name), "{}", run.err);
    }
}

#[test]
fn what_is_not_a_dossier_is_refused_with_its_place() {
    refused("", &["-", "第 1 行"]);
    refused("不是 JSON", &["第 1 行第 1 列"]);
    refused("{}", &["/schema"]);
    refused(r#"{"schema":9}"#, &["/schema"]);
    refused(&"[".repeat(10_000), &["第 1 行"]);
    refused(&"x".repeat(2_000_000), &["1 MB"]);
    refused(&dossier(&json!({})).replace("facts", "fakts"), &["/fakts"]);
}

#[test]
fn impossible_facts_are_refused_by_name() {
    for (facts, words) in [
        (json!({ "nothing": "1" }), ["/facts/nothing", "没有这个数据项"]),
        (json!({ "legal_person": "8" }), ["/facts/legal_person", "类型"]),
        (json!({ "headcount": { "2020": "-3" } }), ["/facts/headcount/2020", "负数"]),
        (json!({ "headcount": { "2020": "2.5" } }), ["/facts/headcount/2020", "整"]),
        (json!({ "operating_revenue": "100" }), ["/facts/operating_revenue", "年"]),
        (
            json!({ "operating_revenue": { "2020": format!("1{}", "0".repeat(30)) } }),
            ["/facts/operating_revenue/2020", "太大"],
        ),
        (json!({ "operating_revenue": { "2020": "1e30" } }), ["/facts/operating_revenue/2020", "不是数字"]),
        (json!({ "operating_revenue": { "2020": "NaN" } }), ["/facts/operating_revenue/2020", "不是数字"]),
        (json!({ "key_fields": ["nothing"] }), ["/facts/key_fields", "不是可选的答案"]),
        // A list holds its answers one by one; only in a text are they told apart by commas.
        (json!({ "quality_items": ["qms_certified,own_brand"] }), ["/facts/quality_items", "不是可选的答案"]),
        (json!({ "quality_items": ["none"] }), ["/facts/quality_items", "不是可选的答案"]),
        (json!({ "quality_items": [""] }), ["/facts/quality_items", "不是可选的答案"]),
        (json!({ "quality_items": ["qms_certified\nown_brand"] }), ["/facts/quality_items", "类型"]),
    ] {
        refused(&dossier(&facts), &words);
    }
    let bare = dossier(&json!({ "operating_revenue": { "2020": "0" } })).replace("\"0\"", "NaN");
    refused(&bare, &["第 1 行"]);
    let huge = dossier(&json!({ "operating_revenue": { "2020": "0" } })).replace("\"0\"", "1e30");
    refused(&huge, &["/facts/operating_revenue/2020"]);
}

#[test]
fn full_width_digits_and_chinese_units_are_understood() {
    let with = |revenue: &str| {
        let mut json: Value = serde_json::from_str(&golden("national-2021/N21-01")).unwrap();
        json["facts"]["operating_revenue"]["2020"] = revenue.into();
        let run = evaluated(&json.to_string());
        assert_eq!(run.code, 0, "{revenue}: {}", run.err);
        run.out
    };
    let plain = with("12000");
    for same in ["１２０００", "1.2亿", "１．２亿元", "12000万元", "120000000元", "12,000"] {
        assert_eq!(with(same), plain, "{same}");
    }
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let (missing, binary) = (folder.path().join("missing.json"), folder.path().join("binary.json"));
    std::fs::write(&binary, [0xff, 0xfe, 0x00]).unwrap();
    for (path, words) in [(missing, "打不开文件"), (binary, "不是 UTF-8 文本")] {
        let run = zjtx(&["evaluate", path.to_str().unwrap()]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains(path.to_str().unwrap()) && run.err.contains(words), "{}", run.err);
    }
}
