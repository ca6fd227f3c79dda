//! The sheet, its groups and indicators.

use super::{GroupResult, IndicatorResult, Rule, SheetResult};
use crate::{
    base::{
        citation::{Cite, Confidence},
        compact::compact,
        fact_kind::FactKind,
        number::{Literal, Unit},
        text::Text,
    },
    language::{
        answers::Answers,
        cause::Cause,
        checker::{Checker, optional},
        diagnostics::Code,
        quantities::check_literal,
        terms::FactIx,
    },
    written::{GroupDoc, IndicatorDoc, ScoreSheetDoc},
};

/// A score sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreSheet {
    /// Points of the whole sheet.
    pub full: Literal,
    /// Points to reach.
    pub pass_mark: Literal,
    /// Whether every point of it is whole.
    pub whole_points: bool,
    /// Groups of indicators, in the sheet's order.
    pub groups: Vec<Group>,
}

compact!(struct ScoreSheet { full, pass_mark, whole_points, groups });

/// A group of indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Identifier, as results and other files name it.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Points of the whole group; more are not counted.
    pub full: Literal,
    /// Points it alone must reach.
    pub floor: Option<Literal>,
    /// Indicators of the group, in the sheet's order.
    pub indicators: Vec<Indicator>,
}

compact!(struct Group { id, title, full, floor, indicators });

/// An indicator 「指标」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Id of the policy sheet.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Where it is written.
    pub cite: Option<Cite>,
    /// How sure the reading is.
    pub confidence: Option<Confidence>,
    /// What is uncertain.
    pub note: Option<Text>,
    /// Highest points of the indicator.
    pub full: Literal,
    /// Whether it is left out when the fulls of its group are added up 「参考加分」.
    pub bonus: bool,
    /// What an adviser expects the experts to give 「顾问预估」.
    pub expected: Option<FactIx>,
    /// How points are given.
    pub rule: Rule,
}

compact!(struct Indicator { id, title, cite, confidence, note, full, bonus, expected, rule });

impl ScoreSheet {
    pub(crate) fn check(doc: &ScoreSheetDoc, c: &mut Checker<'_>) -> Option<Self> {
        let full = c.at("full", |c| check_literal(&doc.full, Unit::Points, c));
        let groups = c.at("groups", |c| c.each(&doc.groups, Group::check));
        let (full, groups) = (full?, groups?);
        let sum = groups.iter().fold(0_i64, |sum, group| sum.saturating_add(group.full.micros()));
        if sum != full.micros() {
            c.at("full", |c| c.report(Code::SheetTotal, "各组满分之和不等于总分"));
        }
        let sheet = Self { full, pass_mark: full, whole_points: doc.whole_points, groups };
        sheet.check_whole(c);
        c.at("pass_mark", |c| sheet.with_pass_mark(&doc.pass_mark, c))
    }

    /// Reports rules that give fractions of points where all points are whole.
    fn check_whole(&self, c: &mut Checker<'_>) {
        if self.whole_points && !self.rules().all(|(_, _, rule)| rule.is_whole()) {
            c.at("whole_points", |c| {
                c.report(Code::SheetTotal, ("有的分值不是整数", "some points are not whole"))
            });
        }
    }

    /// The sheet with the pass mark written at the place at hand.
    pub(crate) fn with_pass_mark(self, text: &str, c: &mut Checker<'_>) -> Option<Self> {
        let pass_mark = check_literal(text, Unit::Points, c)?;
        if pass_mark.micros() > self.full.micros() {
            c.report(Code::FloorAboveFull, ("合格线高于总分", "the pass mark is above the full points"));
        }
        Some(Self { pass_mark, ..self })
    }

    /// The rules of its indicators, with the positions of group and indicator.
    pub(crate) fn rules(&self) -> impl Iterator<Item = (usize, usize, &Rule)> {
        let groups = self.groups.iter().enumerate();
        groups.flat_map(|(group, doc)| {
            doc.indicators.iter().enumerate().map(move |(index, indicator)| (group, index, &indicator.rule))
        })
    }

    pub(crate) fn eval<'p>(&'p self, answers: &Answers<'_>) -> SheetResult<'p> {
        let groups = self.groups.iter().map(|group| group.eval(self.whole_points, answers)).collect();
        SheetResult::of(self, groups)
    }
}

impl Group {
    fn check(doc: &GroupDoc, c: &mut Checker<'_>) -> Option<Self> {
        c.unique(&doc.id);
        let full = c.at("full", |c| check_literal(&doc.full, Unit::Points, c));
        let floor = match &doc.floor {
            Some(floor) => Some(c.at("floor", |c| check_literal(floor, Unit::Points, c))?),
            None => None,
        };
        let indicators = c.at("indicators", |c| c.each(&doc.indicators, Indicator::check));
        let (full, indicators) = (full?, indicators?);
        let counted = indicators.iter().filter(|indicator| !indicator.bonus);
        let sum = counted.fold(0_i64, |sum, indicator| sum.saturating_add(indicator.full.micros()));
        if sum != full.micros() {
            c.at("full", |c| c.report(Code::SheetTotal, "各指标满分之和不等于本组满分"));
        }
        if floor.is_some_and(|floor| floor.micros() > full.micros()) {
            let sentence = ("本组下限高于本组满分", "the floor of the group is above its full points");
            c.at("floor", |c| c.report(Code::FloorAboveFull, sentence));
        }
        Some(Self { id: doc.id.clone(), title: doc.title.clone(), full, floor, indicators })
    }

    fn eval<'p>(&'p self, whole_points: bool, answers: &Answers<'_>) -> GroupResult<'p> {
        let indicators = self.indicators.iter().map(|indicator| indicator.eval(whole_points, answers));
        GroupResult::of(self, indicators.collect())
    }
}

impl Indicator {
    fn check(doc: &IndicatorDoc, c: &mut Checker<'_>) -> Option<Self> {
        let full = c.at("full", |c| check_literal(&doc.full, Unit::Points, c))?;
        c.unique(&doc.id);
        if let Some(cite) = &doc.cite {
            c.cited(cite);
        }
        let rule = c.with_full(full.micros(), |c| c.at("rule", |c| Rule::check(&doc.rule, c)))?;
        let expected = optional(doc.expected.as_ref().map(|id| c.at("expected", |c| check_expected(id, c))))?;
        if rule.most() < full.micros() && !matches!(rule, Rule::DirectPoints(_)) {
            let sentence = ("没有一档能得到本指标的满分", "nothing earns the full points of the indicator");
            c.at("full", |c| c.report(Code::SheetTotal, sentence));
        }
        Some(Self {
            id: doc.id.clone(),
            title: doc.title.clone(),
            cite: doc.cite.clone(),
            confidence: doc.confidence,
            note: doc.note.clone(),
            full,
            bonus: doc.bonus,
            expected,
            rule,
        })
    }

    fn eval<'p>(&'p self, whole_points: bool, answers: &Answers<'_>) -> IndicatorResult<'p> {
        let (points, cause) = self.rule.points(self.full.micros(), answers);
        let cause = cause.or_else(|| points.is_open().then_some(Cause::ExpertsGrade));
        let expected = self.expected.and_then(|fact| answers.dossier.get(fact)?.as_number());
        IndicatorResult::of(self, points, cause, expected, whole_points)
    }
}

/// A points fact that is an expectation.
fn check_expected(id: &str, c: &mut Checker<'_>) -> Option<FactIx> {
    let (fact, term) = c.fact_of(id, FactKind::Points)?;
    if !term.is_expectation() {
        return c.fail(Code::KindMismatch, format!("“{id}”不是顾问预估"));
    }
    Some(fact)
}
