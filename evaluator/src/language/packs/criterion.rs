//! Criteria: citation, confidence, and what decides them (docs/language.md §5).

use super::inherit::Part;
use crate::{
    base::{
        application_kind::ApplicationKind,
        citation::{Cite, Confidence},
        span::Span,
    },
    language::{
        checker::{Checker, optional},
        diagnostics::Code,
        nodes::{Node, Not},
        packs::{Body, Criterion},
    },
    written::{CriterionDoc, SourceDoc},
};

/// Citation and confidence that children take over where they have none.
#[derive(Clone, Copy, Default)]
struct Parent<'d> {
    cite: Option<&'d Cite>,
    confidence: Option<Confidence>,
}

/// The criteria of a chapter.
pub(super) fn check_chapter(parts: &[Part<'_, CriterionDoc>], c: &mut Checker<'_>) -> Option<Vec<Criterion>> {
    for (index, part) in parts.iter().enumerate() {
        if parts.iter().take(index).any(|earlier| same_test(earlier.doc, part.doc)) {
            part.check(c, report_duplicate);
        }
    }
    let checked: Vec<Option<Criterion>> = parts.iter().map(|part| check_part(part, c)).collect();
    checked.into_iter().collect()
}

/// A criterion that stands by itself or in a chapter.
pub(super) fn check_part(part: &Part<'_, CriterionDoc>, c: &mut Checker<'_>) -> Option<Criterion> {
    part.check(c, |c| criterion(part.doc, Parent::default(), c))
}

/// A veto's test says what triggers it; the criterion is that it was not.
pub(super) fn check_vetoes(parts: &[Part<'_, CriterionDoc>], c: &mut Checker<'_>) -> Option<Vec<Criterion>> {
    let vetoes = check_chapter(parts, c)?;
    let negated: Vec<Option<Criterion>> =
        parts.iter().zip(vetoes).map(|(part, veto)| part.check(c, |c| not_triggered(veto, c))).collect();
    negated.into_iter().collect()
}

fn not_triggered(veto: Criterion, c: &mut Checker<'_>) -> Option<Criterion> {
    let Body::Test { test, renewal } = veto.body else {
        return c.fail(Code::Malformed, "否决性条件只能写 test");
    };
    let not = |node: Node| Node::Not(Not(Box::new(node)));
    Some(Criterion { body: Body::Test { test: not(test), renewal: renewal.map(not) }, ..veto })
}

fn same_test(a: &CriterionDoc, b: &CriterionDoc) -> bool {
    let sides = [a, b].map(|doc| (&doc.test, &doc.renewal, &doc.applies_to, &doc.in_force));
    a.test.is_some() && sides.first() == sides.last()
}

fn report_duplicate(c: &mut Checker<'_>) {
    let sentence = ("并列的条件里已有一条完全相同的", "a condition beside it is the very same");
    c.report(Code::DuplicateCriterion, sentence);
}

fn criterion(doc: &CriterionDoc, parent: Parent<'_>, c: &mut Checker<'_>) -> Option<Criterion> {
    c.unique(&doc.id);
    if doc.applies_to.as_ref().is_some_and(Vec::is_empty) {
        c.at("applies_to", |c| c.report(Code::Constant, "没有写适用的申请类型，这一条永远不会考查"));
    }
    if let Some(span) = &doc.in_force {
        c.at("in_force", |c| days(span, c));
    }
    let source = doc.cite.as_ref().and_then(|cite| c.cited(cite));
    let own =
        Parent { cite: doc.cite.as_ref().or(parent.cite), confidence: doc.confidence.or(parent.confidence) };
    let body = c.citing(source.map(|source: &SourceDoc| &source.boundary), |c| body(doc, own, c));
    let (Some(cite), Some(confidence)) = (own.cite, own.confidence) else {
        return c.fail(Code::NoCitation, format!("条件“{}”没有写依据或可靠程度", doc.id));
    };
    Some(Criterion {
        id: doc.id.clone(),
        title: doc.title.clone(),
        cite: cite.clone(),
        confidence,
        note: doc.note.clone(),
        applies_to: doc.applies_to.clone().unwrap_or_else(|| ApplicationKind::ALL.to_vec()),
        in_force: doc.in_force,
        self_declared: doc.self_declared,
        role: doc.role,
        body: body?,
    })
}

/// Days on which a criterion is examined: some of the pack's.
fn days(span: &Span, c: &mut Checker<'_>) {
    if span.to.is_some_and(|to| to < span.from) {
        c.report(Code::Validity, "这一条的失效日早于生效日");
    } else if !c.holds_within(span) {
        c.report(Code::Constant, "这些日子规则包都不在有效期内，这一条永远不会考查");
    }
}

fn body(doc: &CriterionDoc, own: Parent<'_>, c: &mut Checker<'_>) -> Option<Body> {
    match (&doc.test, doc.all_of.is_empty(), doc.any_of.is_empty()) {
        (Some(test), true, true) => {
            let test = c.at("test", |c| Node::check(test, c));
            let renewal = doc.renewal.as_ref().map(|node| c.at("renewal", |c| Node::check(node, c)));
            Some(Body::Test { test: test?, renewal: optional(renewal)? })
        }
        (None, false, true) if doc.renewal.is_none() => {
            c.at("all_of", |c| children(&doc.all_of, own, c)).map(Body::AllOf)
        }
        (None, true, false) if doc.renewal.is_none() => {
            c.at("any_of", |c| children(&doc.any_of, own, c)).map(Body::AnyOf)
        }
        _ => c.fail(Code::Malformed, "条件应恰好写一种：test、all_of 或 any_of；renewal 只与 test 同用"),
    }
}

fn children(docs: &[CriterionDoc], own: Parent<'_>, c: &mut Checker<'_>) -> Option<Vec<Criterion>> {
    for (index, doc) in docs.iter().enumerate() {
        if docs.iter().take(index).any(|earlier| same_test(earlier, doc)) {
            c.at(&index.to_string(), report_duplicate);
        }
    }
    c.each(docs, |doc, c| criterion(doc, own, c))
}
