//! Golden cases: which thresholds of the packs their dossiers try below, at and above (warning W02), and
//! a result written as one.
//!
//! Comparisons, ranks, edges of tiers and bands, counted items, points to reach and floors of size classes
//! count. What a golden case expects is not looked at, only what its dossier measures.

mod seen;
mod threshold;
mod write;

pub use write::golden_case;

use crate::{
    language::{
        diagnostics::{Code, Diagnostic},
        dossier::Dossier,
        rulebook::Rulebook,
        terms::Terms,
    },
    written::PackDoc,
};
use seen::Seen;
use std::cmp::Ordering;
use threshold::{Threshold, thresholds};

/// A dossier and the pack that it was written to try.
#[derive(Clone, Debug)]
pub struct GoldenCase {
    /// Identifier of the pack.
    pub pack: String,
    /// Dossier of the case.
    pub dossier: Dossier,
}

/// Thresholds written in `docs` that no case lies below, at or above. Cases of a pack also try what it
/// inherits, and the size table that it uses.
pub fn untried(rulebook: &Rulebook, docs: &[PackDoc], cases: &[GoldenCase]) -> Vec<Diagnostic> {
    let seen: Vec<(&GoldenCase, Seen<'_>)> = cases
        .iter()
        .filter_map(|case| Some((case, Seen::of(rulebook.pack(&case.pack)?, &case.dossier))))
        .collect();
    let mut found = Vec::new();
    for doc in docs {
        let Some(pack) = rulebook.pack(&doc.id) else { continue };
        let own: Vec<&Seen<'_>> = seen
            .iter()
            .filter(|(case, _)| inherits(&case.pack, &doc.id, docs))
            .map(|(_, seen)| seen)
            .collect();
        for threshold in thresholds(pack, doc) {
            let tried: Vec<Ordering> = if threshold.is_of_size_table() {
                seen.iter().flat_map(|(_, seen)| seen.sides(&threshold)).collect()
            } else {
                own.iter().flat_map(|seen| seen.sides(&threshold)).collect()
            };
            found.extend(diagnostic(&threshold, &tried, pack.terms(), doc));
        }
    }
    found
}

/// Whether a pack is another or takes from it.
fn inherits(pack: &str, base: &str, docs: &[PackDoc]) -> bool {
    let doc = docs.iter().find(|doc| doc.id == pack);
    pack == base || doc.and_then(|doc| doc.extends.as_ref()).is_some_and(|next| inherits(next, base, docs))
}

fn diagnostic(
    threshold: &Threshold<'_>,
    tried: &[Ordering],
    terms: &Terms,
    doc: &PackDoc,
) -> Option<Diagnostic> {
    let sides = [(Ordering::Less, "低于"), (Ordering::Equal, "等于"), (Ordering::Greater, "高于")];
    let missing: Vec<&str> = sides
        .into_iter()
        .filter(|(side, _)| threshold.has_side(*side, terms) && !tried.contains(side))
        .map(|(_, word)| word)
        .collect();
    let sentence = || format!("没有{}{}的示例档案", missing.join("、"), threshold.shown());
    let file = || format!("packs/{}.json", doc.id);
    (!missing.is_empty()).then(|| Diagnostic::new(Code::NoGoldenCase, file(), &threshold.pointer, sentence()))
}
