//! On which sides of a threshold a dossier lies.

use super::threshold::{Of, Threshold};
use crate::{
    base::{
        number::{Literal, Magnitude},
        value::Value,
    },
    language::{
        assessment::{Reasons, evaluate},
        dossier::Dossier,
        nodes::{Explained, Node, Run},
        packs::Pack,
        quantities::Quantity,
        scores::{Points, SheetResult},
        size::{SizeGroup, SizeResult},
        terms::FactIx,
    },
};
use std::cmp::Ordering;

/// A dossier judged by a pack, with the nodes that were looked at.
pub(super) struct Seen<'s> {
    pack: &'s Pack,
    dossier: &'s Dossier,
    /// Each with the period it was read in, counted back from the current one.
    nodes: Vec<(&'s Node, u8)>,
    sheet: Option<SheetResult<'s>>,
}

impl<'s> Seen<'s> {
    pub(super) fn of(pack: &'s Pack, dossier: &'s Dossier) -> Self {
        let assessment = evaluate(pack, dossier);
        let mut nodes = Vec::new();
        for judged in assessment.criteria() {
            if let Reasons::Test(explained) = &judged.reasons {
                gather(explained, &mut nodes);
            }
        }
        Self { pack, dossier, nodes, sheet: assessment.sheet().cloned() }
    }

    /// The sides, once for each period in which it was read; none where something is unknown.
    pub(super) fn sides(&self, threshold: &Threshold<'_>) -> Vec<Ordering> {
        match threshold.of {
            Of::Node(node, row) => {
                let same = self.nodes.iter().filter(|(seen, _)| *seen == node);
                same.filter_map(|(_, years_ago)| self.side(node, row, *years_ago)).collect()
            }
            Of::Edge(quantity, edge) => self.measured(quantity, edge, 0).into_iter().collect(),
            Of::PassMark(mark) => self.total().and_then(|total| settled(total, mark)).into_iter().collect(),
            Of::GroupFloor(id, floor) => {
                self.group(id).and_then(|points| settled(points, floor)).into_iter().collect()
            }
            Of::SizeFloor(group, fact, floor) => self.size(group, fact, floor).into_iter().collect(),
        }
    }

    fn side(&self, node: &Node, row: usize, years_ago: u8) -> Option<Ordering> {
        match node {
            Node::Compare(compare) => self.measured(&compare.quantity, compare.literal, years_ago),
            Node::RankWithin(within) => match self.dossier.get(within.fact)? {
                Value::Rank(rank) => Some((*rank)?.cmp(&within.best)),
                _ => None,
            },
            Node::ThresholdBy(tiers) => {
                self.measured(tiers.selector.quantity()?, tiers.rows.get(row)?.from?, years_ago)
            }
            _ => None,
        }
    }

    fn measured(&self, quantity: &Quantity, literal: Literal, years_ago: u8) -> Option<Ordering> {
        let value: Magnitude = quantity.measure(&self.run(&SizeResult::unknown(), years_ago)).ok()?;
        Some(value.compare(literal))
    }

    fn run<'r>(&'r self, size: &'r SizeResult, years_ago: u8) -> Run<'r, 's> {
        Run { terms: self.pack.terms(), dossier: self.dossier, size, sheet: None, years_ago }
    }

    fn total(&self) -> Option<Points> {
        self.sheet.as_ref().map(SheetResult::total)
    }

    fn group(&self, id: &str) -> Option<Points> {
        self.sheet.as_ref()?.groups().iter().find(|group| group.id() == id).map(|group| group.points)
    }

    /// The figure against a floor, where the firm's industry has this group in its table.
    fn size(&self, group: &SizeGroup, fact: FactIx, floor: Literal) -> Option<Ordering> {
        let unknown = SizeResult::unknown();
        let run = self.run(&unknown, 0);
        self.pack.size_table()?.groups_at(&run).contains(&Some(group)).then_some(())?;
        Some(run.number(fact, 0).ok()?.cmp(&floor.micros()))
    }
}

fn gather<'p>(explained: &Explained<'p>, nodes: &mut Vec<(&'p Node, u8)>) {
    nodes.push((explained.node, explained.years_ago));
    explained.children().for_each(|child| gather(child, nodes));
}

fn settled(points: Points, mark: Literal) -> Option<Ordering> {
    (!points.is_open()).then(|| points.min.cmp(&mark.micros()))
}
