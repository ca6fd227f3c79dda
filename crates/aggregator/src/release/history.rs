//! Sums increments into the tables that readers get.

use std::collections::{BTreeMap, BTreeSet};

use zjtx_wire::{CityTable, District, NoiseNote, PackCode, Period, Release};

use super::chain::hexadecimal;
use super::epsilon::Epsilon;
use super::rules::Rules;
use super::shown::{self, Detail};
use crate::store::{Increment, Lane};

/// The sum of one district's increments under one pack so far.
#[derive(Clone, Copy, Debug)]
struct Series {
    from: Period,
    counts: [i64; 4],
    increments: u32,
    detail: Detail,
}

/// The increments of one lane, in the chain's order; no table sums those of both.
pub fn of_lane(increments: &[Increment], lane: Lane) -> Vec<Increment> {
    increments.iter().filter(|increment| increment.lane == lane).cloned().collect()
}

/// Every release of one lane, oldest first: each increment together with those before it.
pub fn releases(increments: &[Increment], rules: &Rules) -> Vec<Release> {
    let mut all = BTreeMap::new();
    increments
        .iter()
        .map(|increment| release(increment, advance(&mut all, increment, rules), rules))
        .collect()
}

/// The last release of each district and pack.
pub fn latest(releases: Vec<Release>) -> Vec<Release> {
    let mut latest = BTreeMap::new();
    for release in releases {
        latest.insert((release.pack, release.district), release);
    }
    latest.into_values().collect()
}

/// The sums over districts, one for each pack.
///
/// With noise they sum every released district, shown or not: a sum of noisy counts costs nothing
/// more. In exact mode they sum the shown tables only, as coarse as the coarsest of them.
pub fn city(increments: &[Increment], rules: &Rules) -> Vec<CityTable> {
    let mut all = BTreeMap::new();
    for increment in increments {
        advance(&mut all, increment, rules);
    }
    let released: BTreeSet<PackCode> = all.keys().map(|(pack, _)| *pack).collect();
    let listed: Vec<PackCode> = rules.counted.packs().collect();
    let unlisted = released.into_iter().filter(|pack| !listed.contains(pack));
    listed.iter().copied().chain(unlisted).filter_map(|pack| city_table(&all, pack, rules)).collect()
}

fn advance(all: &mut BTreeMap<(PackCode, District), Series>, increment: &Increment, rules: &Rules) -> Series {
    let first = Series { from: increment.from, counts: [0; 4], increments: 0, detail: Detail::ByVerdict };
    let series = all.entry((increment.pack, increment.district)).or_insert(first);
    series.from = series.from.min(increment.from);
    series.counts = add(series.counts, increment.counts);
    series.increments += 1;
    series.detail = match rules.epsilon {
        Some(_) => shown::detail(series.counts, rules),
        // The difference of two exact tables is an increment: a series is never finer than the
        // coarsest of its increments, and once coarse stays so.
        None => series.detail.min(shown::detail(increment.counts, rules)),
    };
    *series
}

fn release(increment: &Increment, series: Series, rules: &Rules) -> Release {
    Release {
        seq: increment.seq,
        district: increment.district,
        pack: increment.pack,
        level: rules.counted.level_of(increment.pack),
        from: series.from,
        to: increment.to,
        table: shown::table(series.counts, series.detail),
        noise: note(rules.epsilon, series.increments),
        hash: hexadecimal(&increment.hash),
        previous_hash: hexadecimal(&increment.previous_hash),
    }
}

fn city_table(
    all: &BTreeMap<(PackCode, District), Series>,
    pack: PackCode,
    rules: &Rules,
) -> Option<CityTable> {
    let of_pack = all.iter().filter(|((of, _), _)| *of == pack).map(|(_, series)| *series);
    let summed: Vec<Series> =
        of_pack.filter(|series| rules.epsilon.is_some() || series.detail > Detail::TooFew).collect();
    let counts = summed.iter().fold([0; 4], |sum, series| add(sum, series.counts));
    let coarsest = summed.iter().map(|series| series.detail).min()?;
    let detail = rules.epsilon.map_or(coarsest, |_| shown::detail(counts, rules));
    let increments = summed.iter().map(|series| series.increments).sum();
    let noise = note(rules.epsilon, increments);
    let level = rules.counted.level_of(pack);
    Some(CityTable { pack, level, table: shown::table(counts, detail), noise })
}

fn note(epsilon: Option<Epsilon>, increments: u32) -> Option<NoiseNote> {
    epsilon.map(|epsilon| NoiseNote {
        kind: "discrete-laplace".to_owned(),
        epsilon: epsilon.to_string(),
        increments,
        margin_95: epsilon.margin_95(increments),
    })
}

fn add(sum: [i64; 4], counts: [i64; 4]) -> [i64; 4] {
    let mut sum = sum;
    sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    sum
}
