//! An assessment as plain data for programs (the contract's JSON).

use crate::{
    base::{
        number::{Literal, format_micros},
        truth::Truth,
    },
    language::{
        assessment::{Assessment, Judged},
        scores::{Expectation, Points, SheetResult},
        size::SizeClass,
    },
};
use serde::Serialize;

/// What programs get of an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Identifier of the pack.
    pub pack: String,
    /// Revision of the pack.
    pub revision: String,
    /// The verdict.
    pub verdict: Truth,
    /// The score; `None` for packs without one.
    pub score: Option<Score>,
    /// Every counted criterion, parents before children.
    pub criteria: Vec<CriterionOutcome>,
    /// Qualitative sentences that no figure decides.
    pub declarations: Vec<DeclarationOutcome>,
    /// Facts that could still change the verdict, the most decisive first.
    pub missing: Vec<String>,
    /// Size class id, or `undetermined`.
    pub size_class: &'static str,
    /// An adviser's expectations 「顾问预估」, where some were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expectations: Option<Expectations>,
}

/// What an adviser's expectations did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Expectations {
    /// Indicators whose band they narrow.
    pub used: Vec<String>,
    /// Indicators whose expectation lies outside the band or is not whole, and is not used.
    pub refused: Vec<String>,
    /// The verdict of the same dossier without them.
    pub verdict_without: Truth,
    /// The score of the same dossier without them.
    pub score_without: Ends,
}

/// Least and most points as decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ends {
    /// Lower bound in points, as decimal text.
    pub min: String,
    /// Upper bound in points, as decimal text.
    pub max: String,
}

/// The score of an assessment, points as decimal text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Lower bound in points, as decimal text.
    pub min: String,
    /// Upper bound in points, as decimal text.
    pub max: String,
    /// Pass mark: the points that must be reached.
    pub pass_mark: String,
    /// Points of each group of the sheet.
    pub groups: Vec<GroupScore>,
    /// Points of each indicator.
    pub indicators: Vec<IndicatorScore>,
}

/// Points of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupScore {
    /// Identifier, as results and other files name it.
    pub id: String,
    /// Chinese name.
    pub title: String,
    /// Lower bound in points, as decimal text.
    pub min: String,
    /// Upper bound in points, as decimal text.
    pub max: String,
}

/// Points of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorScore {
    /// Id of the policy sheet.
    pub id: String,
    /// Lower bound in points, as decimal text.
    pub min: String,
    /// Upper bound in points, as decimal text.
    pub max: String,
    /// Of how many.
    pub full: String,
}

/// Truth of one criterion of the pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionOutcome {
    /// Identifier of the criterion.
    pub id: String,
    /// Truth of the criterion.
    pub truth: Truth,
    /// Whether it was met without its own requirement: waived, or not examined.
    pub waived: bool,
}

/// Truth of one declaration, which is not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeclarationOutcome {
    /// Identifier of the declaration.
    pub id: String,
    /// What the firm says of itself.
    pub truth: Truth,
}

impl Assessment<'_, '_> {
    /// The assessment as plain data.
    pub fn outcome(&self) -> Outcome {
        let pack = self.pack();
        Outcome {
            pack: pack.id().to_owned(),
            revision: pack.revision().to_owned(),
            verdict: self.verdict(),
            score: self.sheet().map(Score::of),
            criteria: self.criteria().into_iter().map(CriterionOutcome::of).collect(),
            declarations: self.declarations().iter().map(DeclarationOutcome::of).collect(),
            missing: self.decisive().map(|fact| pack.terms().id(fact).to_owned()).collect(),
            size_class: self.size().class().map_or("undetermined", SizeClass::id),
            expectations: Expectations::of(self),
        }
    }
}

impl Expectations {
    fn of(assessment: &Assessment<'_, '_>) -> Option<Self> {
        let (verdict_without, points) = assessment.without_expectations()?;
        let (min, max) = ends(points);
        let with = |is: fn(Expectation) -> bool| -> Vec<String> {
            let results = assessment.sheet().into_iter().flat_map(SheetResult::indicators);
            let some = results.filter(|result| result.expectation.is_some_and(is));
            some.map(|result| result.indicator.id.clone()).collect()
        };
        Some(Self {
            used: with(|expectation| matches!(expectation, Expectation::Used(_))),
            refused: with(|expectation| matches!(expectation, Expectation::Refused(_))),
            verdict_without,
            score_without: Ends { min, max },
        })
    }
}

impl CriterionOutcome {
    fn of(judged: &Judged<'_>) -> Self {
        Self { id: judged.criterion.id.clone(), truth: judged.truth, waived: judged.waived }
    }
}

impl DeclarationOutcome {
    fn of(judged: &Judged<'_>) -> Self {
        Self { id: judged.criterion.id.clone(), truth: judged.truth }
    }
}

impl Score {
    fn of(sheet: &SheetResult<'_>) -> Self {
        let (min, max) = ends(sheet.total());
        let groups = sheet.groups().iter().map(|group| {
            let (min, max) = ends(group.points);
            GroupScore { id: group.id().to_owned(), title: group.title().zh.clone(), min, max }
        });
        let indicators = sheet.indicators().map(|result| {
            let (min, max) = ends(result.points);
            IndicatorScore { id: result.indicator.id.clone(), min, max, full: plain(result.indicator.full) }
        });
        Self {
            min,
            max,
            pass_mark: plain(sheet.pass_mark()),
            groups: groups.collect(),
            indicators: indicators.collect(),
        }
    }
}

fn ends(points: Points) -> (String, String) {
    (format_micros(i128::from(points.min)), format_micros(i128::from(points.max)))
}

fn plain(literal: Literal) -> String {
    literal.to_string()
}
