//! `score`: the score sheet's total and floors reached (docs/language.md §8).

use super::{Explained, Input, Node, Parts, Run, Voice, Words, kind::Kind};
use crate::{
    base::{compact::compact, number::Literal, truth::Truth},
    language::{
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        scores::{Points, ScoreSheet, SheetResult},
        words::{Clause, Condition, Found, Lines},
    },
    written::ScoreDoc,
};

/// The pass mark of the sheet and the floors of its groups must be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score;

compact!(struct Score);

impl Kind for Score {
    type Doc = ScoreDoc;
    const KEY: &'static str = "score";

    fn check(_: &ScoreDoc, c: &mut Checker<'_>) -> Option<Self> {
        if !c.has_sheet() {
            return c.fail(Code::UnknownReference, "用到评分，但规则包没有 score_sheet");
        }
        Some(Self)
    }

    fn parts(&self) -> Parts<'_> {
        Parts::leaf(Input::Score)
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = run.sheet.map_or(Truth::Undetermined, SheetResult::truth);
        let cause = run.sheet.and_then(SheetResult::cause).unwrap_or(Cause::NotInTable);
        Explained::leaf(node, run, truth, cause)
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        let Some(sheet) = words.sheet() else { return Clause::condition(String::new(), "") };
        let (total, floors) = conditions(sheet, words);
        let floors: Vec<Clause> = floors.into_iter().flatten().map(Clause::Condition).collect();
        if floors.is_empty() {
            return Clause::Condition(total);
        }
        let clauses = std::iter::once(Clause::Condition(total)).chain(floors).collect();
        Clause::group(words.pick("以下全部", "All of the following"), clauses)
    }

    fn explain(&self, _: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let (Some(result), Some(sheet)) = (voice.sheet, voice.words.sheet()) else { return };
        let (total, floors) = conditions(sheet, &voice.words);
        let own = |points: Points| {
            let own = voice.words.points(&points.display());
            Found { own: Some(own), margin: None, cause: None }
        };
        lines.condition(result.total().reaches(sheet.pass_mark), total, own(result.total()));
        for (group, condition) in result.groups().iter().zip(floors) {
            if let (Some(floor), Some(condition)) = (group.floor(), condition) {
                lines.condition(group.points.reaches(floor), condition, own(group.points));
            }
        }
    }
}

/// What is required of the total, and of each group with a floor.
fn conditions(sheet: &ScoreSheet, words: &Words<'_>) -> (Condition, Vec<Option<Condition>>) {
    let at_least = |name: &str, mark: Literal| Condition {
        subject: name.to_owned(),
        requirement: [words.pick("不低于 ", "at least "), &words.points(&mark.to_string())].concat(),
    };
    let floors = sheet.groups.iter().map(|group| Some(at_least(group.title.get(words.lang), group.floor?)));
    (at_least(words.pick("评价得分", "Score"), sheet.pass_mark), floors.collect())
}
