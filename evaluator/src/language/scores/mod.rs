//! Score sheets 「评分表」 (docs/language.md §8): one file per kind of rule.

mod band;
mod best_of;
mod choice;
mod direct_points;
mod per_item;
mod result;
mod sheet;
mod span;

pub use band::{Band, BandRow, Edge};
pub use choice::ChoicePoints;
pub use per_item::PerItem;
pub use result::{Expectation, GroupResult, IndicatorResult, Points, SheetResult};
pub use sheet::{Group, Indicator, ScoreSheet};
pub use span::PointsSpan;

use crate::{
    base::{
        compact::compact,
        number::{Literal, MILLION, Unit},
    },
    language::{
        answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, quantities::check_literal,
        terms::FactIx, words::Names,
    },
    written::RuleDoc,
};

/// How an indicator gives points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Bands of a quantity.
    Band(Band),
    /// Points of each answer.
    Choice(ChoicePoints),
    /// Points for each unit of a quantity.
    PerItem(PerItem),
    /// The fact is the points.
    DirectPoints(FactIx),
    /// The best of several rules.
    BestOf(Vec<Rule>),
}

compact!(
    enum Rule {
        Band(inner),
        Choice(inner),
        PerItem(inner),
        DirectPoints(inner),
        BestOf(inner),
    }
);

impl Rule {
    fn check(doc: &RuleDoc, c: &mut Checker<'_>) -> Option<Self> {
        match doc {
            RuleDoc::Band(doc) => c.at("band", |c| Band::check(doc, c)).map(Self::Band),
            RuleDoc::Choice(doc) => c.at("choice", |c| ChoicePoints::check(doc, c)).map(Self::Choice),
            RuleDoc::PerItem(doc) => c.at("per_item", |c| PerItem::check(doc, c)).map(Self::PerItem),
            RuleDoc::DirectPoints(doc) => {
                c.at("direct_points", |c| direct_points::check(doc, c)).map(Self::DirectPoints)
            }
            RuleDoc::BestOf(docs) => c.at("best_of", |c| best_of::check(docs, c)).map(Self::BestOf),
        }
    }

    /// Points for what is known; `full` is the indicator's.
    fn points(&self, full: i64, answers: &Answers<'_>) -> (Points, Option<Cause>) {
        match self {
            Self::Band(band) => band.points(answers),
            Self::Choice(choice) => choice.points(answers),
            Self::PerItem(per_item) => per_item.points(answers),
            Self::DirectPoints(fact) => direct_points::points(*fact, full, answers),
            Self::BestOf(rules) => best_of::points(rules, full, answers),
        }
    }

    /// Its rows for a reader; `full` is the indicator's.
    pub fn describe(&self, full: Literal, words: &Names<'_>) -> Vec<PointsRow> {
        match self {
            Self::Band(band) => band.describe(words),
            Self::Choice(choice) => choice.describe(words),
            Self::PerItem(per_item) => vec![per_item.describe(words)],
            Self::DirectPoints(fact) => vec![direct_points::describe(*fact, full, words)],
            Self::BestOf(rules) => rules.iter().flat_map(|rule| rule.describe(full, words)).collect(),
        }
    }

    /// The most that the rule can give.
    fn most(&self) -> i64 {
        match self {
            Self::Band(band) => band.range().max,
            Self::Choice(choice) => choice.range().max,
            Self::PerItem(per_item) => per_item.cap.micros(),
            Self::DirectPoints(_) => 0,
            Self::BestOf(rules) => rules.iter().map(Self::most).max().unwrap_or(0),
        }
    }

    /// Calls `f` with every fact and how many periods back it is read.
    pub(crate) fn each_fact(&self, f: &mut dyn FnMut(FactIx, u8)) {
        match self {
            Self::Band(band) => band.quantity.each_fact(0, f),
            Self::Choice(choice) => f(choice.fact, 0),
            Self::PerItem(per_item) => per_item.quantity.each_fact(0, f),
            Self::DirectPoints(fact) => f(*fact, 0),
            Self::BestOf(rules) => rules.iter().for_each(|rule| rule.each_fact(f)),
        }
    }
}

impl Rule {
    /// Calls `f` with every fact that is read of this dossier and how many periods back.
    pub(crate) fn each_read(&self, answers: &Answers<'_>, f: &mut dyn FnMut(FactIx, u8)) {
        match self {
            Self::Band(band) => band.quantity.each_read(answers, f),
            Self::PerItem(per_item) => per_item.quantity.each_read(answers, f),
            Self::BestOf(rules) => rules.iter().for_each(|rule| rule.each_read(answers, f)),
            Self::Choice(_) | Self::DirectPoints(_) => self.each_fact(f),
        }
    }

    /// Whether all points it can give are whole.
    fn is_whole(&self) -> bool {
        let whole = |points: Literal| points.micros().checked_rem(MILLION) == Some(0);
        let both = |span: &PointsSpan| whole(span.least) && whole(span.most);
        match self {
            Self::Band(band) => band.rows.iter().all(|row| both(&row.points)),
            Self::Choice(choice) => choice.answers.iter().all(both),
            Self::PerItem(per_item) => whole(per_item.points) && whole(per_item.cap),
            Self::DirectPoints(_) => false,
            Self::BestOf(rules) => rules.iter().all(Self::is_whole),
        }
    }
}

/// A row of a score table in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointsRow {
    /// What is measured or asked.
    pub subject: String,
    /// What is found of it.
    pub found: String,
    /// Points for that.
    pub points: String,
}

/// Reads points and refuses more than the indicator's full.
fn check_points(text: &str, c: &mut Checker<'_>) -> Option<Literal> {
    let points = check_literal(text, Unit::Points, c)?;
    if points.micros() > c.full() {
        let en = format!("“{text}” is above the full points of the indicator");
        return c.fail(Code::SheetTotal, (format!("“{text}”超过本指标的满分"), en));
    }
    Some(points)
}
