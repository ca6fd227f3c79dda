//! Which thresholds of the packs the golden dossiers try below, at and above (warning W02).
//!
//! Comparisons and band edges count; what a golden case expects is not looked at, only what its dossier
//! measures.

use crate::{
    assessment::{Reasons, evaluate},
    check::{Code, Diagnostic},
    doc::{CriterionDoc, PackDoc},
    dossier::Dossier,
    node::{Compare, Explained, Node, Run},
    number::{Literal, Magnitude},
    pack::{Body, Criterion, Pack},
    quantity::Quantity,
    rulebook::Rulebook,
    score::{Band, Rule},
    size::SizeResult,
};
use std::cmp::Ordering;

/// A dossier and the pack that it was written to try.
#[derive(Clone, Debug)]
pub struct GoldenCase {
    /// Pack id.
    pub pack: String,
    /// The dossier.
    pub dossier: Dossier,
}

/// Thresholds written in `docs` that no case lies below, at or above. Cases of a pack also try what it
/// inherits.
pub fn untried(rulebook: &Rulebook, docs: &[PackDoc], cases: &[GoldenCase]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for doc in docs {
        let Some(pack) = rulebook.pack(&doc.id) else { continue };
        let seen: Vec<Seen<'_>> = cases
            .iter()
            .filter(|case| inherits(&case.pack, &doc.id, docs))
            .filter_map(|case| Some(Seen::of(rulebook.pack(&case.pack)?, &case.dossier)))
            .collect();
        for threshold in thresholds(pack, doc) {
            let tried: Vec<Ordering> = seen.iter().flat_map(|seen| seen.sides(&threshold)).collect();
            found.extend(threshold.untried(&tried, doc));
        }
    }
    found
}

/// Whether a pack is another or takes from it.
fn inherits(pack: &str, base: &str, docs: &[PackDoc]) -> bool {
    let doc = docs.iter().find(|doc| doc.id == pack);
    pack == base || doc.and_then(|doc| doc.extends.as_ref()).is_some_and(|next| inherits(next, base, docs))
}

/// A literal that a quantity is measured against.
struct Threshold<'p> {
    pointer: String,
    quantity: &'p Quantity,
    literal: Literal,
    /// The comparison; `None` for the edge of a band.
    compare: Option<&'p Compare>,
}

impl Threshold<'_> {
    fn untried(&self, tried: &[Ordering], doc: &PackDoc) -> Option<Diagnostic> {
        let sides = [(Ordering::Less, "低于"), (Ordering::Equal, "等于"), (Ordering::Greater, "高于")];
        let missing: Vec<&str> =
            sides.into_iter().filter(|(side, _)| !tried.contains(side)).map(|(_, word)| word).collect();
        (!missing.is_empty()).then(|| Diagnostic {
            code: Code::NoGoldenCase,
            file: format!("packs/{}.json", doc.id),
            pointer: self.pointer.clone(),
            sentence: format!("没有{}这个数的示例档案", missing.join("、")),
        })
    }
}

/// What one case measured.
struct Seen<'s> {
    comparisons: Vec<(&'s Compare, Magnitude)>,
    pack: &'s Pack,
    dossier: &'s Dossier,
}

impl<'s> Seen<'s> {
    fn of(pack: &'s Pack, dossier: &'s Dossier) -> Self {
        let assessment = evaluate(pack, dossier);
        let mut comparisons = Vec::new();
        for judged in assessment.criteria() {
            if let Reasons::Test(explained) = &judged.reasons {
                gather(explained, &mut comparisons);
            }
        }
        Self { comparisons, pack, dossier }
    }

    /// On which sides of a threshold the case lies, once for each period it was read in.
    fn sides(&self, threshold: &Threshold<'_>) -> Vec<Ordering> {
        let Some(compare) = threshold.compare else {
            let measured = self.measure(threshold.quantity);
            return measured.map(|value| value.compare(threshold.literal)).into_iter().collect();
        };
        let same = self.comparisons.iter().filter(|(seen, _)| *seen == compare);
        same.map(|(_, value)| value.compare(threshold.literal)).collect()
    }

    fn measure(&self, quantity: &Quantity) -> Option<Magnitude> {
        let (terms, size) = (self.pack.terms(), &SizeResult::unknown());
        quantity.measure(&Run { terms, dossier: self.dossier, size, sheet: None, years_ago: 0 }).ok()
    }
}

fn gather<'p>(explained: &Explained<'p>, comparisons: &mut Vec<(&'p Compare, Magnitude)>) {
    if let (Node::Compare(compare), Some(value)) = (explained.node, explained.measured()) {
        comparisons.push((compare, value));
    }
    explained.children().for_each(|child| gather(child, comparisons));
}

/// The thresholds of a pack that its own file writes.
fn thresholds<'p>(pack: &'p Pack, doc: &PackDoc) -> Vec<Threshold<'p>> {
    let mut found = Vec::new();
    for criterion in pack.criteria() {
        let (Some(place), Body::Test { test, renewal }) = (place_of(doc, criterion), &criterion.body) else {
            continue;
        };
        for (key, node) in [("test", Some(test)), ("renewal", renewal.as_ref())] {
            if let Some(node) = node {
                compares(as_written(node, &place), format!("{place}/{key}"), &mut found);
            }
        }
    }
    if let (Some(sheet), true) = (pack.sheet(), doc.score_sheet.is_some()) {
        for (group, indicator, rule) in sheet.rules() {
            let place = format!("/score_sheet/groups/{group}/indicators/{indicator}/rule");
            edges(rule, place, &mut found);
        }
    }
    found
}

/// A veto's test without the `not` that the checker put around it.
fn as_written<'n>(node: &'n Node, place: &str) -> &'n Node {
    match node {
        Node::Not(test) if place.starts_with("/vetoes/") => test,
        node => node,
    }
}

fn compares<'p>(node: &'p Node, place: String, found: &mut Vec<Threshold<'p>>) {
    if let Node::Compare(compare) = node {
        let Compare { quantity, literal, operator, .. } = compare;
        let pointer = format!("{place}/compare/{}", operator.key());
        found.push(Threshold { pointer, quantity, literal: *literal, compare: Some(compare) });
    }
    for (step, child) in node.children() {
        compares(child, format!("{place}{step}"), found);
    }
}

fn edges<'p>(rule: &'p Rule, place: String, found: &mut Vec<Threshold<'p>>) {
    match rule {
        Rule::Band(Band { quantity, edge, rows }) => {
            for (index, literal) in rows.iter().map(|row| row.edge).enumerate() {
                let pointer = format!("{place}/band/rows/{index}/{}", edge.key());
                found.extend(literal.map(|literal| Threshold { pointer, quantity, literal, compare: None }));
            }
        }
        Rule::BestOf(rules) => {
            for (index, rule) in rules.iter().enumerate() {
                edges(rule, format!("{place}/best_of/{index}"), found);
            }
        }
        Rule::Choice(_) | Rule::PerItem(_) | Rule::DirectPoints(_) => {}
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
