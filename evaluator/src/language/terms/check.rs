//! Checks of `terms.json`.

use crate::{
    base::{
        fact_kind::FactKind,
        number::{Literal, Unit},
    },
    language::{
        diagnostics::{Code, Diagnostic, Findings},
        terms::{Terms, term::unit_of},
    },
    written::{AreasDoc, DerivationDoc, IndustriesDoc, TermDoc, TermsDoc},
};
use std::collections::BTreeSet;

/// Answers are kept as bits of one word.
const MAX_CHOICES: usize = 64;
/// The answer of a choice that says 「没有」.
const NONE: &str = "none";

pub(crate) fn check_terms(
    doc: TermsDoc,
    areas: AreasDoc,
    industries: IndustriesDoc,
) -> (Terms, Vec<Diagnostic>) {
    let mut findings = Findings::new("terms.json");
    findings.schema(doc.schema);
    let sections: BTreeSet<&str> = doc.sections.iter().map(|section| section.id.as_str()).collect();
    findings.unique(doc.sections.iter().map(|s| s.id.as_str()), |index| format!("/sections/{index}/id"));
    for (index, term) in doc.facts.iter().enumerate() {
        let place = format!("/facts/{index}");
        findings.unique(term.choices.iter().map(|c| c.id.as_str()), |index| {
            format!("{place}/choices/{index}/id")
        });
        if !sections.contains(term.section.as_str()) {
            let sentence = format!("没有“{}”这一节", term.section);
            findings.report(Code::UnknownReference, format!("{place}/section"), sentence);
        }
        for (key, other) in [("part_of", &term.part_of), ("seldom_above", &term.seldom_above)] {
            if let Some((code, sentence)) = other.as_deref().and_then(|other| beside(term, other, &doc.facts))
            {
                findings.report(code, format!("{place}/{key}"), sentence);
            }
        }
        if let Some((code, key, sentence)) = problem(term) {
            findings.report(code, format!("{place}/{key}"), sentence);
        }
        check_share(term, &doc.facts, &place, &mut findings);
        for (key, derivations) in [("derived", &term.derived), ("proposed", &term.proposed)] {
            for (index, derivation) in derivations.iter().enumerate() {
                let place = format!("{place}/{key}/{index}");
                check_derivation(derivation, term, &doc.facts, &place, &mut findings);
            }
        }
    }
    check_names(&doc, &mut findings);
    check_gates(&doc, &mut findings);
    (Terms::assemble(doc, areas, industries), findings.finish())
}

/// The firm's name is a text, and no other name stands for two facts.
fn check_names(doc: &TermsDoc, findings: &mut Findings) {
    let is_text = |id: &String| doc.facts.iter().any(|fact| fact.id == *id && fact.kind == FactKind::Text);
    if let Some(id) = doc.named_by.as_ref().filter(|id| !is_text(id)) {
        findings.report(Code::UnknownReference, "/named_by", format!("没有文字题“{id}”"));
    }
    let facts = doc.facts.iter().enumerate();
    let names = facts.flat_map(|(fact, term)| (0..term.aliases.len()).map(move |name| (fact, name)));
    let places: Vec<String> = names.map(|(fact, name)| format!("/facts/{fact}/aliases/{name}")).collect();
    let names = doc.facts.iter().flat_map(|fact| fact.aliases.iter().map(String::as_str));
    findings.unique(names, |index| places.get(index).cloned().unwrap_or_default());
}

/// 「没有」 is an answer to every question behind a gate, and a gate is not called as a fact.
fn check_gates(doc: &TermsDoc, findings: &mut Findings) {
    let facts = doc.facts.len();
    let ids = doc.facts.iter().map(|fact| &fact.id).chain(doc.gates.iter().map(|gate| &gate.id));
    findings.unique(ids.map(String::as_str), |index| match index.checked_sub(facts) {
        Some(gate) => format!("/gates/{gate}/id"),
        None => format!("/facts/{index}/id"),
    });
    for (gate, at) in doc.gates.iter().zip(0_usize..) {
        for (index, id) in gate.facts.iter().enumerate() {
            let place = format!("/gates/{at}/facts/{index}");
            match doc.facts.iter().find(|fact| fact.id == *id) {
                None => findings.report(Code::UnknownReference, place, format!("没有“{id}”这个数据项")),
                Some(term) if !has_none(term) => {
                    findings.report(Code::KindMismatch, place, format!("“{id}”不能用“没有”回答"));
                }
                Some(_) => {}
            }
        }
    }
}

/// Whether 「没有」 answers a question: no, none or 0.
fn has_none(term: &TermDoc) -> bool {
    match term.kind {
        FactKind::Bool | FactKind::Rank | FactKind::Set => true,
        FactKind::Choice => term.choices.iter().any(|choice| choice.id == NONE),
        kind => is_numeric(kind),
    }
}

/// What is wrong with another fact that a term is compared with.
fn beside(term: &TermDoc, other: &str, facts: &[TermDoc]) -> Option<(Code, String)> {
    let Some(found) = facts.iter().find(|fact| fact.id == other && fact.id != term.id) else {
        return Some((Code::UnknownReference, format!("没有“{other}”这个数据项，或就是它自己")));
    };
    let id = &term.id;
    if found.kind != term.kind {
        return Some((Code::KindMismatch, format!("“{id}”与“{other}”类型不同，不能比较")));
    }
    (found.period != term.period)
        .then(|| (Code::PeriodMismatch, format!("“{id}”与“{other}”的年度不同，不能比较")))
}

/// What a share is shown of is of the same unit and period.
fn check_share(term: &TermDoc, facts: &[TermDoc], place: &str, findings: &mut Findings) {
    let share = term.share_of.iter().map(|share| (format!("{place}/share_of/fact"), &share.fact));
    for (place, id) in share {
        match facts.iter().find(|fact| fact.id == *id) {
            None => findings.report(Code::UnknownReference, place, format!("没有“{id}”这个数据项")),
            Some(whole) if whole.kind != term.kind || whole.id == term.id || !is_numeric(term.kind) => {
                let sentence = format!("“{}”和“{id}”不是同一单位的两个数", term.id);
                findings.report(Code::UnitMismatch, place, sentence);
            }
            Some(whole) if whole.period != term.period => {
                let sentence = format!("“{}”和“{id}”填报的年度不同", term.id);
                findings.report(Code::PeriodMismatch, place, sentence);
            }
            Some(_) => {}
        }
    }
}

/// A derivation reads counts without years that are given by people, and gives an answer of the term's kind.
fn check_derivation(
    derivation: &DerivationDoc,
    term: &TermDoc,
    facts: &[TermDoc],
    place: &str,
    findings: &mut Findings,
) {
    let named = derivation.when.iter().map(|bound| &bound.fact).chain(&derivation.from);
    for id in named {
        match facts.iter().find(|fact| fact.id == *id) {
            None => {
                findings.report(Code::UnknownReference, place.to_owned(), format!("没有“{id}”这个数据项"));
            }
            Some(fact)
                if fact.kind != FactKind::Count || fact.period.is_some() || !fact.derived.is_empty() =>
            {
                let sentence = format!("“{id}”不是直接填报、不分年度的数目，不能据以推出别的数据项");
                findings.report(Code::KindMismatch, place.to_owned(), sentence);
            }
            Some(_) => {}
        }
    }
    let bounds = derivation.when.iter().flat_map(|bound| [&bound.at_least, &bound.at_most]).flatten();
    if bounds.into_iter().any(|bound| bound.parse::<u32>().is_err()) {
        findings.report(Code::Malformed, place.to_owned(), "界限应为整数".to_owned());
    }
    let fits = match (&derivation.from, &derivation.answer) {
        (Some(_), None) => term.kind == FactKind::Count && term.period.is_none(),
        (None, Some(answer)) => {
            term.kind == FactKind::Choice && term.choices.iter().any(|choice| choice.id == *answer)
        }
        _ => false,
    };
    if !fits {
        let sentence = format!("“{}”须写 from（数目）或 answer（单选题的一个答案），恰好一种", term.id);
        findings.report(Code::KindMismatch, place.to_owned(), sentence);
    }
}

const fn is_numeric(kind: FactKind) -> bool {
    matches!(kind, FactKind::Count | FactKind::Money | FactKind::Years | FactKind::Percent | FactKind::Points)
}

/// What is wrong with one term by itself, and at which field.
fn problem(term: &TermDoc) -> Option<(Code, &'static str, String)> {
    let TermDoc { id, kind, .. } = term;
    let numeric = is_numeric(*kind);
    let listed = matches!(kind, FactKind::Choice | FactKind::Set);
    if term.period.is_some() && !numeric {
        return Some((Code::PeriodMismatch, "period", format!("“{id}”不是数值，不能按年度填写")));
    }
    if listed == term.choices.is_empty() || term.choices.len() > MAX_CHOICES {
        let sentence = format!("“{id}”的答案列表与类型不符（单选、多选需 1 到 64 个答案，其余没有）");
        return Some((Code::KindMismatch, "kind", sentence));
    }
    if term.signed && *kind != FactKind::Money {
        return Some((Code::KindMismatch, "signed", format!("“{id}”不是金额，不能为负")));
    }
    if term.people && *kind != FactKind::Count {
        return Some((Code::KindMismatch, "people", format!("“{id}”不是数目，不能按人计")));
    }
    let doubt = term.doubt_above.as_deref().map(Literal::parse);
    let own_unit = unit_of(*kind);
    if doubt.is_some_and(|doubt| !doubt.is_ok_and(|doubt| Some(doubt.unit()) == own_unit)) {
        return Some((
            Code::UnitMismatch,
            "doubt_above",
            format!("“{id}”的 doubt_above 应是带它自己单位的数"),
        ));
    }
    if term.fractional && *kind != FactKind::Count {
        return Some((Code::KindMismatch, "fractional", format!("“{id}”不是数目，不必写明可有小数")));
    }
    if term.autofill.is_some() && *kind != FactKind::Text {
        return Some((Code::KindMismatch, "autofill", format!("“{id}”不是文字，浏览器不能代填")));
    }
    if term.expectation && *kind != FactKind::Points {
        return Some((Code::KindMismatch, "expectation", format!("“{id}”不是分值，不能是顾问预估")));
    }
    let max = term.max.as_deref().map(Literal::parse);
    match (kind, max) {
        (FactKind::Points, Some(Ok(max))) if max.unit() == Unit::Points => None,
        (FactKind::Points, None) => {
            Some((Code::UnitMismatch, "kind", format!("“{id}”是分值，需要以“分”为单位的 max")))
        }
        (FactKind::Points, _) => Some((Code::UnitMismatch, "max", format!("“{id}”的 max 应以“分”为单位"))),
        (_, Some(_)) => Some((Code::KindMismatch, "max", format!("“{id}”不是分值，不能有 max"))),
        (_, None) => None,
    }
}
