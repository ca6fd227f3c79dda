//! `per_item`: points for each unit of a quantity, up to a cap.

use super::{Points, PointsRow, check_points};
use crate::{
    base::{
        compact::compact,
        number::{Literal, Magnitude},
    },
    language::{
        answers::Answers,
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        quantities::{Quantity, check_literal},
        words::Names,
    },
    written::PerItemDoc,
};

/// Points for each unit of a quantity, up to a cap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerItem {
    /// What is counted.
    pub quantity: Quantity,
    /// Units of the quantity that earn one award.
    pub each: Literal,
    /// Points of one award.
    pub points: Literal,
    /// Highest points in all.
    pub cap: Literal,
}

compact!(struct PerItem { quantity, each, points, cap });

impl PerItem {
    pub(super) fn check(doc: &PerItemDoc, c: &mut Checker<'_>) -> Option<Self> {
        let quantity = c.at("quantity", |c| Quantity::check(&doc.quantity, c))?;
        let each = c.at("each", |c| check_literal(&doc.each, quantity.unit(), c));
        let points = c.at("points", |c| check_points(&doc.points, c));
        let cap = c.at("cap", |c| check_points(&doc.cap, c));
        let (each, points, cap) = (each?, points?, cap?);
        for (key, literal) in [("each", each), ("points", points)] {
            if literal.micros() <= 0 {
                let en = "the amount and the points of an item must be above 0";
                return c.at(key, |c| c.fail(Code::Constant, ("每项数量和分值都应大于 0", en)));
            }
        }
        Some(Self { quantity, each, points, cap })
    }

    /// Amounts that earn one more item's points each, up to the cap.
    pub(crate) fn steps(&self) -> impl Iterator<Item = Literal> {
        let items = self.cap.micros().checked_div(self.points.micros()).unwrap_or(0);
        let rest = self.cap.micros().checked_rem(self.points.micros()).unwrap_or(0);
        let items = items.saturating_add(i64::from(rest > 0));
        (1..=items).map(|times| self.each.times(times))
    }

    pub(super) fn describe(&self, words: &Names<'_>) -> PointsRow {
        let (each, cap) = (self.each.display(words.lang), words.points(&self.cap.to_string()));
        let points = words.points(&self.points.to_string());
        PointsRow {
            subject: self.quantity.subject(words),
            found: words.either(|| format!("每 {each}"), || format!("each {each}")),
            points: words.either(|| format!("{points}，最高 {cap}"), || format!("{points}, at most {cap}")),
        }
    }

    pub(super) fn points(&self, answers: &Answers<'_>) -> (Points, Option<Cause>) {
        match self.quantity.measure(answers) {
            Ok(value) => (Points::exactly(self.earned(value)), None),
            Err(cause) => (Points { min: 0, max: self.cap.micros() }, Some(cause)),
        }
    }

    fn earned(&self, value: Magnitude) -> i64 {
        let Magnitude::Exact(value) = value else { return 0 };
        let times = value.times(self.each);
        let earned = times.saturating_mul(i128::from(self.points.micros()));
        i64::try_from(earned).unwrap_or(i64::MAX).min(self.cap.micros())
    }
}
