//! One evaluation with its explanation by each of the packs that need more than the one with thirteen indicators: dates,
//! growth by steps, experts' points, two readings.

use crate::{ROUNDS, cases::Cases, clock::say, median_micros};
use serde_json::Value;
use std::hint::black_box;
use zjtx_evaluator::{Dossier, evaluate};

/// Golden cases with an answer to everything that their packs read.
const FILES: [&str; 4] = [
    include_str!("../../../tests/golden/high-tech-2016/HT-E2.json"),
    include_str!("../../../tests/golden/tech-sme-2017/TS-35.json"),
    include_str!("../../../tests/golden/champion/CH-E1.json"),
    include_str!("../../../tests/golden/guangdong-2021-special/GDS-E2.json"),
];

/// Tells the median for each pack that a case speaks of.
pub(crate) fn measure(cases: &Cases) {
    for file in FILES {
        let case: Value = serde_json::from_str(file).expect("a golden case is JSON");
        let dossier = Dossier::parse(&case["dossier"].to_string(), cases.terms()).expect("a good dossier");
        for id in case["expect"].as_object().expect("expectations by pack").keys() {
            let pack = cases.rulebook().pack(id).expect("the pack is embedded");
            let micros = median_micros(ROUNDS, |_| {
                black_box(evaluate(black_box(pack), black_box(&dossier)));
            });
            say(&format!("{id:<28}  {micros:>9.2} µs   {:>9.0} a second", 1e6 / micros));
        }
    }
}
