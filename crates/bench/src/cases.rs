//! What is measured: the golden cases of the 2022 pack, parsed once.

use zjtx_evaluator::{Dossier, Pack, Rulebook, Terms};

/// The pack that is measured.
const PACK: &str = "cn-specialized-sme-2022";

/// Golden cases that differ in every indicator.
const FILES: [&str; 4] = [
    include_str!("../../../tests/golden/specialized-2022/Z22-01.json"),
    include_str!("../../../tests/golden/specialized-2022/Z22-05.json"),
    include_str!("../../../tests/golden/specialized-2022/Z22-09.json"),
    include_str!("../../../tests/golden/specialized-2022/Z22-15.json"),
];

/// The rules and the dossiers.
pub(crate) struct Cases {
    rulebook: Rulebook,
    dossiers: Vec<Dossier>,
}

impl Cases {
    /// Reads both; the build's own rules and cases are known to be good.
    pub(crate) fn load() -> Self {
        let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the embedded rules pass the check");
        let dossiers = FILES.iter().map(|file| dossier(file, rulebook.terms())).collect();
        Self { rulebook, dossiers }
    }

    pub(crate) fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    pub(crate) fn pack(&self) -> &Pack {
        self.rulebook.pack(PACK).expect("the pack is embedded")
    }

    pub(crate) fn terms(&self) -> &Terms {
        self.rulebook.terms()
    }

    pub(crate) fn dossiers(&self) -> impl Iterator<Item = &Dossier> {
        self.dossiers.iter()
    }

    /// One after the other, from the first again after the last.
    pub(crate) fn dossier(&self, round: usize) -> &Dossier {
        &self.dossiers[round % self.dossiers.len()]
    }
}

fn dossier(file: &str, terms: &Terms) -> Dossier {
    let case: serde_json::Value = serde_json::from_str(file).expect("a golden case is JSON");
    Dossier::parse(&case["dossier"].to_string(), terms).expect("a golden dossier is good")
}
