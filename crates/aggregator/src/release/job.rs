//! The weekly job.

use std::collections::BTreeMap;

use chacha20::ChaCha20Rng;
use jiff::{SignedDuration, Timestamp};
use rand::{Rng, SeedableRng};
use zjtx_wire::{District, PackCode, Period, Verdict};

use super::rules::Rules;
use super::{chain, noise};
use crate::calendar;
use crate::keys::Keys;
use crate::store::{Audit, ClosingInput, Increment, Lane, Link, Store, StoreError};

/// Held reports without a decision are deleted after this many days.
pub const HELD_DAYS_LIFE: i64 = 28;

/// Tokens are forgotten this long after their last day.
const TOKENS_LIFE: SignedDuration = SignedDuration::from_hours(365 * 24);

/// What is released apart: the counts of a district under a pack, in a lane.
type Kind = (Lane, District, PackCode);

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
    keys: &Keys,
) -> Result<Option<Period>, StoreError> {
    let Some(period) = calendar::last_closed(now) else {
        return Ok(None);
    };
    if store.closed_through()?.is_some_and(|closed| closed >= period) {
        return Ok(None);
    }
    let audit = audit(now, period);
    let mut plan = |input: &ClosingInput<'_>| plan(input, period, rules, keys);
    Ok(store.close(period, &audit, &mut plan)?.then_some(period))
}

/// Deletes held reports that nobody decided about in time, and tokens that ended long ago.
///
/// # Errors
/// When the store refuses.
pub fn purge(store: &mut dyn Store, now: Timestamp) -> Result<(), StoreError> {
    let before = |life| calendar::day_of(now.saturating_sub(life).unwrap_or(Timestamp::MIN));
    store.purge(before(SignedDuration::from_hours(HELD_DAYS_LIFE * 24)), before(TOKENS_LIFE))
}

fn audit(now: Timestamp, period: Period) -> Audit {
    Audit {
        day: calendar::day_of(now),
        actor: "server".to_owned(),
        action: "close".to_owned(),
        detail: period.to_string(),
    }
}

/// One increment for each batch that is large enough; the others go on waiting.
fn plan(input: &ClosingInput<'_>, to: Period, rules: &Rules, keys: &Keys) -> Vec<Increment> {
    let last = input.increments.last().map(|last| Link { seq: last.seq, hash: last.hash });
    let mut last = last.unwrap_or(Link { seq: 0, hash: [0; 32] });
    let mut increments = Vec::new();
    for (kind, counts) in batches(input, rules) {
        let (lane, district, pack) = kind;
        let mut random = generator(keys, kind, to, counts);
        // The decision is noisy too: it would otherwise tell whoever knows nine reports whether the
        // tenth came.
        if counts.iter().sum::<i64>() + draw(rules, &mut random) < rules.minimum_batch.into() {
            continue;
        }
        let mut increment = Increment {
            seq: last.seq + 1,
            district,
            pack,
            lane,
            from: first_period(input, kind, to),
            to,
            counts: counts.map(|count| count + draw(rules, &mut random)),
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

/// The counts of each district under each pack, lane by lane. With noise those without a report take part, also those of
/// districts that ended: that nothing is ever released for them would tell that nobody reported.
fn batches(input: &ClosingInput<'_>, rules: &Rules) -> BTreeMap<Kind, [i64; 4]> {
    let mut batches = BTreeMap::new();
    if rules.epsilon.is_some() {
        let earlier = input.increments.iter().map(kind);
        batches.extend(every_kind(rules).chain(earlier).map(|kind| (kind, [0; 4])));
    }
    for count in input.waiting {
        let cell = count.cell;
        let counts = batches.entry((cell.lane, cell.district, cell.pack)).or_insert([0; 4]);
        for (sum, verdict) in counts.iter_mut().zip(Verdict::ALL) {
            *sum += if verdict == cell.verdict { count.n } else { 0 };
        }
    }
    batches
}

fn every_kind(rules: &Rules) -> impl Iterator<Item = Kind> {
    let counted = &rules.counted;
    let areas = move |lane: &'static Lane| counted.districts().iter().map(move |district| (*lane, *district));
    let packs =
        move |(lane, district): (Lane, District)| counted.packs().map(move |pack| (lane, district, pack));
    rules.lanes().iter().flat_map(areas).flat_map(packs)
}

fn kind(increment: &Increment) -> Kind {
    (increment.lane, increment.district, increment.pack)
}

/// The same draws whenever the same batch is released, as after a restored copy; others as soon as
/// one count differs, so that the difference of two releases tells nothing.
fn generator(keys: &Keys, (lane, district, pack): Kind, to: Period, counts: [i64; 4]) -> ChaCha20Rng {
    let [met, unmet, undetermined, vetoed] = counts;
    let (district, pack) = (district.code(), pack.code());
    let lane = lane.code();
    let batch = format!("{to}|{district}|{pack}|{met}|{unmet}|{undetermined}|{vetoed}{lane}");
    ChaCha20Rng::from_seed(keys.noise_seed(&batch))
}

/// The period after the last release of the same kind, or else the one in which counting began: the
/// first report's own period would tell when it came.
fn first_period(input: &ClosingInput<'_>, wanted: Kind, to: Period) -> Period {
    let same = |increment: &&Increment| kind(increment) == wanted;
    let last = input.increments.iter().rev().find(same).and_then(|last| calendar::next(last.to));
    last.or(input.began).unwrap_or(to).min(to)
}

fn draw(rules: &Rules, random: &mut impl Rng) -> i64 {
    rules.epsilon.map_or(0, |epsilon| noise::draw(random, epsilon))
}
