//! How packs use the vocabulary: facts that none reads, and facts that nobody could be asked.

use crate::{
    base::fact_kind::FactKind::{City, District, Text},
    language::{
        diagnostics::{Code, Diagnostic, Findings},
        terms::{Derivation, FactIx, Term, Terms},
    },
};
use std::collections::BTreeSet;

pub(super) fn check(terms: &Terms, used: &BTreeSet<FactIx>) -> Vec<Diagnostic> {
    let mut findings = Findings::new("terms.json");
    let derivations = |term: &Term| -> Vec<FactIx> {
        let all = term.derived().iter().chain(term.proposed());
        all.flat_map(Derivation::facts).collect()
    };
    let derived_from: BTreeSet<FactIx> = terms.facts().flat_map(|(_, term)| derivations(term)).collect();
    for (fact, term) in terms.facts() {
        let place = format!("/facts/{}", fact.position());
        match (used.contains(&fact), term.kind()) {
            (true, _) if !term.has_question() => {
                findings.report(Code::NoQuestion, place, format!("规则用到“{}”，但它没有题目", term.id()));
            }
            (true, _) | (false, Text | City | District) => {}
            (false, _) if term.retired().is_some() || derived_from.contains(&fact) => {}
            (false, _) => {
                findings.report(Code::FactUnused, place, format!("没有规则包用到“{}”", term.id()));
            }
        }
    }
    findings.finish()
}
