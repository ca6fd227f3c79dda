//! `threshold_by`: a test chosen by a tier 「分级门槛」; an unknown selector means every row.

use super::{
    Child, Detail, Explained, Input, Join, Node, Parts, Place, Run, Threshold, Voice, Words,
    explained::first_cause, kind::Kind,
};
use crate::{
    base::{
        compact::compact,
        fact_kind::FactKind,
        number::{Bound, Literal, Operator},
        truth::Truth,
        value::{Value, bit},
    },
    language::{
        answers::Answers,
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        quantities::{Quantity, check_literal},
        terms::FactIx,
        words::{Clause, Lines, requirement},
    },
    written::{SelectorDoc, ThresholdByDoc, TierRowDoc},
};
use std::cmp::Ordering;

/// A tier table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThresholdBy {
    /// What picks the row.
    pub selector: Selector,
    /// Tiers, in the order in which they are tried.
    pub rows: Vec<TierRow>,
}

compact!(struct ThresholdBy { selector, rows });

/// What picks a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// The zone of a city.
    ZoneOf(FactIx),
    /// Tier by the answer to a choice.
    Choice(FactIx),
    /// A quantity; a row is taken from its lower edge on.
    Quantity(Quantity),
}

compact!(
    enum Selector {
        ZoneOf(inner),
        Choice(inner),
        Quantity(inner),
    }
);

/// One tier 「档」: when it applies, and its test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierRow {
    /// Zones or choices that pick it, as bits.
    pub when: u64,
    /// Lower edge of the quantity; `None` on the last row.
    pub from: Option<Literal>,
    /// The row's test.
    pub test: Node,
}

compact!(struct TierRow { when, from, test });

/// Which rows may be the one.
enum Picked {
    /// Exactly this one.
    Row(usize),
    /// None has it.
    Nothing,
    /// The selector is unknown.
    Unknown(Cause),
}

impl Kind for ThresholdBy {
    type Doc = ThresholdByDoc;
    const KEY: &'static str = "threshold_by";

    fn check(doc: &ThresholdByDoc, c: &mut Checker<'_>) -> Option<Self> {
        if doc.rows.len() < 2 {
            return c.at("rows", |c| c.fail(Code::Constant, "分级门槛至少要有两行"));
        }
        let selector = c.at("selector", |c| Selector::check(&doc.selector, c))?;
        let rows = c.at("rows", |c| c.each(&doc.rows, |row, c| TierRow::check(row, &selector, c)))?;
        let table = Self { selector, rows };
        if !table.is_ordered() {
            let zh = "分级行有重叠、缺口或永远到不了的行：下限应由高到低，末行不写 from；同一取值只属一行";
            let en = "tiers overlap, leave a gap or can never be reached: their lower bounds fall, the last has none, and a value belongs to one";
            return c.at("rows", |c| c.fail(Code::BandOrder, (zh, en)));
        }
        Some(table)
    }

    fn parts(&self) -> Parts<'_> {
        let rows = Place::of(Self::KEY).field("rows");
        let children = self.rows.iter().enumerate();
        let children = children.map(|(index, row)| Child::at(rows.item(index).of_item("test"), &row.test));
        let input = match &self.selector {
            Selector::ZoneOf(fact) => Input::City(*fact),
            Selector::Choice(fact) => Input::Answer(*fact),
            Selector::Quantity(quantity) => Input::Quantity(quantity, self.edges(rows)),
        };
        Parts { join: Join::Picked, children: children.collect(), inputs: vec![input] }
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let picked = self.pick(&run.answers);
        let candidate = |index: usize| match picked {
            Picked::Row(row) => row == index,
            Picked::Nothing => false,
            Picked::Unknown(_) => true,
        };
        let rows: Vec<_> = self
            .rows
            .iter()
            .enumerate()
            .filter(|(index, _)| candidate(*index))
            .map(|(index, row)| (index, row.test.eval(run)))
            .collect();
        let truth = Truth::agreed(rows.iter().map(|(_, row)| row.truth)).unwrap_or(Truth::Undetermined);
        let cause = match picked {
            Picked::Unknown(cause) => Some(cause),
            Picked::Nothing => Some(Cause::NotInTable),
            Picked::Row(_) => first_cause(rows.iter().map(|(_, row)| row)),
        };
        Explained::new(node, run, truth, cause, Detail::Rows(rows))
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        let rows = self.rows.iter().enumerate();
        let rows = rows
            .map(|(index, row)| Clause::group(self.row_name(index, words), vec![row.test.describe(words)]));
        Clause::group(words.pick("分档要求", "By tier"), rows.collect())
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let Detail::Rows(rows) = &explained.detail else { return };
        if let [(index, row)] = rows.as_slice() {
            lines.group(self.row_name(*index, &voice.words), explained.truth, |lines| {
                Node::explain(row, voice, lines)
            });
            return;
        }
        let heading = voice.words.pick("适用档尚不能确定", "The tier is not settled");
        lines.group(heading.to_owned(), explained.truth, |lines| {
            for (index, row) in rows {
                lines.group(self.row_name(*index, &voice.words), row.truth, |lines| {
                    Node::explain(row, voice, lines)
                });
            }
        });
    }
}

impl ThresholdBy {
    /// The lower edges of its rows.
    fn edges(&self, rows: Place) -> Vec<Threshold> {
        let edges = self.rows.iter().enumerate();
        let edge = |(index, row): (usize, &TierRow)| {
            Some(Threshold { literal: row.from?, place: rows.item(index).of_item("from") })
        };
        edges.filter_map(edge).collect()
    }

    /// Whether every value has at most one row and every row can be reached.
    fn is_ordered(&self) -> bool {
        if let Selector::Quantity(_) = self.selector {
            let edges: Vec<Option<i64>> = self.rows.iter().map(|row| row.from.map(Literal::micros)).collect();
            let last_open = edges.iter().position(Option::is_none) == edges.len().checked_sub(1);
            return last_open && edges.is_sorted_by(|a, b| a > b);
        }
        let mut seen = 0;
        self.rows.iter().all(|row| {
            let new = row.when != 0 && seen & row.when == 0;
            seen |= row.when;
            new
        })
    }

    fn pick(&self, answers: &Answers<'_>) -> Picked {
        let found = match &self.selector {
            Selector::Quantity(quantity) => match quantity.measure(answers) {
                Ok(value) => self
                    .rows
                    .iter()
                    .position(|row| row.from.is_none_or(|from| value.compare(from) != Ordering::Less)),
                Err(cause) => return Picked::Unknown(cause),
            },
            Selector::ZoneOf(fact) | Selector::Choice(fact) => match answers.value(*fact) {
                Ok(value) => self.row_of(value, answers),
                Err(cause) => return Picked::Unknown(cause),
            },
        };
        found.map_or(Picked::Nothing, Picked::Row)
    }

    fn row_of(&self, value: &Value, answers: &Answers<'_>) -> Option<usize> {
        let position = match value {
            Value::Choice(index) => *index,
            Value::Code(city) => u8::try_from(answers.terms.zone_of(city)?).ok()?,
            _ => return None,
        };
        self.rows.iter().position(|row| row.when & bit(position) != 0)
    }

    /// Name of a row: its zones, its answers, or its span of the quantity.
    fn row_name(&self, index: usize, words: &Words<'_>) -> String {
        let Some(row) = self.rows.get(index) else { return String::new() };
        match &self.selector {
            Selector::ZoneOf(_) => words.zone_names(row.when),
            Selector::Choice(fact) => words.choice_names(*fact, row.when),
            Selector::Quantity(quantity) => self.span_name(index, row, quantity, words),
        }
    }

    fn span_name(&self, index: usize, row: &TierRow, quantity: &Quantity, words: &Words<'_>) -> String {
        let name = quantity.subject(words);
        let above = index.checked_sub(1).and_then(|index| self.rows.get(index)).and_then(|row| row.from);
        let side = |operator, literal| {
            let side = requirement(Bound { operator, literal }, words.lang);
            [words.pick("", " "), &side].concat()
        };
        let from = row.from.map(|from| side(Operator::AtLeast, from)).unwrap_or_default();
        let below = above.map(|above| side(Operator::LessThan, above)).unwrap_or_default();
        let and = if from.is_empty() || below.is_empty() { "" } else { words.pick("且", " and") };
        format!("{name}{from}{and}{below}")
    }
}

impl Selector {
    fn check(doc: &SelectorDoc, c: &mut Checker<'_>) -> Option<Self> {
        match doc {
            SelectorDoc::ZoneOf(id) => {
                c.fact_at("zone_of", id, FactKind::City).map(|(fact, _)| Self::ZoneOf(fact))
            }
            SelectorDoc::Choice(id) => {
                c.fact_at("choice", id, FactKind::Choice).map(|(fact, _)| Self::Choice(fact))
            }
            SelectorDoc::Quantity(quantity) => {
                c.at("quantity", |c| Quantity::check(quantity, c)).map(Self::Quantity)
            }
        }
    }
}

impl TierRow {
    fn check(doc: &TierRowDoc, selector: &Selector, c: &mut Checker<'_>) -> Option<Self> {
        let test = c.at("test", |c| Node::check(&doc.test, c));
        let (when, from) = match selector {
            Selector::Quantity(quantity) => {
                let from =
                    doc.from.as_ref().map(|text| c.at("from", |c| check_literal(text, quantity.unit(), c)));
                (0, from.map_or(Some(None), |from| from.map(Some))?)
            }
            Selector::ZoneOf(_) => (c.at("when", |c| c.zones(&doc.when))?, None),
            Selector::Choice(fact) => (c.at("when", |c| c.choices_of(*fact, &doc.when))?, None),
        };
        Some(Self { when, from, test: test? })
    }
}
