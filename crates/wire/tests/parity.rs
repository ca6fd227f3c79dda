//! The page and the server write the same bytes: this test runs on the host and, by
//! `cargo xtask test`, as wasm in the browser, against one list of reports.

use zjtx_wire::{District, Level, PackCode, Period, Report, ReportId, Verdict};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Packs with their levels, and areas.
const PACKS: [(&str, &str); 12] = [
    ("CN21L", "1"),
    ("GD21P", "2"),
    ("CN22I", "3"),
    ("CN22P", "2"),
    ("GD24P", "2"),
    ("CN22L", "1"),
    ("CN26P", "2"),
    ("CN26L", "1"),
    ("CN17T", "4"),
    ("CN16H", "5"),
    ("CN23C", "6"),
    ("GD24C", "7"),
];
const DISTRICTS: [&str; 12] = [
    "440100", "440103", "440104", "440105", "440106", "440111", "440112", "440113", "440114", "440115",
    "440117", "440118",
];

/// Reports under random numbers that are fixed.
fn reports() -> impl Iterator<Item = Report> {
    let verdicts = Verdict::ALL.into_iter().cycle();
    let kinds = DISTRICTS.into_iter().zip(PACKS).zip(verdicts);
    let period = Period::new(2026, 47).expect("a week");
    kinds.enumerate().map(move |(number, ((district, (pack, level)), verdict))| Report {
        id: ReportId::from_bytes(std::array::from_fn(|place| (number * 29 + place * 53) as u8)),
        pack: PackCode::from_code(pack).expect("a form"),
        level: Level::from_code(level).expect("a form"),
        district: District::from_code(district).expect("a form"),
        verdict,
        period,
    })
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn reports_have_the_committed_bytes() {
    let lines: Vec<_> = reports().map(|report| report.to_json()).collect();
    assert_eq!(lines, include_str!("reports.jsonl").lines().collect::<Vec<_>>());
}
