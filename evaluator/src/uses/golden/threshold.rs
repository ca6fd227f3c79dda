//! The thresholds that a pack's own file writes, each with the pointer to it.

use crate::{
    base::{
        number::{Literal, MILLION},
        text::Lang,
    },
    language::{
        nodes::{Input, Node, Place},
        packs::{Body, Criterion, Pack},
        quantities::Quantity,
        scores::{Band, PerItem, Rule, ScoreSheet},
        size::{SizeGroup, SizeTable},
        terms::{FactIx, Terms},
    },
    written::{CriterionDoc, PackDoc, SizeTableRefDoc},
};
use std::cmp::Ordering;

/// Something that a dossier can lie below, at or above.
pub(super) struct Threshold<'p> {
    pub(super) pointer: String,
    pub(super) of: Of<'p>,
}

/// What is measured against what.
#[derive(Clone, Copy)]
pub(super) enum Of<'p> {
    /// A quantity of a node.
    Quantity(&'p Node, &'p Quantity, Literal),
    /// A rank of a node, and the last place that is good enough.
    Rank(&'p Node, FactIx, u32),
    /// An edge of a band, or a multiple of what is counted.
    Edge(&'p Quantity, Literal),
    /// Points of the whole sheet.
    PassMark(Literal),
    /// Points of a group, by id.
    GroupFloor(&'p str, Literal),
    /// A figure of the firms of an industry.
    SizeFloor(&'p SizeGroup, FactIx, Literal),
}

impl Threshold<'_> {
    /// Other packs use the table too, and their cases try it.
    pub(super) const fn is_of_size_table(&self) -> bool {
        matches!(self.of, Of::SizeFloor(..))
    }

    /// The number as written.
    pub(super) fn shown(&self) -> String {
        let literal = match self.of {
            Of::Rank(_, _, best) => return format!("{best}名"),
            Of::Quantity(_, _, literal) | Of::SizeFloor(_, _, literal) => literal,
            Of::Edge(_, literal) | Of::PassMark(literal) | Of::GroupFloor(_, literal) => literal,
        };
        literal.display(Lang::Zh)
    }

    /// Whether any answer lies on that side.
    pub(super) fn has_side(&self, side: Ordering, terms: &Terms) -> bool {
        let (bounds, at) = match self.of {
            Of::Quantity(_, quantity, literal) => (quantity.bounds(terms), literal.micros()),
            Of::Rank(_, fact, best) => {
                let last = terms.term(fact).map(|term| term.bounds().1);
                (last.map(|last| (MILLION, last)), i64::from(best).saturating_mul(MILLION))
            }
            Of::Edge(Quantity::CountOf(count), literal) => (Some(count.bounds()), literal.micros()),
            Of::Edge(quantity, literal) => (quantity.bounds(terms), literal.micros()),
            Of::PassMark(_) | Of::GroupFloor(..) | Of::SizeFloor(..) => (None, 0),
        };
        bounds.is_none_or(|(least, most)| match side {
            Ordering::Less => least < at,
            Ordering::Equal => true,
            Ordering::Greater => at < most,
        })
    }
}

/// The thresholds of a pack that its own file writes.
pub(super) fn thresholds<'p>(pack: &'p Pack, doc: &PackDoc) -> Vec<Threshold<'p>> {
    let mut found = Vec::new();
    for criterion in pack.criteria() {
        let (Some(place), Body::Test { test, renewal }) = (place_of(doc, criterion), &criterion.body) else {
            continue;
        };
        for (key, node) in [("test", Some(test)), ("renewal", renewal.as_ref())] {
            if let Some(node) = node {
                of_node(as_written(node, &place), format!("{place}/{key}"), &mut found);
            }
        }
    }
    if let Some(sheet) = pack.sheet() {
        of_sheet(sheet, doc, &mut found);
    }
    if let (Some(SizeTableRefDoc::Table(_)), Some(table)) = (&doc.size_table, pack.size_table()) {
        of_size_table(table, &mut found);
    }
    found
}

/// A veto's test without the `not` that the checker put around it.
fn as_written<'n>(node: &'n Node, place: &str) -> &'n Node {
    match node {
        Node::Not(not) if place.starts_with("/vetoes/") => &not.0,
        node => node,
    }
}

fn of_node<'p>(node: &'p Node, place: String, found: &mut Vec<Threshold<'p>>) {
    let parts = node.parts();
    for input in parts.inputs {
        let at = |within: Place, of| Threshold { pointer: format!("{place}{within}"), of };
        match input {
            Input::Quantity(quantity, thresholds) => found.extend(
                thresholds
                    .into_iter()
                    .map(|threshold| at(threshold.place, Of::Quantity(node, quantity, threshold.literal))),
            ),
            Input::Rank(fact, best, within) => found.push(at(within, Of::Rank(node, fact, best))),
            Input::Answer(_) | Input::Among(..) | Input::City(_) | Input::Confirmation(_) => {}
            Input::SizeClass | Input::Score => {}
        }
    }
    for child in parts.children {
        of_node(child.node, format!("{place}{}", child.place), found);
    }
}

/// The points to reach and the rules, as far as the pack's own file has them.
fn of_sheet<'p>(sheet: &'p ScoreSheet, doc: &PackDoc, found: &mut Vec<Threshold<'p>>) {
    let own = doc.score_sheet.is_some();
    if own || doc.pass_mark.is_some() {
        let pointer = if doc.pass_mark.is_some() { "/pass_mark" } else { "/score_sheet/pass_mark" };
        found.push(Threshold { pointer: pointer.to_owned(), of: Of::PassMark(sheet.pass_mark) });
    }
    if !own {
        return;
    }
    for (index, group) in sheet.groups.iter().enumerate() {
        let pointer = format!("/score_sheet/groups/{index}/floor");
        found.extend(group.floor.map(|floor| Threshold { pointer, of: Of::GroupFloor(&group.id, floor) }));
    }
    for (group, indicator, rule) in sheet.rules() {
        of_rule(rule, format!("/score_sheet/groups/{group}/indicators/{indicator}/rule"), found);
    }
}

fn of_rule<'p>(rule: &'p Rule, place: String, found: &mut Vec<Threshold<'p>>) {
    match rule {
        Rule::Band(Band { quantity, edge, rows }) => {
            for (index, row) in rows.iter().enumerate() {
                let pointer = format!("{place}/band/rows/{index}/{}", row.key(*edge));
                found.extend(row.edge.map(|literal| Threshold { pointer, of: Of::Edge(quantity, literal) }));
            }
        }
        Rule::PerItem(per_item) => of_items(per_item, &format!("{place}/per_item/each"), found),
        Rule::BestOf(rules) => {
            for (index, rule) in rules.iter().enumerate() {
                of_rule(rule, format!("{place}/best_of/{index}"), found);
            }
        }
        Rule::Choice(_) | Rule::DirectPoints(_) => {}
    }
}

/// Each further item until the cap is reached.
fn of_items<'p>(per_item: &'p PerItem, pointer: &str, found: &mut Vec<Threshold<'p>>) {
    found.extend(
        per_item.steps().map(|literal| Threshold {
            pointer: pointer.to_owned(),
            of: Of::Edge(&per_item.quantity, literal),
        }),
    );
}

fn of_size_table<'p>(table: &'p SizeTable, found: &mut Vec<Threshold<'p>>) {
    for (at, group) in table.groups().iter().enumerate() {
        for (place, (fact, floors)) in group.indicators.iter().enumerate() {
            let classes = ["large", "medium", "small"].into_iter().zip(floors);
            found.extend(classes.map(|(class, floor)| Threshold {
                pointer: format!("/size_table/groups/{at}/floors/{class}/{place}"),
                of: Of::SizeFloor(group, *fact, *floor),
            }));
        }
    }
}

/// The place of a criterion in a pack's own file; `None` for an inherited one.
fn place_of(doc: &PackDoc, criterion: &Criterion) -> Option<String> {
    let chapters = [("/prerequisites", &doc.prerequisites), ("/vetoes", &doc.vetoes), ("/gates", &doc.gates)];
    let routes = doc.routes.as_ref().and_then(|routes| place_in(routes, "/routes", &criterion.id));
    chapters.into_iter().find_map(|(name, docs)| place_among(docs, name, &criterion.id)).or(routes)
}

fn place_among(docs: &[CriterionDoc], list: &str, id: &str) -> Option<String> {
    docs.iter().enumerate().find_map(|(index, doc)| place_in(doc, &format!("{list}/{index}"), id))
}

fn place_in(doc: &CriterionDoc, place: &str, id: &str) -> Option<String> {
    if doc.id == id {
        return Some(place.to_owned());
    }
    let all_of = place_among(&doc.all_of, &format!("{place}/all_of"), id);
    all_of.or_else(|| place_among(&doc.any_of, &format!("{place}/any_of"), id))
}
