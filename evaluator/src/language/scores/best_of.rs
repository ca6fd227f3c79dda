//! `best_of`: the best of several rules 「取高」.

use super::{Points, Rule};
use crate::{
    language::{answers::Answers, cause::Cause, checker::Checker, diagnostics::Code},
    written::RuleDoc,
};

pub(super) fn check(docs: &[RuleDoc], c: &mut Checker<'_>) -> Option<Vec<Rule>> {
    if docs.len() < 2 {
        return c.fail(Code::Constant, "取高至少要有两种算法");
    }
    c.each(docs, Rule::check)
}

pub(super) fn points(rules: &[Rule], full: i64, answers: &Answers<'_>) -> (Points, Option<Cause>) {
    let nothing = (Points::default(), None);
    rules
        .iter()
        .map(|rule| rule.points(full, answers))
        .fold(nothing, |(best, cause), (points, open)| (best.best(points), cause.or(open)))
}
