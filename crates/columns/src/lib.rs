//! Many firms at once: a checked pack compiled to a flat plan over columns of exact integers.
//!
//! The plan is made from the same checked pack that [`zjtx_evaluator::evaluate`] walks, for one day and kind of
//! application, and gives the same verdict, score, unmet criteria and decisive absent facts for every row. What it
//! does **not** do: it explains nothing (`evaluate` does, for the rows that somebody opens), holds no rules of its own,
//! and approximates nothing. [`Unserved`] names what of a pack does not fit into a plan; such packs are judged by
//! `evaluate`. Every kind of condition stands by its name where plans are compiled, so that a new kind does not
//! compile before somebody has decided what a plan makes of it.
//!
//! # Rows, lanes and blocks
//!
//! A *row* is a firm. 256 rows are a *block*, and a row's place in its block is its *lane*. Every fact that the pack
//! reads, in its year, is a *column*: within a block one array with a number for each lane. What is absent is a number
//! that no answer has.
//!
//! ```text
//!                        lane 0     lane 1     lane 2    …   lane 255
//! 营业收入 2025        │   8000   │   1500   │  absent  │ … │   2600   │   8 bytes: an amount, in millionths
//! 有效发明专利         │      3   │  absent  │       0  │ … │      1   │   4 bytes: a count or a place
//! 自主品牌             │      是  │      否  │  absent  │ … │      是  │   1 byte: an answer
//!                           ▼          ▼          ▼              ▼
//! 营业收入 ≥ 2000万元: met    1          0          0       …      1         1 bit
//!                 possible    1          0          1       …      1         1 bit
//! ```
//!
//! A condition goes over its columns in one loop over the lanes, without a branch: a processor takes several lanes at
//! a time, more of them on those that can, which are asked when the program runs. Its truth is two bits a lane, whether
//! it is *met* and whether that is still *possible*; 64 lanes share a word, so that 且, 或 and 非 of 64 firms are one or
//! two operations. A condition that is possible and not met is undetermined.
//!
//! What depends on the pack is decided once a block, never once a row; what depends on the firm alone, its zone, its
//! size classes and quantities over the years since a date of its own, is settled when its row is added.
//!
//! # Two bounds in one word
//!
//! Points are an interval, whose two ends share a word:
//!
//! ```text
//!   bit 63        62 … 32              31          30 … 0
//! ┌───────────┬────────────────────┬───────────┬────────────────────┐
//! │     0     │    most points     │     0     │    least points    │    both in millionths of a point
//! └───────────┴────────────────────┴───────────┴────────────────────┘
//! ```
//!
//! Adding two words adds both ends at once: the points of a whole sheet stay below 2³¹ millionths (2147 points, else the
//! sheet is not served), so the lower half never carries into the upper one. For the better of two rules the free bits
//! 31 and 63 are lent to each half before it is subtracted from: where a half is not the smaller one the bit is still
//! there afterwards, and makes the mask that picks it.
//!
//! # Judged again
//!
//! [`Again`] judges the same rows by packs that differ in some figures, as a trial of other thresholds does. What does
//! not move, mostly all conditions but one, is judged once and kept as bits.
//!
//! ```
//! use zjtx_columns::Plan;
//! use zjtx_evaluator::{ApplicationKind, Date, Dossier, Rulebook, Truth};
//!
//! # let bundle = zjtx_rules::BUNDLE;
//! let rulebook = Rulebook::load(bundle).expect("the rules pass the check");
//! let pack = rulebook.pack("cn-specialized-sme-2026").expect("the pack exists");
//! let day = Date::parse("2026-05-01").expect("a day");
//! let plan = Plan::new(pack, day, ApplicationKind::First).expect("the pack fits into a plan");
//! let mut rows = plan.rows();
//! rows.push(&Dossier::new(rulebook.terms(), day, ApplicationKind::First));
//! assert_eq!(plan.judge(&rows).truth(0), Some(Truth::Undetermined));
//! ```

mod again;
mod block;
mod columns;
mod count;
mod criterion;
mod growth;
mod index;
mod kept;
mod ladder;
mod linear;
mod measure;
mod open;
mod rows;
mod settled;
mod sheet;
mod size;
mod steps;
mod test;
mod truths;
mod verdicts;

pub use again::Again;
pub use rows::Rows;
pub use verdicts::Verdicts;

use block::{Block, LANES, Scratch};
use columns::Columns;
use criterion::CriterionPlan;
use open::{Asked, Found, Open};
use sheet::SheetPlan;
use size::SizePlan;
use std::{ops::Range, sync::Arc};
use truths::{Bits, Truths, has};
use zjtx_evaluator::{ApplicationKind, Date, FactIx, FactRef, Pack};

/// What of a pack does not fit into a plan: tables of more than 127 rows, sums beyond 62 bits, points beyond 31
/// bits, or a kind of condition that plans do not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unserved {
    /// The size table.
    SizeTable,
    /// The score sheet.
    ScoreSheet,
    /// A member of the chapters, by its id.
    Criterion(String),
    /// Other answers are read than the rows hold.
    Columns,
}

/// A pack compiled for a day and a kind of application.
#[derive(Clone, Debug)]
pub struct Plan<'p> {
    pack: &'p Pack,
    columns: Arc<Columns>,
    criteria: Vec<CriterionPlan>,
    /// How many criteria there are, with those beneath others.
    count: usize,
    sheet: Option<SheetPlan>,
    size: Option<Arc<SizePlan<'p>>>,
}

impl<'p> Plan<'p> {
    /// Compiles a pack.
    ///
    /// # Errors
    /// What of it does not fit into a plan; [`zjtx_evaluator::evaluate`] judges such packs.
    pub fn new(pack: &'p Pack, as_of: Date, kind: ApplicationKind) -> Result<Self, Unserved> {
        let mut columns = Columns::new(pack.terms(), as_of, kind);
        let size = match pack.size_table() {
            Some(table) => {
                let plan = SizePlan::compile(table, &mut columns, pack.terms());
                Some(Arc::new(plan.ok_or(Unserved::SizeTable)?))
            }
            None => None,
        };
        let sheet = match pack.sheet() {
            Some(sheet) => {
                let plan = SheetPlan::compile(sheet, &mut columns, pack.terms());
                Some(plan.ok_or(Unserved::ScoreSheet)?)
            }
            None => None,
        };
        let chapters = pack.chapters();
        let top = chapters
            .prerequisites
            .iter()
            .chain(&chapters.vetoes)
            .chain(&chapters.gates)
            .chain(&chapters.routes);
        let mut count = 0;
        let criteria = top.map(|criterion| {
            let plan = CriterionPlan::compile(criterion, &mut count, &mut columns, pack.terms());
            plan.ok_or_else(|| Unserved::Criterion(criterion.id.clone()))
        });
        let criteria = criteria.collect::<Result<Vec<_>, _>>()?;
        Ok(Self { pack, columns: Arc::new(columns), criteria, count, sheet, size })
    }

    /// The pack.
    pub const fn pack(&self) -> &'p Pack {
        self.pack
    }

    /// Columns for rows, still without rows.
    pub fn rows(&self) -> Rows<'p> {
        Rows::new(Arc::clone(&self.columns), self.size.clone(), self.pack.terms())
    }

    /// Whether rows of another plan can be judged by this one: both read the same answers of the same years. Packs
    /// that differ only in figures do.
    pub fn fits(&self, rows: &Rows<'_>) -> bool {
        self.columns.same_as(&rows.columns)
    }

    /// Judges all rows, which are of this plan or fit it.
    pub fn judge(&self, rows: &Rows<'_>) -> Verdicts {
        self.judge_range(rows, 0..rows.len())
    }

    /// Judges some rows, so that several threads can share the work; a block is judged as a whole, whose first
    /// rows may be none of them.
    pub fn judge_range(&self, rows: &Rows<'_>, range: Range<usize>) -> Verdicts {
        let end = range.end.min(rows.len());
        let range = range.start.min(end)..end;
        let skipped = range.start & LANES.wrapping_sub(1);
        let first = range.start.saturating_sub(skipped);
        let mut verdicts =
            Verdicts::new(skipped, end.saturating_sub(first), self.count, self.sheet.is_some());
        let mut scratch = Scratch::new();
        for start in (first..end).step_by(LANES) {
            let block = rows.block_in_turn(start.wrapping_div(LANES));
            self.judge_block((&block, end.saturating_sub(start)), &mut scratch, &mut verdicts);
        }
        verdicts
    }

    /// Tells of every row whose verdict is open which absent answers could still change it, the most decisive
    /// first, as [`zjtx_evaluator::Assessment::missing`] does; other rows lack nothing. `verdicts` are those of
    /// all these rows.
    pub fn each_missing(&self, rows: &Rows<'_>, verdicts: &Verdicts, mut f: impl FnMut(usize, Vec<FactRef>)) {
        let mut scratch = Scratch::new();
        for (number, open) in verdicts.open_blocks() {
            let block = rows.block(number);
            let found = self.open_block(&block, &open, &mut scratch);
            for lane in (0..LANES).filter(|lane| has(&open, *lane)) {
                let mut missing = found.missing(lane);
                missing.retain(|found| self.is_asked(found.fact));
                f(number.wrapping_mul(LANES).wrapping_add(lane), missing);
            }
        }
    }

    /// Whether people are still asked for a fact.
    fn is_asked(&self, fact: FactIx) -> bool {
        self.pack.terms().term(fact).is_none_or(|term| term.retired().is_none())
    }

    /// What is absent in a block beneath what is undetermined in some lanes.
    fn open_block<'a>(&'a self, block: &'a Block<'a>, lanes: &Bits, scratch: &'a mut Scratch) -> Open<'a> {
        let sheet = self.sheet.as_ref();
        let score = sheet.map_or(Truths::UNDETERMINED, |sheet| sheet.judge(block, scratch).1);
        let mut asked = Asked { block, columns: &self.columns, score, scratch };
        let members = self.criteria.iter().map(|criterion| {
            let mut found = Found::default();
            criterion.open(lanes, &mut asked, &mut found);
            found
        });
        let members = members.collect();
        Open::of(members, sheet, &mut asked)
    }

    fn judge_block(
        &self,
        (block, rows): (&Block<'_>, usize),
        scratch: &mut Scratch,
        verdicts: &mut Verdicts,
    ) {
        let sheet = self.sheet.as_ref().map(|sheet| sheet.judge(block, scratch));
        let score = sheet.as_ref().map_or(Truths::UNDETERMINED, |(_, score)| *score);
        verdicts.extend(rows, sheet.as_ref().map(|(scores, _)| scores), |unmet| {
            let judged = self.criteria.iter().map(|criterion| criterion.judge(block, &score, scratch, unmet));
            judged.fold(Truths::MET, |all, truths| all.and(&truths))
        });
    }
}
