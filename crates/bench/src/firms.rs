//! Firms drawn at random: golden dossiers of which some figures and answers are drawn anew.

use crate::cases::Cases;
use zjtx_evaluator::{Dossier, FactIx, FactKind, Lever, Term, Value};

/// A small generator of our own: the same firms natively and as wasm, without a dependency.
struct Draw(u64);

impl Draw {
    /// A number below `end`.
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }
}

/// Draws `count` firms at random.
pub(crate) fn drawn(cases: &Cases, count: usize) -> Vec<Dossier> {
    let mut draw = Draw(7);
    (0..count).map(|index| firm(cases, cases.dossier(index).clone(), &mut draw)).collect()
}

/// A third of all that a firm can change is drawn anew, or taken away.
fn firm(cases: &Cases, mut dossier: Dossier, draw: &mut Draw) -> Dossier {
    for (fact, term) in cases.terms().facts() {
        if term.lever() == Lever::Fixed || draw.below(3) > 0 {
            continue;
        }
        let years: Vec<(i16, i64)> = dossier.years(fact).collect();
        for (year, own) in years {
            let drawn = own.saturating_mul(i64::try_from(draw.below(300)).unwrap_or(0)) / 100;
            dossier.set_year(fact, year, Some(drawn));
        }
        if term.period().is_none() {
            dossier.set(fact, answer(fact, term, &dossier, draw));
        }
    }
    dossier
}

fn answer(fact: FactIx, term: &Term, dossier: &Dossier, draw: &mut Draw) -> Option<Value> {
    if draw.below(12) == 0 {
        return None;
    }
    Some(match term.kind() {
        FactKind::Bool => Value::Bool(draw.below(2) == 1),
        FactKind::Choice => Value::Choice(u8::try_from(draw.below(term.choices().len() as u64)).ok()?),
        FactKind::Set => Value::Set(draw.below(1 << term.choices().len().min(20))),
        FactKind::Rank => Value::Rank(u32::try_from(draw.below(8) + 1).ok()),
        FactKind::Text | FactKind::Date | FactKind::City | FactKind::District | FactKind::Industry => {
            return dossier.get(fact).cloned();
        }
        _ => Value::Number(i64::try_from(draw.below(16) * 1_000_000).ok()?.min(term.bounds().1)),
    })
}
