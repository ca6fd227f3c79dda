//! The page and the server write the same bytes: this test runs on the host and, by
//! `cargo xtask test`, as wasm in the browser, against one list of reports.

use zjtx_wire::{District, PackCode, Period, Report, ReportId, Verdict};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Reports with every code at least once, under random numbers that are fixed.
fn reports() -> impl Iterator<Item = Report> {
    let packs = PackCode::ALL.into_iter().cycle();
    let verdicts = Verdict::ALL.into_iter().cycle();
    let kinds = District::ALL.into_iter().zip(packs).zip(verdicts);
    let period = Period::new(2026, 47).expect("a week");
    kinds.enumerate().map(move |(number, ((district, pack), verdict))| Report {
        id: ReportId::from_bytes(std::array::from_fn(|place| (number * 29 + place * 53) as u8)),
        pack,
        district,
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
