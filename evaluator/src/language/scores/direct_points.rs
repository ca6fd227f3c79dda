//! `direct_points`: the fact is the points.

use super::{Points, PointsRow};
use crate::{
    base::{fact_kind::FactKind, number::Literal},
    language::{
        answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, terms::FactIx, words::Names,
    },
    written::DirectPointsDoc,
};

pub(super) fn check(doc: &DirectPointsDoc, c: &mut Checker<'_>) -> Option<FactIx> {
    let (fact, term) = c.fact_at("fact", &doc.fact, FactKind::Points)?;
    let (_, most) = term.bounds();
    if most < c.full() {
        c.at("fact", |c| c.report(Code::SheetTotal, "这一项的最高分低于本指标的满分"));
    }
    Some(fact)
}

pub(super) fn describe(fact: FactIx, full: Literal, words: &Names<'_>) -> PointsRow {
    let full = words.points(&full.to_string());
    PointsRow {
        subject: words.term(fact),
        found: words.pick("按填报分值", "the points as stated").to_owned(),
        points: words.either(|| format!("最高 {full}"), || format!("at most {full}")),
    }
}

pub(super) fn points(fact: FactIx, full: i64, answers: &Answers<'_>) -> (Points, Option<Cause>) {
    match answers.number(fact, 0) {
        Ok(micros) => (Points::exactly(micros.min(full)), None),
        Err(cause) => (Points { min: 0, max: full }, Some(cause)),
    }
}
