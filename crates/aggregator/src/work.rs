//! Proof of work: a speed bump, off unless it is configured.

use axum::http::HeaderMap;
use zjtx_wire::{Period, Report, WORK_HEADER, WorkRules};

use crate::keys::Keys;

/// The rules for the reports of a period; `None` for zero bits. The salt is made from the lasting
/// key: all servers that share it, and the same server after a restart, give the same one.
pub fn rules(bits: u32, keys: &Keys, period: Period) -> Option<WorkRules> {
    (bits > 0).then(|| WorkRules { salt: keys.work_salt(period), bits })
}

/// Whether the headers bring the work for a report, under the salt of its own period.
pub fn is_done(bits: u32, keys: &Keys, report: &Report, headers: &HeaderMap) -> bool {
    let Some(rules) = rules(bits, keys, report.period) else { return true };
    let digits = headers.get(WORK_HEADER).and_then(|value| value.to_str().ok());
    digits.is_some_and(|digits| rules.accepts(&report.id, digits))
}
