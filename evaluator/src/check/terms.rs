//! Checks of `terms.json` and the tables.

use super::{Code, Diagnostic};
use crate::{
    doc::{AreasDoc, FactKind, IndustriesDoc, TermDoc, TermsDoc},
    number::{Literal, Unit},
    terms::Terms,
};
use std::collections::BTreeSet;

const FILE: &str = "terms.json";
/// Answers are kept as bits of one word.
const MAX_CHOICES: usize = 64;

pub(crate) fn check_terms(
    doc: TermsDoc,
    areas: AreasDoc,
    industries: IndustriesDoc,
) -> (Terms, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let sections: BTreeSet<&str> = doc.sections.iter().map(|section| section.id.as_str()).collect();
    let mut ids = BTreeSet::new();
    for (index, term) in doc.facts.iter().enumerate() {
        let mut report = |code, sentence: String| {
            found.push(Diagnostic {
                code,
                file: FILE.to_owned(),
                pointer: format!("/facts/{index}"),
                sentence,
            });
        };
        if !ids.insert(term.id.as_str()) {
            report(Code::DuplicateId, format!("数据项“{}”写了两次", term.id));
        }
        if !sections.contains(term.section.as_str()) {
            report(Code::UnknownReference, format!("没有“{}”这一节", term.section));
        }
        if let Some((code, sentence)) = problem(term) {
            report(code, sentence);
        }
    }
    (Terms::assemble(doc.sections, doc.facts, areas, industries), found)
}

/// What is wrong with one term by itself.
fn problem(term: &TermDoc) -> Option<(Code, String)> {
    let TermDoc { id, kind, .. } = term;
    let numeric = matches!(
        kind,
        FactKind::Count | FactKind::Money | FactKind::Years | FactKind::Percent | FactKind::Points
    );
    let listed = matches!(kind, FactKind::Choice | FactKind::Set);
    if term.period.is_some() && !numeric {
        return Some((Code::PeriodMismatch, format!("“{id}”不是数值，不能按年度填写")));
    }
    if listed == term.choices.is_empty() || term.choices.len() > MAX_CHOICES {
        return Some((
            Code::KindMismatch,
            format!("“{id}”的答案列表与类型不符（单选、多选需 1 到 64 个答案，其余没有）"),
        ));
    }
    if term.signed && *kind != FactKind::Money {
        return Some((Code::KindMismatch, format!("“{id}”不是金额，不能为负")));
    }
    let max = term.max.as_deref().map(Literal::parse);
    match (kind, max) {
        (FactKind::Points, Some(Ok(max))) if max.unit() == Unit::Points => None,
        (FactKind::Points, _) => Some((Code::UnitMismatch, format!("“{id}”是分值，需要以“分”为单位的 max"))),
        (_, Some(_)) => Some((Code::KindMismatch, format!("“{id}”不是分值，不能有 max"))),
        (_, None) => None,
    }
}
