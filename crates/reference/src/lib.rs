//! A second evaluator, written from docs/language.md alone, for differential tests.
//!
//! It reads rulebook and dossier as plain JSON values, computes with unbounded fractions and evaluates
//! everything again whenever it is asked: naive and slow on purpose, so that it shares no mistake with the
//! evaluator. It does not check packs (section 12), explain, advise or name the causes of undetermined
//! leaves, and nothing that ships may depend on it.

mod criteria;
mod date;
mod dossier;
mod entry;
mod interval;
mod json;
mod logic;
mod missing;
mod nodes;
mod numbers;
mod outcome;
mod pack;
mod quantities;
mod reads;
mod score;
mod select;
mod size;
mod threshold;

use criteria::Case;
use serde_json::Value;

/// A rulebook to evaluate with.
#[derive(Debug)]
pub struct Reference {
    rulebook: Value,
}

impl Reference {
    /// Takes a rulebook `{catalog, terms, areas, industries, sources: […], packs: […]}`, as docs/language.md
    /// section 3 describes its files. The rulebook is expected to pass the checker; it is not checked here.
    #[must_use]
    pub fn new(rulebook: Value) -> Self {
        Self { rulebook }
    }

    /// Evaluates a dossier by a pack: pack, revision, verdict, score, criteria, declarations, missing facts and
    /// size class, numbers as decimal strings.
    ///
    /// # Errors
    /// A sentence, when the dossier is malformed or the pack is unknown or uses what the language has not.
    pub fn evaluate(&self, pack_id: &str, dossier: &Value) -> Result<Value, String> {
        Case::new(&self.rulebook, pack_id, dossier)?.outcome()
    }

    /// A pack with all it takes from those it extends, extending nothing itself.
    ///
    /// # Errors
    /// A sentence, when there is no such pack.
    pub fn pack(&self, pack_id: &str) -> Result<Value, String> {
        pack::resolved(&self.rulebook, pack_id)
    }

    /// The pack for a scheme, a firm's region code, a date `YYYY-MM-DD` and an application kind, if there is one.
    ///
    /// # Errors
    /// A sentence, when a pack extends one that does not exist.
    pub fn select(
        &self,
        scheme: &str,
        region: &str,
        as_of: &str,
        kind: &str,
    ) -> Result<Option<String>, String> {
        select::select(&self.rulebook, scheme, region, as_of, kind)
    }
}
