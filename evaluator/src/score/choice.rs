//! `choice`: points of each answer of a choice or yes-no fact.

use super::{Points, check_points};
use crate::{
    check::{Checker, Code},
    doc::{ChoicePointsDoc, FactKind},
    node::{Cause, Run},
    number::Literal,
    terms::{FactIx, Term},
    value::Value,
};

/// Points by answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoicePoints {
    /// The fact.
    pub fact: FactIx,
    /// Points of each answer by its position; 否 is 0 and 是 is 1.
    pub answers: Vec<Literal>,
}

impl ChoicePoints {
    pub(super) fn check(doc: &ChoicePointsDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.fact(&doc.fact)?;
        let ids = answer_ids(term);
        if ids.is_empty() {
            return c.fail(Code::KindMismatch, &format!("“{}”不是单选题或是非题", doc.fact));
        }
        if let Some(unknown) = doc.points.keys().find(|key| !ids.contains(&key.as_str())) {
            return c.fail(Code::UnknownReference, &format!("“{}”没有答案“{unknown}”", doc.fact));
        }
        let Some(points) = ids.iter().map(|id| doc.points.get(*id)).collect::<Option<Vec<_>>>() else {
            return c.fail(Code::BandOrder, &format!("“{}”的每个答案都要有分值", doc.fact));
        };
        let answers = c.at("points", |c| {
            points.into_iter().map(|text| check_points(text, c)).collect::<Option<Vec<_>>>()
        });
        Some(Self { fact, answers: answers? })
    }

    pub(super) fn points(&self, run: &Run<'_, '_>) -> (Points, Option<Cause>) {
        let position = match run.value(self.fact) {
            Ok(Value::Bool(yes)) => usize::from(*yes),
            Ok(Value::Choice(index)) => usize::from(*index),
            _ => return (self.range(), Some(Cause::missing(self.fact))),
        };
        let points = self.answers.get(position).map(|points| Points::exactly(points.micros()));
        (points.unwrap_or_else(|| self.range()), None)
    }

    pub(super) fn range(&self) -> Points {
        let each = self.answers.iter().map(|points| Points::exactly(points.micros()));
        each.reduce(Points::spanning).unwrap_or_default()
    }
}

fn answer_ids(term: &Term) -> Vec<&str> {
    match term.kind() {
        FactKind::Bool => vec!["false", "true"],
        FactKind::Choice => term.choices().map(|(id, _)| id).collect(),
        _ => Vec::new(),
    }
}
