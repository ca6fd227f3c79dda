//! The report: one list of fields and one length, whatever it says.

use zjtx_wire::{
    BlindToken, District, Level, PackCode, Period, REPORT_LENGTH, Report, ReportDoc, ReportError, ReportId,
    TOKEN_REPORT_LENGTH, Verdict,
};

const PACKS: [&str; 4] = ["CN21L", "GD21P", "ZZ99Z", "00000"];
const DISTRICTS: [&str; 4] = ["440100", "440106", "654325", "000000"];

fn every_report() -> impl Iterator<Item = Report> {
    let period = Period::new(2026, 47).expect("a week");
    let cells = PACKS.into_iter().flat_map(|pack| DISTRICTS.map(|district| (pack, district)));
    cells.zip(0_u8..).flat_map(move |((pack, district), number)| {
        Verdict::ALL.map(|verdict| Report {
            id: ReportId::from_bytes([number; 16]),
            pack: PackCode::from_code(pack).expect("a form"),
            level: Level::from_code(&(number % 10).to_string()).expect("a form"),
            district: District::from_code(district).expect("a form"),
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
fn the_fields_are_frozen() {
    let report = every_report().next().expect("there are reports");
    let id = "AAAAAAAAAAAAAAAAAAAAAA";
    let expected =
        format!(r#"{{"v":1,"id":"{id}","rs":"CN21L","lv":"0","d":"440100","r":"1","p":"2026W47"}}"#);
    assert_eq!(report.to_json(), expected);
}

#[test]
fn a_report_with_a_token_has_its_own_length_and_no_id() {
    let spent = BlindToken::new(&[255; 32], &[254; 32]);
    for report in every_report() {
        let json = report.to_json_with(&spent);
        assert_eq!(json.len(), TOKEN_REPORT_LENGTH, "{json}");
        assert!(!json.contains(&report.id.to_text()) && read(&json).is_none(), "{json}");
    }
    let report = every_report().next().expect("there are reports");
    let token = format!("{}___-{}_g", "____".repeat(10), "_v7-".repeat(10));
    let expected = r#""rs":"CN21L","lv":"0","d":"440100","r":"1","p":"2026W47"}"#;
    assert_eq!(report.to_json_with(&spent), format!(r#"{{"v":2,"t":"{token}",{expected}"#));
}

#[test]
fn forms_are_held_and_lists_are_not_known() {
    let good = every_report().next().expect("there are reports").to_json();
    for (from, to, error) in [
        ("\"v\":1", "\"v\":2", ReportError::Malformed),
        ("AAAA\"", "AAAB\"", ReportError::Malformed),
        ("CN21L", "CN21", ReportError::Malformed),
        ("CN21L", "cn21L", ReportError::Malformed),
        ("CN21L", "CN21级", ReportError::Malformed),
        ("440100", "44010", ReportError::Malformed),
        ("440100", "44010A", ReportError::Malformed),
        ("\"lv\":\"0\"", "\"lv\":\"L\"", ReportError::Malformed),
        ("\"lv\":\"0\"", "\"lv\":\"12\"", ReportError::Malformed),
        ("2026W47", "2026W54", ReportError::Malformed),
        ("2026W47", "2026-47", ReportError::Malformed),
        ("2026W47", "+026W47", ReportError::Malformed),
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
fn codes_are_written_as_they_are_read() {
    for text in PACKS {
        let pack = PackCode::from_code(text).expect("a form");
        assert_eq!(pack.to_string(), text);
        assert_eq!(serde_json::to_value(pack).ok(), Some(text.into()));
        assert_eq!(serde_json::from_value::<PackCode>(text.into()).ok(), Some(pack));
    }
    assert!(serde_json::from_value::<District>("44010".into()).is_err());
    for verdict in Verdict::ALL {
        assert_eq!(Verdict::from_code(verdict.code()), Some(verdict));
        assert_eq!(serde_json::to_value(verdict).ok(), Some(verdict.code().into()));
    }
}
