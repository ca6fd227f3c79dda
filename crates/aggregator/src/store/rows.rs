//! What goes into a store and comes out of it.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use zjtx_wire::{District, PackCode, Period, Verdict};

/// What the store keeps of a report's id: a keyed hash. The key is not in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoredId([u8; 16]);

impl StoredId {
    /// The hash.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// Which of a district's tables a report counts in: those with a blind token are never added to the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// No token came with the report.
    #[default]
    Open,
    /// A token did, so that the firm counts once.
    Token,
}

impl Lane {
    /// Both lanes.
    pub const ALL: [Self; 2] = [Self::Open, Self::Token];

    /// As the store and the chain of releases write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Token => "token",
        }
    }

    /// The lane of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lane| lane.code() == code)
    }
}

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
    /// With a token or without.
    pub lane: Lane,
}

/// A report on its way into the store.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// Its id, hashed.
    pub id: StoredId,
    /// What it counts towards.
    pub cell: Cell,
    /// Set for a suspicious report: it is held back until somebody decides about it. A report with a token is
    /// never suspicious.
    pub held: Option<Held>,
}

/// Why and since when a report is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Held {
    /// The day of arrival.
    pub day: Date,
    /// The reason.
    pub reason: HeldReason,
}

/// Why a report is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeldReason {
    /// Its address has used up its allowance of the day.
    Address,
    /// Its network has used up its allowance of the day, or was sending too fast.
    Network,
    /// Its district sends far more than it used to.
    Surge,
    /// A version that noted no reasons held it.
    Earlier,
}

impl HeldReason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Address, Self::Network, Self::Surge, Self::Earlier];

    /// As the store and the command line write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Network => "network",
            Self::Surge => "surge",
            Self::Earlier => "earlier",
        }
    }

    /// The reason of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
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

/// How many reports of a cell are held for one reason since one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldCount {
    /// Since when and why.
    pub held: Held,
    /// The reports.
    pub count: Count,
}

/// Which held reports a decision is about: those of a day, or a part of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneChoice {
    /// The day of arrival.
    pub day: Date,
    /// Only of this district.
    pub district: Option<District>,
    /// Only under this pack.
    pub pack: Option<PackCode>,
    /// Only those held for this reason.
    pub reason: Option<HeldReason>,
}

impl LaneChoice {
    /// All held reports of a day.
    pub fn day(day: Date) -> Self {
        Self { day, district: None, pack: None, reason: None }
    }
}

/// What an operator decides about held reports.
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
    /// With tokens or without.
    pub lane: Lane,
    /// The period after the last release of the same district and pack; it tells nothing about the
    /// reports in this one.
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

/// How many blind tokens of a period were issued and spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenWeek {
    /// The period.
    pub period: Period,
    /// Tokens that the portal fetched.
    pub issued: i64,
    /// Tokens that were counted; of a closed period rounded down to tens.
    pub spent: i64,
}

impl TokenWeek {
    /// Those of the periods up to the last closed one, or those of all others.
    pub fn chosen(mut weeks: Vec<Self>, closed: Option<Period>, are_closed: bool) -> Vec<Self> {
        weeks.retain(|week| closed.is_some_and(|closed| week.period <= closed) == are_closed);
        weeks
    }
}

/// What the store remembers of the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoredClock {
    /// The period in which counting began; `None` before the first note of the time.
    pub began: Option<Period>,
    /// The latest moment that a server has believed in.
    pub high_water: Option<Timestamp>,
    /// How often an operator has set the high-water mark by hand: servers then look anew.
    pub settings: i64,
    /// The database's own clock, where it has one.
    pub database: Option<Timestamp>,
}

/// How many reports of a district came on a finished day, rounded to tens: enough for a median.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BusyDay {
    /// The day.
    pub day: Date,
    /// The district.
    pub district: District,
    /// The reports, a multiple of ten.
    pub n: u32,
}

/// Everything in a store that a copy may hold: no ids, no exact counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The closed periods.
    pub closings: Vec<Period>,
    /// The releases, in the chain's order.
    pub increments: Vec<Increment>,
    /// The tokens.
    pub tokens: Vec<Token>,
    /// The audit record, oldest first.
    pub audits: Vec<Audit>,
    /// The time.
    pub clock: StoredClock,
    /// Tokens of the closed periods.
    pub token_weeks: Vec<TokenWeek>,
}

/// What waits in a store: it leaves the store only for another one that takes its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// The ids of the open periods, hashed.
    pub ids: Vec<(Period, StoredId)>,
    /// By what the keys of the open periods are known again.
    pub key_checks: Vec<(Period, [u8; 32])>,
    /// The counts of the ordinary lane.
    pub counts: Vec<Count>,
    /// The held counts.
    pub held: Vec<HeldCount>,
    /// The busy days.
    pub busy_days: Vec<BusyDay>,
    /// Tokens of the open periods, exactly.
    pub token_weeks: Vec<TokenWeek>,
}

/// What a token lets its holder do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// One district's releases.
    District(District),
    /// All releases.
    City,
    /// Nothing to read: the portal fetches blind tokens for firms.
    Portal,
}

/// SHA-256 of a token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

/// A token as the store keeps it: enough to know it again, not enough to use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The hash.
    pub hash: TokenHash,
    /// A name such as 「某区联系人-1」; no person's name.
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
            Self::Portal => f.write_str("issue:tokens"),
        }
    }
}
