//! What a score sheet came to: intervals over missing answers.

use super::{Group, Indicator, ScoreSheet};
use crate::{
    base::{
        number::{Literal, MILLION, format_micros},
        text::Text,
        truth::Truth,
    },
    language::cause::Cause,
};

/// Least and most points, in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// Lower bound, in millionths of a point.
    pub min: i64,
    /// Upper bound, in millionths of a point.
    pub max: i64,
}

impl Points {
    /// Points that are settled.
    pub const fn exactly(micros: i64) -> Self {
        Self { min: micros, max: micros }
    }

    /// Whether an answer is missing that could change them.
    pub const fn is_open(self) -> bool {
        self.min < self.max
    }

    /// How much they could still change.
    pub const fn width(self) -> i64 {
        self.max.saturating_sub(self.min)
    }

    /// Whether they reach a mark.
    pub const fn reaches(self, mark: Literal) -> Truth {
        if self.min >= mark.micros() {
            Truth::Met
        } else if self.max < mark.micros() {
            Truth::Unmet
        } else {
            Truth::Undetermined
        }
    }

    /// `79` or `65–80`.
    pub fn display(self) -> String {
        let (min, max) = (format_micros(i128::from(self.min)), format_micros(i128::from(self.max)));
        if self.is_open() { format!("{min}–{max}") } else { min }
    }

    fn plus(self, other: Self) -> Self {
        Self { min: self.min.saturating_add(other.min), max: self.max.saturating_add(other.max) }
    }

    fn capped(self, full: Literal) -> Self {
        Self { min: self.min.min(full.micros()), max: self.max.min(full.micros()) }
    }

    /// The interval of the best of two.
    pub(super) fn best(self, other: Self) -> Self {
        Self { min: self.min.max(other.min), max: self.max.max(other.max) }
    }

    /// The interval that has both.
    pub(super) fn spanning(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.max(other.max) }
    }
}

/// An indicator's points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorResult<'p> {
    /// Indicator that was scored.
    pub indicator: &'p Indicator,
    /// Points of the indicator, as an interval.
    pub points: Points,
    /// Why they are open.
    pub cause: Option<Cause>,
    /// What an adviser expects the experts to give, where that was said.
    pub expectation: Option<Expectation>,
}

/// An adviser's expectation 「顾问预估」, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// It lies inside the band, which it narrows to one point.
    Used(i64),
    /// It lies outside the band, or is not whole where points are, and is not used.
    Refused(i64),
}

impl<'p> IndicatorResult<'p> {
    pub(super) fn of(
        indicator: &'p Indicator,
        band: Points,
        cause: Option<Cause>,
        expected: Option<i64>,
        whole_points: bool,
    ) -> Self {
        let fits = |points: &i64| {
            let whole = points.checked_rem(MILLION) == Some(0);
            (band.min..=band.max).contains(points) && (whole || !whole_points)
        };
        match expected {
            Some(points) if fits(&points) => Self {
                indicator,
                points: Points::exactly(points),
                cause: None,
                expectation: Some(Expectation::Used(points)),
            },
            other => Self { indicator, points: band, cause, expectation: other.map(Expectation::Refused) },
        }
    }
}

/// A group's points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupResult<'p> {
    group: &'p Group,
    /// Its points, at most its full.
    pub points: Points,
    /// Its indicators.
    pub indicators: Vec<IndicatorResult<'p>>,
}

impl<'p> GroupResult<'p> {
    pub(super) fn of(group: &'p Group, indicators: Vec<IndicatorResult<'p>>) -> Self {
        let sum = indicators.iter().fold(Points::default(), |sum, indicator| sum.plus(indicator.points));
        Self { group, points: sum.capped(group.full), indicators }
    }

    /// Identifier of the group.
    pub fn id(&self) -> &'p str {
        &self.group.id
    }

    /// Name of the group for people.
    pub const fn title(&self) -> &'p Text {
        &self.group.title
    }

    /// Points of the whole group.
    pub const fn full(&self) -> Literal {
        self.group.full
    }

    /// Points it alone must reach.
    pub const fn floor(&self) -> Option<Literal> {
        self.group.floor
    }
}

/// A sheet's points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetResult<'p> {
    sheet: &'p ScoreSheet,
    groups: Vec<GroupResult<'p>>,
    total: Points,
}

impl<'p> SheetResult<'p> {
    pub(super) fn of(sheet: &'p ScoreSheet, groups: Vec<GroupResult<'p>>) -> Self {
        let total = groups.iter().fold(Points::default(), |sum, group| sum.plus(group.points));
        Self { sheet, groups, total }
    }

    /// Total of the groups, as an interval.
    pub const fn total(&self) -> Points {
        self.total
    }

    /// Points to reach.
    pub const fn pass_mark(&self) -> Literal {
        self.sheet.pass_mark
    }

    /// Points of the whole sheet.
    pub const fn full(&self) -> Literal {
        self.sheet.full
    }

    /// Groups of the sheet with their points.
    pub fn groups(&self) -> &[GroupResult<'p>] {
        &self.groups
    }

    /// Its indicators.
    pub fn indicators(&self) -> impl Iterator<Item = &IndicatorResult<'p>> {
        self.groups.iter().flat_map(|group| &group.indicators)
    }

    /// Whether an adviser's expectation has an effect on it.
    pub fn is_expected(&self) -> bool {
        self.indicators().any(|result| matches!(result.expectation, Some(Expectation::Used(_))))
    }

    /// Whether total and floors are reached.
    pub fn truth(&self) -> Truth {
        self.truth_with(|_, points| points)
    }

    /// Whether total and floors would be reached if indicators, by their position in the sheet, had other points.
    pub(crate) fn truth_with(&self, points: impl Fn(usize, Points) -> Points) -> Truth {
        let mut given = self.indicators().enumerate().map(|(position, found)| points(position, found.points));
        let (mut total, mut floors) = (Points::default(), Truth::Met);
        for group in &self.groups {
            let sum = given.by_ref().take(group.indicators.len()).fold(Points::default(), Points::plus);
            let sum = sum.capped(group.full());
            total = total.plus(sum);
            floors = group.floor().map_or(floors, |floor| floors.and(sum.reaches(floor)));
        }
        floors.and(total.reaches(self.pass_mark()))
    }

    /// Why the points are open.
    pub fn cause(&self) -> Option<Cause> {
        self.indicators().filter(|indicator| indicator.points.is_open()).find_map(|indicator| indicator.cause)
    }
}
