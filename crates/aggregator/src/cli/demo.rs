//! `demo`: a server with made-up figures, so that the officers' page can be tried.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use jiff::{SignedDuration, Timestamp, ToSpan};
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use zjtx_aggregator::clock::{Clock, SetClock};
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::release::job;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::{Arrival, Audit, Cell, Database, Lane, Scope, Store, StoredId, Token};
use zjtx_aggregator::{calendar, token};
use zjtx_wire::{District, PackCode, Period, Verdict};

/// Weeks of made-up figures.
const WEEKS: i64 = 26;

/// The most reports that a district may have in a week: some have many firms, and some so few that their tables stay
/// hidden.
const BUSIEST: [u32; 5] = [4, 10, 16, 22, 28];

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Levels, from the highest down, under whose newest packs firms test.
const LEVELS: usize = 3;

/// Of a hundred firms: how many have each verdict, in the order of [`Verdict::ALL`].
const SHARES: [u32; 4] = [38, 36, 20, 6];

#[derive(clap::Args)]
pub(crate) struct Options {
    /// 演示数据库（文件名须含 demo）；已存在则继续使用
    #[arg(long, default_value = "zjtx-demo.db")]
    demo_database: PathBuf,
    /// 演示时钟的起点，如 2026-11-22T10:00:00+08:00；缺省为现在
    #[arg(long)]
    at: Option<Timestamp>,
}

/// Fills a new demonstration database, prints tokens for it and serves it.
pub(crate) fn run(settings: Settings, options: &Options) -> Result<()> {
    let name = options.demo_database.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.contains("demo"), "演示数据库的文件名须含 demo，以免与真实数据混淆");
    let is_new = !options.demo_database.exists();
    let start = options.at.unwrap_or_else(Timestamp::now);
    ensure!((2000..3000).contains(&calendar::day_of(start).year()), "演示时钟应设在 2000 年至 2999 年之间");
    let clock = SetClock::new(start);
    let database = Database::Sqlite(options.demo_database.clone());
    let folder = options.demo_database.with_extension("keys");
    // The first of the made-up weeks needs a key too.
    let first = clock.now().checked_sub(WEEK * i32::try_from(WEEKS)?)?;
    let keys = Keys::open_or_create(&folder, first, &mut super::random()?)?;
    let mut store = database.prepare(&keys)?;
    if is_new {
        fill(&mut *store, &settings, &keys, clock.now())?;
    }
    let tokens = tokens(&mut *store, &settings, clock.now())?;
    // A demonstration's clock is set to wherever somebody wants to look.
    store.set_time(clock.now(), &super::audit("set the demonstration's clock", clock.now().to_string()))?;
    drop(store);
    let address = options.demo_database.to_string_lossy().into_owned();
    super::serve::serve(
        Settings { database: address, keys: folder, ..settings },
        Arc::new(clock),
        Some(tokens),
    )
}

fn fill(store: &mut dyn Store, settings: &Settings, keys: &Keys, now: Timestamp) -> Result<()> {
    let rules = settings.rules()?;
    let counted = &rules.counted;
    let mut packs: Vec<PackCode> = counted.newest().take(LEVELS).map(|pack| pack.code).collect();
    packs.reverse();
    // The same figures every time.
    let mut random = StdRng::seed_from_u64(2026);
    for weeks_ago in (1..=WEEKS).rev() {
        let moment = now.checked_sub(WEEK * i32::try_from(weeks_ago)?)?;
        for &lane in rules.lanes() {
            for (district, busiest) in counted.districts().iter().zip(BUSIEST.into_iter().cycle()) {
                let cell = (*district, lane);
                store.accept(&arrivals(cell, busiest, &packs, moment, &mut random))?;
            }
        }
        note_issued(store, calendar::period_of(moment))?;
        let after = moment.checked_add(WEEK)?;
        store.note_time(moment, calendar::period_of(moment))?;
        job::run_due(store, after, &rules, keys)?;
        store.note_time(after, calendar::period_of(after))?;
    }
    Ok(())
}

/// Of four firms that spent a blind token another one holds one and has not come.
fn note_issued(store: &mut dyn Store, period: Period) -> Result<()> {
    let week = store.token_weeks()?.into_iter().find(|week| week.period == period);
    let Some(week) = week else { return Ok(()) };
    Ok(store.note_issued(period, week.spent + week.spent / 4)?)
}

fn arrivals(
    (district, lane): (District, Lane),
    busiest: u32,
    packs: &[PackCode],
    moment: Timestamp,
    random: &mut StdRng,
) -> Vec<Arrival> {
    let period = calendar::period_of(moment);
    let mut arrivals = Vec::new();
    for &pack in packs {
        for _ in 0..random.random_range(0..=busiest) {
            let cell = Cell { period, pack, district, verdict: verdict(random), lane };
            let mut id = [0; 16];
            random.fill_bytes(&mut id);
            arrivals.push(Arrival { id: StoredId::from_bytes(id), cell, held: None });
        }
    }
    arrivals
}

fn verdict(random: &mut StdRng) -> Verdict {
    let mut place = random.random_range(0..SHARES.iter().sum());
    for (verdict, share) in Verdict::ALL.into_iter().zip(SHARES) {
        if place < share {
            return verdict;
        }
        place -= share;
    }
    Verdict::Vetoed
}

/// New tokens of every scope.
fn tokens(store: &mut dyn Store, settings: &Settings, now: Timestamp) -> Result<Vec<(Scope, String)>> {
    let today = calendar::day_of(now);
    let rules = settings.rules()?;
    let areas = rules.counted.districts().iter().skip(1).map(|district| Scope::District(*district));
    let mut tokens = Vec::new();
    let portal = rules.tokens.then_some(Scope::Portal);
    for scope in std::iter::once(Scope::City).chain(portal).chain(areas) {
        let text = token::generate(&mut super::random()?);
        let hash = token::hash(&text).context("令牌生成有误")?;
        let label = format!("demo {scope} {now}");
        let expires = today.checked_add(30.days())?;
        let audit =
            Audit { day: today, actor: "demo".into(), action: "issue token".into(), detail: label.clone() };
        let token = Token { hash, label, scope, created: today, expires, revoked: None, last_used: None };
        store.add_token(&token, &audit)?;
        tokens.push((scope, text));
    }
    Ok(tokens)
}
