//! 「两版对照」: a list under two standards, days or kinds of application, or under a standard and a trial of it.

mod matrix;
mod words;
mod workbook;

pub use matrix::{LevelMatrix, Matrix, SMALL, STATES, State, Transition};
pub use workbook::{ComparisonWorkbook, Head, Table};

use crate::{
    judge::{Judge, Level, Verdict},
    place::RowRef,
    read::{CellError, Firm},
};
use zjtx_evaluator::{ApplicationKind, Criterion, Date, Dossier, FactKind, Terms, Truth, Value};

/// One of the two sides: its rules, and the day and kind of application that take the place of the firm's own.
pub struct Side<'q, 'r> {
    judge: Judge<'q, 'r>,
    day: Option<Date>,
    kind: Option<ApplicationKind>,
}

/// A firm on both sides.
#[derive(Clone, Debug)]
pub struct ComparedFirm<'r> {
    /// Where it stands in the list.
    pub place: RowRef,
    /// Its name; empty where the list has none.
    pub name: String,
    /// Code of its district, else of its city.
    pub area: Option<String>,
    /// Every mistake in its row.
    pub mistakes: Vec<CellError>,
    /// Its levels on both sides; none where the row has mistakes.
    pub levels: Vec<[Level<'r>; 2]>,
}

impl<'q, 'r> Side<'q, 'r> {
    /// A side that judges by each firm's own day and kind of application.
    pub const fn new(judge: Judge<'q, 'r>) -> Self {
        Self { judge, day: None, kind: None }
    }

    /// A side with a day, or kind of application, of its own.
    #[must_use]
    pub fn on(self, day: Option<Date>, kind: Option<ApplicationKind>) -> Self {
        Self { judge: self.judge, day, kind }
    }

    fn levels(&mut self, dossiers: &[&Dossier]) -> Vec<Vec<Level<'r>>> {
        let (day, kind) = (self.day, self.kind);
        if day.is_none() && kind.is_none() {
            return self.judge.levels(dossiers);
        }
        let moved = |dossier: &&Dossier| {
            let occasion = (day.unwrap_or(dossier.as_of()), kind.unwrap_or(dossier.kind()));
            Dossier::clone(dossier).judged(occasion.0, occasion.1)
        };
        let moved: Vec<Dossier> = dossiers.iter().map(moved).collect();
        self.judge.levels(&moved.iter().collect::<Vec<_>>())
    }
}

impl<'r> ComparedFirm<'r> {
    /// Judges firms together on both sides, in their order.
    pub fn all(firms: Vec<Firm>, sides: &mut [Side<'_, 'r>; 2], terms: &Terms) -> Vec<Self> {
        let dossiers: Vec<&Dossier> = firms.iter().filter_map(Firm::usable).collect();
        let [before, after] = sides.each_mut().map(|side| side.levels(&dossiers));
        let mut judged = before.into_iter().zip(after);
        let compared = firms.into_iter().map(|firm| {
            let area = firm.usable().and_then(|dossier| area(dossier, terms));
            let is_usable = firm.usable().is_some();
            let Firm { place, name, mistakes, .. } = firm;
            if !is_usable {
                return Self { place, name, area: None, mistakes, levels: Vec::new() };
            }
            let (before, after) = judged.next().unwrap_or_default();
            let levels = before.into_iter().zip(after).map(|(before, after)| [before, after]).collect();
            Self { place, name, area, mistakes: Vec::new(), levels }
        });
        compared.collect()
    }
}

/// Code of the firm's district, else of its city.
fn area(dossier: &Dossier, terms: &Terms) -> Option<String> {
    let code = |kind: FactKind| dossier.get(terms.of_kind(kind)?).and_then(Value::as_code);
    code(FactKind::District).or_else(|| code(FactKind::City)).map(str::to_owned)
}

/// The conditions that made a verdict another one: what is not met only afterwards, or was not met only before. None
/// where the verdict stays, and where it hangs on absent answers alone.
pub(crate) fn causes<'r>([before, after]: &[Level<'r>; 2]) -> Vec<(&'r str, &'r Criterion)> {
    let [(Some(before), Some(after))] = [(&before.verdict, &after.verdict)] else { return Vec::new() };
    if before.truth == after.truth {
        return Vec::new();
    }
    let (here, other) = if after.truth == Truth::Unmet { (after, before) } else { (before, after) };
    here.unmet
        .iter()
        .filter(|condition| !lacks(other, here, condition))
        .map(|condition| (here.pack.id(), *condition))
        .collect()
}

/// Whether a verdict by the same standard lacks a condition, too.
fn lacks(verdict: &Verdict<'_>, same: &Verdict<'_>, condition: &Criterion) -> bool {
    verdict.pack.id() == same.pack.id() && verdict.unmet.iter().any(|other| other.id == condition.id)
}
