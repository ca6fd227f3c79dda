//! Dossiers just below, at and just above every threshold of a pack.

use crate::at_threshold::{rounded, steered, with};
use crate::literal::{Literal, write_decimal};
use crate::quantity::{Crossing, Open, Slot, fraction, scale, slots};
use crate::rulebook::{period_key, range, step, term, year};
use crate::thresholds::{Threshold, thresholds};
use num_rational::BigRational;
use serde_json::Value;

/// Where the quantity lies as seen from the literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// As little below as one step of the moved fact allows.
    Below,
    /// Exactly at the literal.
    At,
    /// As little above as one step of the moved fact allows.
    Above,
}

/// A dossier at a threshold.
#[derive(Clone, Debug)]
pub struct Boundary {
    /// The JSON pointer to the literal, in the pack or, for a size class, in the size table.
    pub pointer: String,
    /// The literal as written.
    pub literal: String,
    /// On which side of it the quantity lies.
    pub side: Side,
    /// The fact that was moved.
    pub fact: String,
    /// The dossier.
    pub dossier: Value,
}

/// The dossier moved to every threshold of the pack, by each fact that can do so alone: first with all other
/// facts as they are but for those that select the tier the threshold stands in, then with the other numbers
/// of the quantity made round, so that nearly every literal can be met exactly. Where no number of the fact
/// meets it, or none is allowed, that side is left out.
#[must_use]
pub fn boundaries(rulebook: &Value, pack: &Value, dossier: &Value) -> Vec<Boundary> {
    boundaries_at(rulebook, pack, dossier, |_| true)
}

/// The same for those thresholds only whose pointer is asked for.
#[must_use]
pub fn boundaries_at(
    rulebook: &Value,
    pack: &Value,
    dossier: &Value,
    wanted: impl Fn(&str) -> bool,
) -> Vec<Boundary> {
    let mut found = Vec::new();
    for threshold in thresholds(pack).into_iter().filter(|threshold| wanted(&threshold.pointer)) {
        let steered = steered(rulebook, dossier, &threshold.context);
        let slots = slots(&threshold.quantity, threshold.context.back);
        for slot in &slots {
            found.extend(moved(rulebook, &steered, &threshold, slot));
        }
        if slots.len() > 1 {
            let round = rounded(rulebook, &steered, &slots);
            for slot in &slots {
                found.extend(moved(rulebook, &round, &threshold, slot));
            }
        }
    }
    found
}

/// The dossier with one number moved to each side of a threshold.
pub(crate) fn moved(rulebook: &Value, dossier: &Value, threshold: &Threshold, slot: &Slot) -> Vec<Boundary> {
    let open = Open { rulebook, dossier, slot };
    let mark = mark(threshold.literal);
    let crossing = open.crossing(&threshold.quantity, threshold.context.back, &mark);
    let Some((term, crossing)) = term(rulebook, &slot.fact).zip(crossing) else {
        return Vec::new();
    };
    let key = period_key(term, year(dossier), slot.back);
    sides(term, &crossing)
        .into_iter()
        .filter(|(_, number)| range(term).contains(number))
        .map(|(side, number)| Boundary {
            pointer: threshold.pointer.clone(),
            literal: threshold.literal.written(),
            side,
            fact: slot.fact.clone(),
            dossier: with(dossier, &slot.fact, key.as_deref(), &write_decimal(number)),
        })
        .collect()
}

/// The number a literal stands for, percent as a fraction.
fn mark(literal: Literal) -> BigRational {
    let unit = if literal.unit == "%" { fraction(100_000_000) } else { fraction(1_000_000) };
    BigRational::from_integer(literal.millionths.into()) / unit
}

/// The millionths to give for a fact to lie on each side of a crossing.
fn sides(term: &Value, crossing: &Crossing) -> Vec<(Side, i128)> {
    let step = step(term);
    let steps = &crossing.at * scale(term) / BigRational::from_integer(step.into());
    let Ok(lower) = i128::try_from(steps.floor().to_integer()) else {
        return Vec::new();
    };
    let (below, above) =
        if crossing.rising { (Side::Below, Side::Above) } else { (Side::Above, Side::Below) };
    let mut found = vec![(above, lower + 1)];
    if steps.is_integer() {
        found.extend([(Side::At, lower), (below, lower - 1)]);
    } else {
        found.push((below, lower));
    }
    found.into_iter().map(|(side, steps)| (side, steps * step)).collect()
}

#[cfg(test)]
mod tests;
