//! What goes into a store and comes out of it.

use std::fmt;

use jiff::civil::Date;
use zjtx_wire::{District, PackCode, Period, ReportId, Verdict};

/// What one report counts towards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The period.
    pub period: Period,
    /// The rule pack.
    pub pack: PackCode,
    /// The district.
    pub district: District,
    /// The verdict.
    pub verdict: Verdict,
}

/// A report on its way into the store.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// Its id.
    pub id: ReportId,
    /// What it counts towards.
    pub cell: Cell,
    /// The day, for a suspicious report: it is held back until somebody decides about that day.
    pub held: Option<Date>,
}

/// What became of an arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was counted now.
    Counted,
    /// Its id was counted before.
    Repeated,
    /// Its period is closed.
    Closed,
}

/// How many reports wait in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// The cell.
    pub cell: Cell,
    /// The reports.
    pub n: i64,
}

/// A held day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldDay {
    /// The day.
    pub day: Date,
    /// How many reports it has.
    pub n: i64,
}

/// What an operator decides about a held day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneDecision {
    /// Its reports join the next release.
    Accept,
    /// Its reports are deleted.
    Reject,
}

/// The end of the chain of releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The place in the chain.
    pub seq: i64,
    /// The hash.
    pub hash: [u8; 32],
}

/// One released increment: what a district's counts under a pack grew by, noise included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Increment {
    /// The place in the chain, from 1.
    pub seq: i64,
    /// The district.
    pub district: District,
    /// The rule pack.
    pub pack: PackCode,
    /// First period with a report in it.
    pub from: Period,
    /// The period whose closing released it.
    pub to: Period,
    /// Counts in the order of [`Verdict::ALL`].
    pub counts: [i64; 4],
    /// ε of the noise as text, or `none` in exact mode.
    pub noise: String,
    /// Random bytes in the hash, never published: without them a reader could try all small counts
    /// until the published hash fits, and so learn what the table hides.
    pub nonce: [u8; 32],
    /// The hash of the increment before it.
    pub previous_hash: [u8; 32],
    /// The hash of this one.
    pub hash: [u8; 32],
}

/// What a token lets its holder read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// One district's releases.
    District(District),
    /// All releases.
    City,
}

/// SHA-256 of a token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

/// A token as the store keeps it: enough to know it again, not enough to use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The hash.
    pub hash: TokenHash,
    /// A name such as 「天河区联系人-1」; no person's name.
    pub label: String,
    /// What it opens.
    pub scope: Scope,
    /// The day of issue.
    pub created: Date,
    /// The last day on which it works.
    pub expires: Date,
    /// The day of revocation.
    pub revoked: Option<Date>,
    /// The day of the last use.
    pub last_used: Option<Date>,
}

/// One entry of the audit record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// The day.
    pub day: Date,
    /// Who: the server, or the command line.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub detail: String,
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::District(district) => write!(f, "read:district:{}", district.code()),
            Self::City => f.write_str("read:city"),
        }
    }
}
