//! The report: one list of fields and one length, whatever it says.

use serde_json::Value;
use std::{
    env, fs,
    path::{Path, PathBuf},
};
use zjtx_wire::{
    District, Level, PackCode, Period, REPORT_LENGTH, Report, ReportDoc, ReportError, ReportId, Verdict,
};

fn every_report() -> impl Iterator<Item = Report> {
    let period = Period::new(2026, 47).expect("a week");
    let cells = PackCode::ALL.into_iter().flat_map(|pack| District::ALL.map(|district| (pack, district)));
    cells.flat_map(move |(pack, district)| {
        Verdict::ALL.map(|verdict| Report {
            id: ReportId::from_bytes([district as u8; 16]),
            pack,
            district,
            verdict,
            period,
        })
    })
}

fn read(json: &str) -> Option<Result<Report, ReportError>> {
    serde_json::from_str::<ReportDoc>(json).ok().map(Report::try_from)
}

#[test]
fn every_report_has_one_length_and_is_read_back() {
    for report in every_report() {
        let json = report.to_json();
        assert_eq!(json.len(), REPORT_LENGTH, "{json}");
        assert_eq!(read(&json), Some(Ok(report)), "{json}");
    }
}

#[test]
fn every_counted_pack_of_the_rules_has_its_code_and_level() {
    let repository = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules");
    let rules = env::var_os("ZJTX_RULES").map_or_else(repository, PathBuf::from);
    let catalog = fs::read_to_string(rules.join("catalog.json")).expect("the catalogue");
    let catalog: Value = serde_json::from_str(&catalog).expect("JSON");
    let counted = catalog["counted"].as_array().expect("counted packs");
    for entry in counted {
        let pack = PackCode::from_pack_id(entry["pack"].as_str().expect("a pack")).expect("a code");
        assert_eq!((pack.code(), pack.level().code()), (text(&entry["code"]), text(&entry["level"])));
    }
    assert_eq!(counted.len(), PackCode::ALL.len());
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

#[test]
fn the_fields_are_frozen() {
    let report = every_report().next().expect("there are reports");
    let id = "AAAAAAAAAAAAAAAAAAAAAA";
    let expected =
        format!(r#"{{"v":1,"id":"{id}","rs":"CN21L","lv":"1","d":"440100","r":"1","p":"2026W47"}}"#);
    assert_eq!(report.to_json(), expected);
}

#[test]
fn forms_and_codes_are_told_apart() {
    let good = every_report().next().expect("there are reports").to_json();
    for (from, to, error) in [
        ("\"v\":1", "\"v\":2", ReportError::Malformed),
        ("AAAA\"", "AAAB\"", ReportError::Malformed),
        ("CN21L", "CN21", ReportError::Malformed),
        ("440100", "44010", ReportError::Malformed),
        ("2026W47", "2026W54", ReportError::Malformed),
        ("2026W47", "2026-47", ReportError::Malformed),
        ("2026W47", "+026W47", ReportError::Malformed),
        ("CN21L", "CN21X", ReportError::UnknownCode),
        ("440100", "440107", ReportError::UnknownCode),
        ("\"lv\":\"1\"", "\"lv\":\"2\"", ReportError::UnknownCode),
        ("\"r\":\"1\"", "\"r\":\"5\"", ReportError::UnknownCode),
    ] {
        let bad = good.replace(from, to);
        assert_eq!(read(&bad), Some(Err(error)), "{bad}");
    }
}

#[test]
fn unknown_and_repeated_keys_are_refused() {
    let good = every_report().next().expect("there are reports").to_json();
    let (open, rest) = good.split_at(1);
    for extra in [r#""x":1,"#, r#""v":1,"#, r#""score":"79","#] {
        assert_eq!(read(&format!("{open}{extra}{rest}")), None);
    }
}

#[test]
fn every_code_leads_back_to_its_meaning() {
    for pack in PackCode::ALL {
        assert_eq!(PackCode::from_code(pack.code()), Some(pack));
        assert_eq!(PackCode::from_pack_id(pack.pack_id()), Some(pack));
        assert_eq!(serde_json::to_value(pack).ok(), Some(pack.code().into()));
    }
    for district in District::ALL {
        assert_eq!(District::from_code(district.code()), Some(district));
        assert_eq!(serde_json::to_value(district).ok(), Some(district.code().into()));
    }
    for level in Level::ALL {
        assert_eq!(serde_json::to_value(level).ok(), Some(level.code().into()));
    }
    for verdict in Verdict::ALL {
        assert_eq!(Verdict::from_code(verdict.code()), Some(verdict));
        assert_eq!(serde_json::to_value(verdict).ok(), Some(verdict.code().into()));
    }
}
