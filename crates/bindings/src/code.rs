//! What differs between two outcomes of one pack, as numbers: `glue.js` makes the plain object of them.

use crate::shared::WAIVED;
use zjtx_evaluator::{Assessment, FactIx, Judged, SizeClass, Truth, scores::Points};

/// Truths by their numbers.
pub(crate) const TRUTHS: [Truth; 3] = [Truth::Unmet, Truth::Undetermined, Truth::Met];
/// Stands behind the size classes.
pub(crate) const NO_SIZE_CLASS: &str = "undetermined";
/// Numbers that hardly any outcome exceeds.
const USUAL: usize = 256;

/// Verdict, size class, points of the total, the groups and the indicators, criteria, declarations, and then facts
/// that are missing.
pub(crate) fn of(assessment: &Assessment<'_, '_>) -> Vec<i32> {
    let mut code = Vec::with_capacity(USUAL);
    code.extend([truth(assessment.verdict()), size(assessment.size().class())]);
    if let Some(sheet) = assessment.sheet() {
        let groups = sheet.groups().iter().map(|group| group.points);
        let indicators = sheet.indicators().map(|indicator| indicator.points);
        let all = std::iter::once(sheet.total()).chain(groups).chain(indicators);
        code.extend(all.flat_map(ends));
    }
    code.extend(assessment.criteria().into_iter().map(criterion));
    code.extend(assessment.declarations().iter().map(|judged| truth(judged.truth)));
    code.extend(assessment.decisive().map(FactIx::position).map(number));
    code
}

fn truth(truth: Truth) -> i32 {
    number(TRUTHS.iter().position(|known| *known == truth).unwrap_or_default())
}

fn size(class: Option<SizeClass>) -> i32 {
    let all = SizeClass::ALL;
    number(class.and_then(|class| all.iter().position(|known| *known == class)).unwrap_or(all.len()))
}

fn criterion(judged: &Judged<'_>) -> i32 {
    truth(judged.truth) + if judged.waived { i32::from(WAIVED) } else { 0 }
}

/// The check of packs lets no more than 100 points through, which are 10⁸ millionths.
fn ends(points: Points) -> [i32; 2] {
    [points.min, points.max].map(|micros| i32::try_from(micros).unwrap_or(i32::MAX))
}

/// Positions in lists of some hundreds.
fn number(position: usize) -> i32 {
    i32::try_from(position).unwrap_or(i32::MAX)
}
