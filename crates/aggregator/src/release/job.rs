//! The weekly job.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rand::{CryptoRng, Rng};
use zjtx_wire::{District, PackCode, Period, Verdict};

use super::rules::Rules;
use super::{chain, noise};
use crate::calendar;
use crate::store::{Audit, Count, Increment, Link, Store, StoreError};

/// Held days without a decision are deleted after this.
const HELD_DAYS_LIFE: SignedDuration = SignedDuration::from_hours(28 * 24);

/// Tokens are forgotten this long after their last day.
const TOKENS_LIFE: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Closes every period that is over, if that was not done before; returns the period that was closed.
///
/// After a time in which the server was off, all periods since are closed at once.
///
/// # Errors
/// When the store refuses; nothing is closed then.
pub fn run_due(
    store: &mut dyn Store,
    now: Timestamp,
    rules: &Rules,
    random: &mut impl CryptoRng,
) -> Result<Option<Period>, StoreError> {
    let Some(period) = calendar::last_closed(now) else {
        return Ok(None);
    };
    if store.closed_through()?.is_some_and(|closed| closed >= period) {
        return Ok(None);
    }
    let audit = audit(now, period);
    let mut plan = |waiting: &[Count], last: Option<&Link>| plan(waiting, last, period, rules, random);
    let closed = store.close(period, &audit, &mut plan)?;
    let before = |life| calendar::day_of(now.saturating_sub(life).unwrap_or(Timestamp::MIN));
    store.purge(before(HELD_DAYS_LIFE), before(TOKENS_LIFE))?;
    Ok(closed.then_some(period))
}

fn audit(now: Timestamp, period: Period) -> Audit {
    Audit {
        day: calendar::day_of(now),
        actor: "server".to_owned(),
        action: "close".to_owned(),
        detail: period.to_string(),
    }
}

/// The reports of one district under one pack.
#[derive(Clone, Copy)]
struct Batch {
    from: Period,
    counts: [i64; 4],
}

/// One increment for each batch that is large enough; the others go on waiting.
fn plan(
    waiting: &[Count],
    last: Option<&Link>,
    to: Period,
    rules: &Rules,
    random: &mut impl CryptoRng,
) -> Vec<Increment> {
    let mut last = last.cloned().unwrap_or(Link { seq: 0, hash: [0; 32] });
    let mut increments = Vec::new();
    for ((district, pack), batch) in batches(waiting) {
        if batch.counts.iter().sum::<i64>() < rules.minimum_batch.into() {
            continue;
        }
        let mut increment = Increment {
            seq: last.seq + 1,
            district,
            pack,
            from: batch.from,
            to,
            counts: batch.counts.map(|count| count + draw(rules, random)),
            noise: rules.noise_text(),
            nonce: [0; 32],
            previous_hash: last.hash,
            hash: [0; 32],
        };
        random.fill_bytes(&mut increment.nonce);
        increment.hash = chain::hash(&increment);
        last = Link { seq: increment.seq, hash: increment.hash };
        increments.push(increment);
    }
    increments
}

fn batches(waiting: &[Count]) -> BTreeMap<(District, PackCode), Batch> {
    let mut batches = BTreeMap::new();
    for count in waiting {
        let cell = count.cell;
        let empty = Batch { from: cell.period, counts: [0; 4] };
        let batch = batches.entry((cell.district, cell.pack)).or_insert(empty);
        batch.from = batch.from.min(cell.period);
        for (sum, verdict) in batch.counts.iter_mut().zip(Verdict::ALL) {
            *sum += if verdict == cell.verdict { count.n } else { 0 };
        }
    }
    batches
}

fn draw(rules: &Rules, random: &mut impl Rng) -> i64 {
    rules.epsilon.map_or(0, |epsilon| noise::draw(random, epsilon))
}
