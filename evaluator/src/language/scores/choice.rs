//! `choice`: points of each answer of a choice or yes-no fact.

use super::{Points, PointsRow, PointsSpan};
use crate::{
    base::{
        compact::compact,
        fact_kind::FactKind,
        value::{Value, bit},
    },
    language::{
        answers::Answers,
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        terms::{FactIx, Term},
        words::Names,
    },
    written::ChoicePointsDoc,
};

/// Points by answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoicePoints {
    /// Fact whose answer is a choice.
    pub fact: FactIx,
    /// Points of each answer by its position; 否 is 0 and 是 is 1.
    pub answers: Vec<PointsSpan>,
}

compact!(struct ChoicePoints { fact, answers });

impl ChoicePoints {
    pub(super) fn check(doc: &ChoicePointsDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.at("fact", |c| c.fact(&doc.fact))?;
        let ids = answer_ids(term);
        if ids.is_empty() {
            let sentence = format!("“{}”不是单选题或是非题", doc.fact);
            return c.at("fact", |c| c.fail(Code::KindMismatch, &sentence));
        }
        let answers = c.at("points", |c| Self::check_answers(doc, &ids, c))?;
        Some(Self { fact, answers })
    }

    fn check_answers(doc: &ChoicePointsDoc, ids: &[&str], c: &mut Checker<'_>) -> Option<Vec<PointsSpan>> {
        if let Some(unknown) = doc.points.keys().find(|key| !ids.contains(&key.as_str())) {
            let sentence = format!("“{}”没有答案“{unknown}”", doc.fact);
            return c.at(unknown, |c| c.fail(Code::UnknownReference, &sentence));
        }
        let points = ids.iter().map(|id| match doc.points.get(*id) {
            Some(text) => c.at(id, |c| PointsSpan::check(text, c)),
            None => c.fail(Code::BandOrder, format!("答案“{id}”没有分值")),
        });
        points.collect()
    }

    pub(super) fn describe(&self, words: &Names<'_>) -> Vec<PointsRow> {
        let is_choice = words.terms().term(self.fact).is_some_and(|term| term.kind() == FactKind::Choice);
        let answer = |position: u8| {
            if is_choice {
                words.choice_names(self.fact, bit(position))
            } else {
                words.yes_no(position == 1).to_owned()
            }
        };
        let row = |(position, points): (u8, &PointsSpan)| PointsRow {
            subject: words.term(self.fact),
            found: answer(position),
            points: words.points(&points.to_string()),
        };
        (0_u8..).zip(&self.answers).map(row).collect()
    }

    pub(super) fn points(&self, answers: &Answers<'_>) -> (Points, Option<Cause>) {
        let position = match answers.value(self.fact) {
            Ok(Value::Bool(yes)) => usize::from(*yes),
            Ok(Value::Choice(index)) => usize::from(*index),
            _ => return (self.range(), Some(Cause::missing(self.fact))),
        };
        let points = self.answers.get(position).map(|points| points.points());
        (points.unwrap_or_else(|| self.range()), None)
    }

    /// Least and most points of its answers.
    pub fn range(&self) -> Points {
        let each = self.answers.iter().map(|points| points.points());
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
