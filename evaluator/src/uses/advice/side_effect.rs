//! What changes besides what was meant to: criteria that turn, points lost, another tier or size class.

use crate::{
    base::truth::Truth,
    language::{
        assessment::{Assessment, Judged, Reasons},
        nodes::{Detail, Explained, Node},
        packs::Criterion,
        scores::Points,
        size::ClassSet,
    },
};
use serde::Serialize;

/// Something that becomes worse, or other, with a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SideEffect {
    /// What it is.
    pub kind: EffectKind,
    /// Id of the criterion or indicator; `size_class` for the size class.
    pub id: String,
    /// Before: a truth, points, the position of a tier's row, or size class ids.
    pub from: String,
    /// Truth after the change.
    pub to: String,
}

/// What a side effect is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectKind {
    /// A criterion or declaration whose truth falls.
    Criterion,
    /// An indicator that gives fewer points.
    Indicator,
    /// A criterion that another row of its tier table decides.
    Tier,
    /// The size class.
    SizeClass,
}

/// What is worse or other in an assessment than in one before it, by the same pack.
pub fn side_effects<'p>(before: &Assessment<'p, '_>, then: &Assessment<'p, '_>) -> Vec<SideEffect> {
    Snapshot::of(before).effects(&Snapshot::of(then))
}

/// What side effects are seen in.
pub(super) struct Snapshot<'p> {
    truths: Vec<(&'p Criterion, Truth)>,
    tiers: Vec<(&'p Criterion, usize)>,
    points: Vec<(&'p str, Points)>,
    size: ClassSet,
}

impl<'p> Snapshot<'p> {
    pub(super) fn of(assessment: &Assessment<'p, '_>) -> Self {
        let judged = assessment.criteria().into_iter().chain(assessment.declarations());
        let (mut truths, mut tiers) = (Vec::new(), Vec::new());
        for judged in judged {
            truths.push((judged.criterion, judged.truth));
            each_tier(judged, &mut |row| tiers.push((judged.criterion, row)));
        }
        let indicators = assessment.sheet().into_iter().flat_map(|sheet| sheet.indicators());
        let points = indicators.map(|result| (result.indicator.id.as_str(), result.points)).collect();
        Self { truths, tiers, points, size: assessment.size().candidates() }
    }

    /// What is worse or other in the later one.
    pub(super) fn effects(&self, then: &Self) -> Vec<SideEffect> {
        let mut effects = Vec::new();
        for ((criterion, from), (_, to)) in self.truths.iter().zip(&then.truths) {
            if to < from {
                effects.push(effect(EffectKind::Criterion, &criterion.id, truth(*from), truth(*to)));
            }
        }
        for ((id, from), (_, to)) in self.points.iter().zip(&then.points) {
            if to.min < from.min {
                effects.push(effect(EffectKind::Indicator, id, from.display(), to.display()));
            }
        }
        self.tiers_and_size(then, &mut effects);
        effects
    }

    fn tiers_and_size(&self, then: &Self, effects: &mut Vec<SideEffect>) {
        for (criterion, to) in &then.tiers {
            let mut rows = self.tiers.iter().filter(|(known, _)| std::ptr::eq(*known, *criterion));
            if let Some((_, from)) = rows.next().filter(|(_, from)| from != to) {
                effects.push(effect(EffectKind::Tier, &criterion.id, from.to_string(), to.to_string()));
            }
        }
        if self.size != then.size {
            effects.push(effect(EffectKind::SizeClass, "size_class", classes(self.size), classes(then.size)));
        }
    }
}

fn effect(kind: EffectKind, id: &str, from: String, to: String) -> SideEffect {
    SideEffect { kind, id: id.to_owned(), from, to }
}

fn truth(truth: Truth) -> String {
    truth.id().to_owned()
}

fn classes(set: ClassSet) -> String {
    let ids: Vec<&str> = set.iter().map(|class| class.id()).collect();
    ids.join(" ")
}

/// Calls `f` with the row that decides the criterion's first tier table.
fn each_tier(judged: &Judged<'_>, f: &mut dyn FnMut(usize)) {
    if let Reasons::Test(explained) = &judged.reasons {
        first_tier(explained).into_iter().for_each(f);
    }
}

fn first_tier(explained: &Explained<'_>) -> Option<usize> {
    if let (Node::ThresholdBy(_), Detail::Rows(rows)) = (explained.node, &explained.detail)
        && let [(row, _)] = rows.as_slice()
    {
        return Some(*row);
    }
    explained.children().find_map(first_tier)
}
