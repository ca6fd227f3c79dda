//! On which sides of a threshold a dossier lies.

use super::threshold::{Of, Threshold};
use crate::{
    base::{
        number::{Literal, Magnitude},
        value::Value,
    },
    language::{
        answers::Answers,
        assessment::{Reasons, evaluate},
        dossier::Dossier,
        nodes::{Explained, Node},
        packs::Pack,
        quantities::Quantity,
        scores::{Points, SheetResult},
        size::SizeGroup,
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
            Of::Quantity(node, quantity, literal) => {
                let periods = self.periods(node);
                periods.filter_map(|years_ago| self.measured(quantity, literal, years_ago)).collect()
            }
            Of::Rank(node, fact, best) => {
                self.periods(node).filter_map(|_| self.ranked(fact, best)).collect()
            }
            Of::Edge(quantity, edge) => self.measured(quantity, edge, 0).into_iter().collect(),
            Of::PassMark(mark) => self.total().and_then(|total| settled(total, mark)).into_iter().collect(),
            Of::GroupFloor(id, floor) => {
                self.group(id).and_then(|points| settled(points, floor)).into_iter().collect()
            }
            Of::SizeFloor(group, fact, floor) => self.size(group, fact, floor).into_iter().collect(),
        }
    }

    /// The periods in which a node was read, counted back from the current one.
    fn periods(&self, node: &Node) -> impl Iterator<Item = u8> {
        self.nodes.iter().filter(move |(seen, _)| *seen == node).map(|(_, years_ago)| *years_ago)
    }

    fn ranked(&self, fact: FactIx, best: u32) -> Option<Ordering> {
        match self.dossier.get(fact)? {
            Value::Rank(rank) => Some((*rank)?.cmp(&best)),
            _ => None,
        }
    }

    fn measured(&self, quantity: &Quantity, literal: Literal, years_ago: u8) -> Option<Ordering> {
        let value: Magnitude = quantity.measure(&self.answers().years_back(years_ago)).ok()?;
        Some(value.compare(literal))
    }

    fn answers(&self) -> Answers<'_> {
        Answers::new(self.pack.terms(), self.dossier)
    }

    fn total(&self) -> Option<Points> {
        self.sheet.as_ref().map(SheetResult::total)
    }

    fn group(&self, id: &str) -> Option<Points> {
        self.sheet.as_ref()?.groups().iter().find(|group| group.id() == id).map(|group| group.points)
    }

    /// The figure against a floor, where the firm's industry has this group in its table.
    fn size(&self, group: &SizeGroup, fact: FactIx, floor: Literal) -> Option<Ordering> {
        let answers = self.answers();
        self.pack.size_table()?.groups_at(&answers).contains(&Some(group)).then_some(())?;
        Some(answers.number(fact, 0).ok()?.cmp(&floor.micros()))
    }
}

fn gather<'p>(explained: &Explained<'p>, nodes: &mut Vec<(&'p Node, u8)>) {
    nodes.push((explained.node, explained.years_ago));
    explained.children().for_each(|child| gather(child, nodes));
}

fn settled(points: Points, mark: Literal) -> Option<Ordering> {
    (!points.is_open()).then(|| points.min.cmp(&mark.micros()))
}
