//! Work that the time brings, once a minute.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::backup::back_up_due;
use super::watch;
use crate::calendar;
use crate::http::Services;
use crate::limit::Surge;
use crate::release::{chain, job};
use crate::settings::Settings;
use crate::store::{Store, StoreError};

/// The clock may be set while the server runs, so it is looked at this often.
const LOOK: Duration = Duration::from_secs(60);

/// The stored time is moved on in steps of this.
const NOTE: SignedDuration = SignedDuration::from_hours(1);

/// What was done today, so that it is done once.
#[derive(Clone, Default)]
pub(super) struct Diary(Arc<Mutex<Option<Date>>>);

impl Diary {
    /// Whether something was done on another day or never; it counts as done then.
    fn turn(&self, today: Date) -> bool {
        let mut day = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        day.replace(today) != Some(today)
    }

    /// What was begun did not end well.
    fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Does what is due, again and again.
pub(super) async fn run(services: Arc<Services>, settings: Settings, diary: Diary) {
    loop {
        run_due(&services, &settings, &diary).await;
        tokio::time::sleep(LOOK).await;
    }
}

pub(super) async fn run_due(services: &Arc<Services>, settings: &Settings, diary: &Diary) {
    let (due, settings, diary) = (Arc::clone(services), settings.clone(), diary.clone());
    let work = move |store: &mut dyn Store| all(store, &due, &settings, &diary);
    if services.writer.run(work).await.is_err() {
        tracing::warn!("the store is busy; due work waits for a minute");
    }
}

fn all(store: &mut dyn Store, services: &Services, settings: &Settings, diary: &Diary) {
    let time = note_time(store, services);
    services.health.wrote(&time);
    let Ok(Some(now)) = time else {
        watch::set_figures(services, settings);
        return;
    };
    let today = calendar::day_of(now);
    report("the weekly job failed; it runs again in a minute", close(store, services, now));
    if diary.turn(today) {
        let daily = daily(store, services, now);
        if daily.is_err() {
            diary.forget();
        }
        report("the daily work failed; it is tried again in a minute", daily);
    }
    match back_up_due(store, today, &settings.backup) {
        Ok(true) => {
            services.metrics.gauges.last_backup.set(now.as_second());
            tracing::info!("the day's copy is made");
        }
        Ok(false) => {}
        Err(error) => tracing::error!(%error, "the backup failed; it is tried again in a minute"),
    }
    report("the figures could not be read", watch::look(store, services, now));
    watch::set_figures(services, settings);
}

fn report(what: &'static str, result: Result<(), StoreError>) {
    if let Err(error) = result {
        tracing::error!(%error, "{what}");
    }
}

/// Learns the stored time and moves it on; the time, when one is believed.
pub(super) fn note_time(store: &mut dyn Store, services: &Services) -> Result<Option<Timestamp>, StoreError> {
    let stored = store.clock()?;
    services.time.learn(&stored);
    let now = services.time.now();
    services.health.doubts(now.err());
    let Ok(now) = now else { return Ok(None) };
    let is_old = stored.high_water.is_none_or(|mark| now.duration_since(mark) >= NOTE);
    if is_old || stored.began.is_none() {
        store.note_time(now, calendar::period_of(now))?;
    } else {
        store.ping()?;
    }
    Ok(Some(now))
}

/// Closes what is over, and destroys the keys of what is closed, whoever closed it.
fn close(store: &mut dyn Store, services: &Services, now: Timestamp) -> Result<(), StoreError> {
    let closed = job::run_due(store, now, &services.rules, &services.keys)?;
    if let Some(period) = closed {
        store.note_time(now, calendar::period_of(now))?;
        tracing::info!(%period, "the period is closed");
    }
    if let Some(closed) = store.closed_through()? {
        if let Err(error) = services.keys.destroy_through(closed) {
            tracing::error!(%error, "the keys of closed periods are still there; it is tried again in a minute");
        }
        watch::closed(services, closed, now);
    }
    check_keys(store, services, now)?;
    let anchor = store.last_hash()?.map(|hash| chain::hexadecimal(&hash));
    let mut known = services.anchor.lock().unwrap_or_else(PoisonError::into_inner);
    if *known != anchor {
        tracing::info!(
            hash = anchor.as_deref().unwrap_or_default(),
            "the last release; keep this for verify-chain --expect"
        );
        *known = anchor;
    }
    Ok(())
}

/// All servers of one database have the same keys, or the same report would be counted twice.
fn check_keys(store: &mut dyn Store, services: &Services, now: Timestamp) -> Result<(), StoreError> {
    let period = calendar::period_of(now);
    let fits = match services.keys.check(period) {
        Some(check) => store.check_key(period, &check)?,
        None => true,
    };
    if !fits {
        tracing::error!(
            "this server's period key is not the database's: copy the keys folder from another server"
        );
    }
    Ok(())
}

fn daily(store: &mut dyn Store, services: &Services, now: Timestamp) -> Result<(), StoreError> {
    let today = calendar::day_of(now);
    job::purge(store, now)?;
    let finished = services.take_busy_days(today);
    if let Err(error) = store.add_busy_days(&finished, Surge::first_day(today)) {
        services.give_back_busy_days(finished);
        return Err(error);
    }
    services.learn_busy_days(&store.busy_days()?);
    watch::tell_held(store, today)
}
