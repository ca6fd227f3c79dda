//! `band`: bands 「档位」 of a quantity; a figure on the edge of two gets the higher.

use super::{Points, PointsRow, PointsSpan};
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
    /// Its edge; `None` on the last.
    pub edge: Option<Literal>,
    /// Whether a figure on the edge lies in the next band.
    pub excluded: bool,
    /// Points of the band, or the span that experts give.
    pub points: PointsSpan,
}

compact!(struct BandRow { edge, excluded, points });

impl Band {
    pub(super) fn check(doc: &BandDoc, c: &mut Checker<'_>) -> Option<Self> {
        let quantity = c.at("quantity", |c| Quantity::check(&doc.quantity, c))?;
        let rising = doc.rows.iter().any(|row| row.at_most.is_some());
        let edge = if rising { Edge::AtMost } else { Edge::AtLeast };
        let rows = c.at("rows", |c| c.each(&doc.rows, |row, c| BandRow::check(row, edge, &quantity, c)))?;
        let band = Self { quantity, edge, rows };
        if !band.is_ordered() {
            let zh = "档位有重叠、缺口或永远到不了的档：at_least 由高到低或 at_most 由低到高，末档不写界限";
            let en = "bands overlap, leave a gap or can never be reached: edges of at_least fall, those of at_most rise, and the last band has none";
            return c.at("rows", |c| c.fail(Code::BandOrder, (zh, en)));
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
            Ok(value) => (self.row_of(value).map_or(self.range(), |row| row.points.points()), None),
            Err(cause) => (self.range(), Some(cause)),
        }
    }

    pub(super) fn describe(&self, words: &Names<'_>) -> Vec<PointsRow> {
        let subject = self.quantity.subject(words);
        let row = |row: &BandRow| PointsRow {
            subject: subject.clone(),
            found: row.edge.map_or_else(
                || words.pick("其余", "otherwise").to_owned(),
                |edge| format!("{} {}", row.sign(self.edge), edge.display(words.lang)),
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
        self.rows.iter().find(|row| {
            row.edge.is_none_or(|edge| match value.compare(edge) {
                Ordering::Equal => !row.excluded,
                order => order != beyond,
            })
        })
    }

    /// Least and most points of its rows.
    pub fn range(&self) -> Points {
        let each = self.rows.iter().map(|row| row.points.points());
        each.reduce(Points::spanning).unwrap_or_default()
    }
}

impl BandRow {
    /// Sign of its edge.
    pub const fn sign(&self, edge: Edge) -> &'static str {
        if self.excluded { ">" } else { edge.sign() }
    }

    /// Key of its edge in a pack.
    pub const fn key(&self, edge: Edge) -> &'static str {
        if self.excluded { "more_than" } else { edge.key() }
    }

    fn check(doc: &BandRowDoc, edge: Edge, quantity: &Quantity, c: &mut Checker<'_>) -> Option<Self> {
        let (wanted, other) = match edge {
            Edge::AtLeast => (&doc.at_least, &doc.at_most),
            Edge::AtMost => (&doc.at_most, &doc.at_least),
        };
        let excluded = doc.more_than.is_some();
        if other.is_some() || (excluded && (edge == Edge::AtMost || wanted.is_some())) {
            let sentence = "同一组档位只能都用 at_most，或都用 at_least、more_than，每档至多一个";
            return c.fail(Code::BandOrder, sentence);
        }
        let points = c.at("points", |c| PointsSpan::check(&doc.points, c));
        let key = if excluded { "more_than" } else { edge.key() };
        let edge = match doc.more_than.as_ref().or(wanted.as_ref()) {
            Some(text) => Some(c.at(key, |c| check_literal(text, quantity.unit(), c))?),
            None => None,
        };
        Some(Self { edge, excluded, points: points? })
    }
}
