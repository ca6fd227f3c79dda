//! `band`: bands 「档位」 of a quantity; a figure on the edge of two gets the higher.

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
    written::{BandDoc, BandRowDoc},
};
use std::cmp::Ordering;

/// A banded quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What is measured.
    pub quantity: Quantity,
    /// Which side of the edges is better.
    pub edge: Edge,
    /// Rows in the order in which they are tried.
    pub rows: Vec<BandRow>,
}

compact!(struct Band { quantity, edge, rows });

/// Which side of its edge a row has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Rows with `≥`, in falling order.
    AtLeast,
    /// Rows with `≤`, in rising order.
    AtMost,
}

compact!(
    enum Edge {
        AtLeast,
        AtMost,
    }
);

impl Edge {
    /// Mathematical sign of the rows.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
        }
    }

    /// Its key in a pack.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }
}

/// One band 「档位」: its edge and its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandRow {
    /// Its edge, included; `None` on the last.
    pub edge: Option<Literal>,
    /// Points of the band.
    pub points: Literal,
}

compact!(struct BandRow { edge, points });

impl Band {
    pub(super) fn check(doc: &BandDoc, c: &mut Checker<'_>) -> Option<Self> {
        let quantity = c.at("quantity", |c| Quantity::check(&doc.quantity, c))?;
        let rising = doc.rows.iter().any(|row| row.at_most.is_some());
        let edge = if rising { Edge::AtMost } else { Edge::AtLeast };
        let rows = c.at("rows", |c| c.each(&doc.rows, |row, c| BandRow::check(row, edge, &quantity, c)))?;
        let band = Self { quantity, edge, rows };
        if !band.is_ordered() {
            let sentence =
                "档位有重叠、缺口或永远到不了的档：at_least 由高到低或 at_most 由低到高，末档不写界限";
            return c.at("rows", |c| c.fail(Code::BandOrder, sentence));
        }
        Some(band)
    }

    fn is_ordered(&self) -> bool {
        let edges: Vec<Option<i64>> = self.rows.iter().map(|row| row.edge.map(Literal::micros)).collect();
        let Some((None, edges)) = edges.split_last() else { return false };
        let ordered = match self.edge {
            Edge::AtLeast => edges.is_sorted_by(|a, b| a > b),
            Edge::AtMost => edges.is_sorted_by(|a, b| a < b),
        };
        ordered && !edges.is_empty() && edges.iter().all(Option::is_some)
    }

    pub(super) fn points(&self, answers: &Answers<'_>) -> (Points, Option<Cause>) {
        match self.quantity.measure(answers) {
            Ok(value) => {
                (self.row_of(value).map_or(self.range(), |row| Points::exactly(row.points.micros())), None)
            }
            Err(cause) => (self.range(), Some(cause)),
        }
    }

    pub(super) fn describe(&self, words: &Names<'_>) -> Vec<PointsRow> {
        let subject = self.quantity.subject(words);
        let row = |row: &BandRow| PointsRow {
            subject: subject.clone(),
            found: row.edge.map_or_else(
                || words.pick("其余", "otherwise").to_owned(),
                |edge| format!("{} {}", self.edge.sign(), edge.display(words.lang)),
            ),
            points: words.points(&row.points.to_string()),
        };
        self.rows.iter().map(row).collect()
    }

    /// The row that a value falls into.
    pub fn row_of(&self, value: Magnitude) -> Option<&BandRow> {
        let beyond = match self.edge {
            Edge::AtLeast => Ordering::Less,
            Edge::AtMost => Ordering::Greater,
        };
        self.rows.iter().find(|row| row.edge.is_none_or(|edge| value.compare(edge) != beyond))
    }

    /// Least and most points of its rows.
    pub fn range(&self) -> Points {
        let each = self.rows.iter().map(|row| Points::exactly(row.points.micros()));
        each.reduce(Points::spanning).unwrap_or_default()
    }
}

impl BandRow {
    fn check(doc: &BandRowDoc, edge: Edge, quantity: &Quantity, c: &mut Checker<'_>) -> Option<Self> {
        let (wanted, other) = match edge {
            Edge::AtLeast => (&doc.at_least, &doc.at_most),
            Edge::AtMost => (&doc.at_most, &doc.at_least),
        };
        if other.is_some() {
            return c.fail(Code::BandOrder, "同一组档位只能都用 at_least 或都用 at_most");
        }
        let points = c.at("points", |c| check_points(&doc.points, c));
        let edge = match wanted {
            Some(text) => Some(c.at(edge.key(), |c| check_literal(text, quantity.unit(), c))?),
            None => None,
        };
        Some(Self { edge, points: points? })
    }
}
