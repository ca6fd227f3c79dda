//! What a batch came to, row by row.

use super::{
    block::LANES,
    sheet::{Scores, apart},
    truths::{Bits, Truths, first, has, is_none, without},
};
use zjtx_evaluator::{Truth, scores::Points};

/// Verdict, score and unmet criteria of every row: eight bytes for the score, bits for the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// Rows judged, with those of the first block that nobody asked for.
    len: usize,
    /// Leading rows that were not asked for.
    skipped: usize,
    /// How many criteria there are.
    criteria: usize,
    /// Block by block where the verdict is 满足, and where it may be.
    truths: Vec<[Bits; 2]>,
    /// Block by block, criterion by criterion, where it is not met.
    unmet: Vec<Bits>,
    /// Row by row; empty for packs without a sheet.
    scores: Vec<u64>,
}

impl Verdicts {
    /// Room for `rows` rows, of which the first `skipped` are left out.
    pub(super) fn new(skipped: usize, rows: usize, criteria: usize, has_sheet: bool) -> Self {
        let blocks = rows.div_ceil(LANES);
        Self {
            len: 0,
            skipped,
            criteria,
            truths: Vec::with_capacity(blocks),
            unmet: Vec::with_capacity(blocks.saturating_mul(criteria)),
            scores: Vec::with_capacity(if has_sheet { rows } else { 0 }),
        }
    }

    /// Adds a block of rows; `judge` notes where criteria are unmet.
    pub(super) fn extend(
        &mut self,
        rows: usize,
        scores: Option<&Scores>,
        judge: impl FnOnce(&mut [Bits]) -> Truths,
    ) {
        let (before, rows) = (self.unmet.len(), rows.min(LANES));
        self.unmet.resize(before.saturating_add(self.criteria), Bits::default());
        let unmet = self.unmet.get_mut(before..).unwrap_or_default();
        let truths = judge(unmet);
        let (lanes, mut truths) = (first(rows), [*truths.met(), *truths.possible()]);
        for bits in truths.iter_mut().chain(unmet) {
            bits.iter_mut().zip(&lanes).for_each(|(bits, lanes)| *bits &= lanes);
        }
        self.truths.push(truths);
        self.scores.extend_from_slice(scores.and_then(|scores| scores.get(..rows)).unwrap_or_default());
        self.len = self.len.saturating_add(rows);
    }

    /// How many rows were judged.
    pub const fn len(&self) -> usize {
        self.len.saturating_sub(self.skipped)
    }

    /// Whether there were none.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that a row takes, rounded up.
    pub const fn row_bytes(&self) -> usize {
        let score = if self.scores.is_empty() { 0 } else { 8 };
        self.criteria.saturating_add(2).div_ceil(8).saturating_add(score)
    }

    /// The verdict 「最终判断结果」 of a row.
    pub fn truth(&self, row: usize) -> Option<Truth> {
        let (block, lane) = self.place(row)?;
        let [met, possible] = self.truths.get(block)?;
        Some(match (has(met, lane), has(possible, lane)) {
            (true, _) => Truth::Met,
            (false, true) => Truth::Undetermined,
            (false, false) => Truth::Unmet,
        })
    }

    /// The score of a row; `None` for packs without one.
    pub fn score(&self, row: usize) -> Option<Points> {
        self.scores.get(row.checked_add(self.skipped)?).map(|points| apart(*points))
    }

    /// Positions, in [`zjtx_evaluator::Pack::criteria`], of the criteria that a row does not meet.
    pub fn unmet(&self, row: usize) -> impl Iterator<Item = usize> {
        let place = self.place(row).and_then(|(block, lane)| {
            let from = block.checked_mul(self.criteria)?;
            Some((self.unmet.get(from..from.checked_add(self.criteria)?)?, lane))
        });
        let (unmet, lane) = place.unwrap_or_default();
        unmet.iter().enumerate().filter(move |(_, unmet)| has(unmet, lane)).map(|(position, _)| position)
    }

    /// Blocks with rows whose verdict is open, and which those are.
    pub(super) fn open_blocks(&self) -> impl Iterator<Item = (usize, Bits)> {
        let open = self.truths.iter().map(|[met, possible]| without(possible, met));
        open.enumerate().filter(|(_, open)| !is_none(open))
    }

    /// The block of a row and its place there.
    fn place(&self, row: usize) -> Option<(usize, usize)> {
        let row = row.checked_add(self.skipped).filter(|row| *row < self.len)?;
        Some((row.checked_div(LANES)?, row.checked_rem(LANES)?))
    }
}
