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

use std::path::Path;

use jiff::civil::Date;
use zjtx_wire::{District, Period};

pub use self::error::StoreError;
pub use self::open::Database;
pub use self::postgres::PostgresStore;
pub use self::rows::{
    Arrival, Audit, Cell, Count, HeldDay, Increment, LaneDecision, Link, Outcome, Scope, Token, TokenHash,
};
pub use self::sqlite::SqliteStore;

/// The newest schema that this program knows.
pub const SCHEMA_VERSION: i32 = 1;

/// Chooses the increments to release from the counts that wait and the end of the chain.
pub type Plan<'a> = dyn FnMut(&[Count], Option<&Link>) -> Vec<Increment> + 'a;

/// One connection to the store. Every method is one transaction.
pub trait Store: Send {
    /// Counts each arrival whose id is new, once, and tells for each what became of it.
    fn accept(&mut self, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError>;

    /// The counts of the ordinary lane that no release has taken yet.
    fn waiting(&mut self) -> Result<Vec<Count>, StoreError>;

    /// How many report ids are kept.
    fn ids(&mut self) -> Result<i64, StoreError>;

    /// Closes all periods up to `period`: releases what `plan` chooses, deletes the counts that went
    /// into it, and forgets the ids of the closed periods. False when the period was closed before.
    fn close(&mut self, period: Period, audit: &Audit, plan: &mut Plan<'_>) -> Result<bool, StoreError>;

    /// The last closed period.
    fn closed_through(&mut self) -> Result<Option<Period>, StoreError>;

    /// The increments of one district, or of all, in the chain's order.
    fn increments(&mut self, district: Option<District>) -> Result<Vec<Increment>, StoreError>;

    /// The days that wait for a decision.
    fn held_days(&mut self) -> Result<Vec<HeldDay>, StoreError>;

    /// Moves a held day into the ordinary lane or deletes it; returns how many reports it had.
    fn decide(&mut self, day: Date, decision: LaneDecision, audit: &Audit) -> Result<i64, StoreError>;

    /// Adds a token. False when its label is taken.
    fn add_token(&mut self, token: &Token, audit: &Audit) -> Result<bool, StoreError>;

    /// The token of a hash.
    fn token(&mut self, hash: &TokenHash) -> Result<Option<Token>, StoreError>;

    /// All tokens, by label.
    fn tokens(&mut self) -> Result<Vec<Token>, StoreError>;

    /// Revokes a token. False when there is none of that label, or it was revoked before.
    fn revoke_token(&mut self, label: &str, audit: &Audit) -> Result<bool, StoreError>;

    /// Notes the day of a token's last use.
    fn touch_token(&mut self, hash: &TokenHash, day: Date) -> Result<(), StoreError>;

    /// Deletes held days and expired tokens from before the given days, and what deleting left behind.
    fn purge(&mut self, held_before: Date, tokens_before: Date) -> Result<(), StoreError>;

    /// The audit record, oldest first.
    fn audits(&mut self) -> Result<Vec<Audit>, StoreError>;

    /// Whether the store takes writes now.
    fn ping(&mut self) -> Result<(), StoreError>;

    /// Copies the store, as it is at one moment, into a new file.
    fn back_up(&mut self, file: &Path) -> Result<(), StoreError>;
}
