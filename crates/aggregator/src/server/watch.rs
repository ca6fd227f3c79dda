//! What an operator should know without asking.

use std::fs;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use zjtx_wire::Period;

use crate::http::Services;
use crate::release::job::HELD_DAYS_LIFE;
use crate::settings::Settings;
use crate::store::{Database, HeldCount, Store, StoreError, TokenWeek};
use crate::{calendar, token};

/// Held reports are told with more weight in their last days.
const LAST_DAYS: i64 = 3;

/// Says every day what waits for a decision, and when it will be gone.
pub(super) fn tell_held(store: &mut dyn Store, today: Date) -> Result<(), StoreError> {
    let held = store.held()?;
    let Some(oldest) = oldest_days(&held, today) else { return Ok(()) };
    let (n, left) = (total(&held), HELD_DAYS_LIFE - oldest);
    if left <= LAST_DAYS {
        tracing::error!(n, days_left = left, "held reports are about to be deleted undecided: `lane list`");
    } else {
        tracing::warn!(n, days_left = left, "held reports wait for a decision: `lane list`");
    }
    Ok(())
}

fn total(held: &[HeldCount]) -> i64 {
    held.iter().map(|held| held.count.n).sum()
}

fn oldest_days(held: &[HeldCount], today: Date) -> Option<i64> {
    let oldest = held.iter().map(|held| held.held.day).min()?;
    Some(i64::from(today.since(oldest).map_or(0, |span| span.get_days())))
}

/// Notes the last closed period.
pub(super) fn closed(services: &Services, closed: Period, now: Timestamp) {
    let gauges = &services.metrics.gauges;
    let end = calendar::end_of(closed).map_or(0, Timestamp::as_second);
    gauges.closed_until.set(end);
    let due = calendar::last_closed(now).filter(|due| *due > closed).and_then(calendar::end_of);
    let since = due.and_then(|end| end.checked_add(calendar::GRACE).ok());
    gauges.closing_overdue.set(since.map_or(0, |since| now.as_second() - since.as_second()));
}

/// Looks at what the store tells.
pub(super) fn look(store: &mut dyn Store, services: &Services, now: Timestamp) -> Result<(), StoreError> {
    let (gauges, today) = (&services.metrics.gauges, calendar::day_of(now));
    let held = store.held()?;
    gauges.held.set(total(&held));
    gauges.held_days.set(oldest_days(&held, today).unwrap_or(0));
    let tokens = store.tokens()?;
    let ending = |token: &&crate::store::Token| {
        token::works(token, today) && token::expires_soon(token.expires, today)
    };
    gauges.tokens_ending.set(tokens.iter().filter(ending).count() as i64);
    look_at_blind_tokens(store, services)
}

/// More tokens counted than issued: somebody else has the secret of the period.
fn look_at_blind_tokens(store: &mut dyn Store, services: &Services) -> Result<(), StoreError> {
    let gauges = &services.metrics.gauges;
    let weeks = TokenWeek::chosen(store.token_weeks()?, store.closed_through()?, false);
    gauges.blind_issued.set(weeks.iter().map(|week| week.issued).sum());
    gauges.blind_spent.set(weeks.iter().map(|week| week.spent).sum());
    let excess = weeks.iter().map(|week| week.spent - week.issued).max().unwrap_or(0).max(0);
    if gauges.blind_excess.set(excess) == 0 && excess > 0 {
        tracing::error!("more blind tokens were counted than issued: see the runbook");
    }
    Ok(())
}

/// Notes what needs no store.
pub(super) fn set_figures(services: &Services, settings: &Settings) {
    let gauges = &services.metrics.gauges;
    gauges.writable.set(i64::from(!services.health.store_fails()));
    gauges.clock_skew.set(services.time.skew().as_secs());
    let (senders, shared) = services.crowd();
    gauges.senders.set(senders as i64);
    gauges.senders_share.set(i64::from(shared));
    if let Ok(Database::Sqlite(file)) = settings.database() {
        let log = PathBuf::from(format!("{}-wal", file.display()));
        let bytes = |file: PathBuf| fs::metadata(file).map_or(0, |data| data.len() as i64);
        gauges.database_bytes.set(bytes(file));
        gauges.log_bytes.set(bytes(log));
    }
}
