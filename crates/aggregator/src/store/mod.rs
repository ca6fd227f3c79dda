//! Where counts, releases and tokens are kept: one trait, two stores.
//!
//! A store keeps rows and their promises (one commit, append-only, closed means closed); which
//! counts are released, and with what noise, is not its to decide.

mod error;
mod open;
mod postgres;
mod row;
mod rows;
mod sqlite;

use jiff::Timestamp;
use jiff::civil::Date;
use zjtx_wire::{District, Period};

pub use self::error::StoreError;
pub use self::open::Database;
pub use self::postgres::{AddressError, PostgresStore};
pub use self::rows::{
    Arrival, Audit, BusyDay, Cell, Count, Held, HeldCount, HeldReason, Increment, Lane, LaneChoice,
    LaneDecision, Ledger, Link, Outcome, Scope, StoredClock, StoredId, Token, TokenHash, TokenWeek, Waiting,
};
pub use self::sqlite::SqliteStore;

/// The newest schema that this program knows.
pub const SCHEMA_VERSION: i32 = 3;

/// What a closing decides from.
#[derive(Debug)]
pub struct ClosingInput<'a> {
    /// The counts of both lanes up to the period that is closed.
    pub waiting: &'a [Count],
    /// All increments so far, in the chain's order.
    pub increments: &'a [Increment],
    /// The period in which counting began, as far as it is known.
    pub began: Option<Period>,
}

/// Chooses the increments to release.
pub type Plan<'a> = dyn FnMut(&ClosingInput<'_>) -> Vec<Increment> + 'a;

/// Brings what [`Store::accept`] committed to the disk.
pub type Flush = Box<dyn FnMut() -> Result<(), StoreError> + Send>;

/// One connection to the store. Every method is one transaction, which outlasts a power cut once the method returns.
pub trait Store: Send {
    /// What brings accepted batches to the disk, to be called on another thread; `None` where accepting does.
    fn flush(&mut self) -> Result<Option<Flush>, StoreError>;

    /// Counts each arrival whose id is new, once, and tells for each what became of it. Where the store has a flush, that
    /// outlasts a power cut only after the flush's next call.
    fn accept(&mut self, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError>;

    /// The counts of both lanes that no release has taken yet.
    fn waiting(&mut self) -> Result<Vec<Count>, StoreError>;

    /// How many report ids are kept.
    fn ids(&mut self) -> Result<i64, StoreError>;

    /// Notes by what the key of a period is known again; false when the store knows another one.
    fn check_key(&mut self, period: Period, check: &[u8; 32]) -> Result<bool, StoreError>;

    /// Forgets the ids and keys of all open periods: what was counted stays, a retry counts again.
    fn forget_ids(&mut self, audit: &Audit) -> Result<(), StoreError>;

    /// Closes all periods up to `period`: releases what `plan` chooses, deletes the counts that went
    /// into it, and forgets the ids of the closed periods. False when the period was closed before.
    fn close(&mut self, period: Period, audit: &Audit, plan: &mut Plan<'_>) -> Result<bool, StoreError>;

    /// The last closed period.
    fn closed_through(&mut self) -> Result<Option<Period>, StoreError>;

    /// Opens all periods after `period` again, unless one of them has a release: false then, and
    /// when none of them was closed.
    fn reopen_after(&mut self, period: Period, audit: &Audit) -> Result<bool, StoreError>;

    /// The increments of one district, or of all, in the chain's order.
    fn increments(&mut self, district: Option<District>) -> Result<Vec<Increment>, StoreError>;

    /// The hash of the last increment.
    fn last_hash(&mut self) -> Result<Option<[u8; 32]>, StoreError>;

    /// The reports that wait for a decision, by day, reason and cell.
    fn held(&mut self) -> Result<Vec<HeldCount>, StoreError>;

    /// Moves held reports into the open lane or deletes them; returns how many there were.
    fn decide(
        &mut self,
        choice: &LaneChoice,
        decision: LaneDecision,
        audit: &Audit,
    ) -> Result<i64, StoreError>;

    /// Adds to the busy days, and forgets those before `keep_from`.
    fn add_busy_days(&mut self, days: &[BusyDay], keep_from: Date) -> Result<(), StoreError>;

    /// The busy days, oldest first.
    fn busy_days(&mut self) -> Result<Vec<BusyDay>, StoreError>;

    /// Adds to the blind tokens that were issued for an open period.
    fn note_issued(&mut self, period: Period, n: i64) -> Result<(), StoreError>;

    /// The blind tokens of every period, oldest first.
    fn token_weeks(&mut self) -> Result<Vec<TokenWeek>, StoreError>;

    /// Adds a token. False when its label is taken.
    fn add_token(&mut self, token: &Token, audit: &Audit) -> Result<bool, StoreError>;

    /// The token of a hash.
    fn token(&mut self, hash: &TokenHash) -> Result<Option<Token>, StoreError>;

    /// All tokens, by label.
    fn tokens(&mut self) -> Result<Vec<Token>, StoreError>;

    /// Revokes a token. False when there is none of that label, or it was revoked before.
    fn revoke_token(&mut self, label: &str, audit: &Audit) -> Result<bool, StoreError>;

    /// Notes a token's first use on a day.
    fn touch_token(&mut self, hash: &TokenHash, audit: &Audit) -> Result<(), StoreError>;

    /// Deletes held reports and expired tokens from before the given days.
    fn purge(&mut self, held_before: Date, tokens_before: Date) -> Result<(), StoreError>;

    /// Wipes what deleting and committing left behind outside the tables. False while somebody who
    /// reads keeps it there: it is to be tried again.
    fn tidy(&mut self) -> Result<bool, StoreError>;

    /// What the store remembers of the time.
    fn clock(&mut self) -> Result<StoredClock, StoreError>;

    /// Moves the high-water mark of the time forward; `running` is the present period.
    fn note_time(&mut self, now: Timestamp, running: Period) -> Result<(), StoreError>;

    /// Sets the high-water mark, also back, on an operator's word.
    fn set_time(&mut self, now: Timestamp, audit: &Audit) -> Result<(), StoreError>;

    /// The audit record, oldest first.
    fn audits(&mut self) -> Result<Vec<Audit>, StoreError>;

    /// Writes something without meaning: whether the store takes writes now.
    fn ping(&mut self) -> Result<(), StoreError>;

    /// Everything that a copy may hold, as it is at one moment.
    fn ledger(&mut self) -> Result<Ledger, StoreError>;

    /// What waits, as it is at one moment, together with the ledger.
    fn contents(&mut self) -> Result<(Ledger, Waiting), StoreError>;

    /// Fills an empty store. False when it is not empty.
    fn fill(&mut self, ledger: &Ledger, waiting: &Waiting) -> Result<bool, StoreError>;
}
