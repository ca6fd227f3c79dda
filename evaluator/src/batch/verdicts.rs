//! What a batch came to, row by row.

use super::{
    block::{Bytes, truth_of},
    criterion::Unmet,
    sheet::Scored,
};
use crate::{score::Points, truth::Truth};

/// Verdict, score and unmet criteria of every row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    truths: Vec<Truth>,
    unmet: Vec<u64>,
    /// Empty for packs without a sheet.
    scores: Vec<Points>,
}

impl Verdicts {
    pub(super) fn with_capacity(rows: usize, has_sheet: bool) -> Self {
        let scores = Vec::with_capacity(if has_sheet { rows } else { 0 });
        Self { truths: Vec::with_capacity(rows), unmet: Vec::with_capacity(rows), scores }
    }

    pub(super) fn extend(&mut self, rows: usize, truths: &Bytes, unmet: &Unmet, sheet: Option<&Scored>) {
        self.truths.extend(truths.iter().take(rows).map(|truth| truth_of(*truth)));
        self.unmet.extend(unmet.iter().take(rows));
        if let Some(sheet) = sheet {
            let lanes = sheet.total.min.iter().zip(&sheet.total.max).take(rows);
            self.scores.extend(lanes.map(|(min, max)| Points { min: *min, max: *max }));
        }
    }

    /// How many rows were judged.
    pub const fn len(&self) -> usize {
        self.truths.len()
    }

    /// Whether there were none.
    pub const fn is_empty(&self) -> bool {
        self.truths.is_empty()
    }

    /// The verdict 「最终判断结果」 of a row.
    pub fn truth(&self, row: usize) -> Option<Truth> {
        self.truths.get(row).copied()
    }

    /// The score of a row; `None` for packs without one.
    pub fn score(&self, row: usize) -> Option<Points> {
        self.scores.get(row).copied()
    }

    /// Positions, in [`crate::Pack::criteria`], of the criteria that a row does not meet.
    pub fn unmet(&self, row: usize) -> impl Iterator<Item = usize> {
        let bits = self.unmet.get(row).copied().unwrap_or_default();
        let mut bit = 1_u64;
        (0..64).filter(move |_| {
            let is_unmet = bits & bit != 0;
            bit = bit.wrapping_shl(1);
            is_unmet
        })
    }
}
