//! Writes random dossiers with the native outcome and advice, a JSON line each, for the same evaluator as wasm to agree with.
//! Not a test by itself: `cargo xtask test` runs it and compares in Node.

mod support;

use conformance::random::Dossiers;
use serde_json::json;
use std::io::{BufWriter, Write, stdout};
use support::{RULES, advice_of, outcome_of, pack_ids, pack_json};

/// Dossiers in all, at least.
const COUNT: usize = 2_000;

fn main() -> std::io::Result<()> {
    let mut out = BufWriter::new(stdout().lock());
    let packs = pack_ids();
    for (seed, pack) in (2_000_u64..).zip(&packs) {
        let mut dossiers = Dossiers::new(&RULES, pack_json(pack), seed);
        for _ in 0..COUNT.div_ceil(packs.len()) {
            let dossier = dossiers.random();
            let outcome = outcome_of(pack, &dossier);
            let advice = advice_of(pack, &dossier);
            let line = json!({ "pack": pack, "dossier": dossier, "outcome": outcome, "advice": advice });
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}
