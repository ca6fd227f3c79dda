//! The power fails at any point, and no acknowledged report is lost.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tokio::runtime::Runtime;
use zjtx_aggregator::clock::Clock;
use zjtx_aggregator::health::Health;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::metrics::Metrics;
use zjtx_aggregator::release::job;
use zjtx_aggregator::release::rules::Rules;
use zjtx_aggregator::store::SqliteStore;
use zjtx_aggregator::timekeeper::Timekeeper;
use zjtx_aggregator::writer::{Answer, Capacity, Handed, Tools, Writer};

use crate::ROLE;
use crate::recorder::{self, Change, Disk, Event};
use crate::support::clock::HandClock;
use crate::support::keys::keys_in;
use crate::support::reports::{arrival, id, report};

const CUTS: usize = 300;
const SENDERS: u128 = 16;
const REPORTS: u128 = 300;

/// Simulates the cuts as they are, and once more without the syncs of the write-ahead log: there reports must get
/// lost, or the test would see nothing.
pub fn no_acknowledged_report_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let status = Command::new(std::env::current_exe().expect("this program"))
        .env(ROLE, "recorded")
        .env("LD_PRELOAD", recorder::build(folder.path()))
        .env("RECORD_TO", folder.path().join("record"))
        .current_dir(folder.path())
        .status();
    assert!(status.expect("this program").success());
    let events = recorder::read(&folder.path().join("record"));
    println!("  {} writes, truncations and syncs recorded", events.len());
    let full = losses(&events, |_| true);
    println!("  as configured: {full} of {CUTS} cuts lost acknowledged reports");
    let normal = losses(&events, |event| !(event.file == 1 && matches!(event.change, Change::Sync)));
    println!("  without syncs of the log: {normal} of {CUTS} cuts did");
    assert_eq!(full, 0);
    assert!(normal > CUTS / 2, "the test must notice a log that is not synced");
}

/// The recorded process: counts reports, notes each acknowledgement, closes a week in between.
pub fn be_recorded() {
    let store = SqliteStore::create(Path::new("statistics.db")).expect("a store");
    let clock = Arc::new(HandClock::new());
    let keys = Arc::new(keys_in(Path::new("keys"), 1));
    let tools = Tools {
        time: Arc::new(Timekeeper::new(Arc::clone(&clock) as _)),
        keys: Arc::clone(&keys),
        health: Health::default(),
        metrics: Metrics::default(),
    };
    let capacity = Capacity { queue: 1_024, batch: 1_024 };
    let (writer, thread) = Writer::start(Box::new(store), tools, capacity).expect("a writer");
    let notes = Arc::new(Mutex::new(fs::File::create("acknowledged").expect("a file")));
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(async {
        send_all(&writer, &keys, &notes, 0, "2026W47").await;
        clock.advance(7 * 24);
        let now = clock.now();
        let closing = Arc::clone(&keys);
        let close = move |store: &mut dyn zjtx_aggregator::store::Store| {
            job::run_due(store, now, &Rules::default(), &closing).expect("a closing");
        };
        writer.run(close).await.expect("a closing");
        send_all(&writer, &keys, &notes, 1, "2026W48").await;
    });
    drop((runtime, writer));
    thread.join().expect("the writing thread");
}

async fn send_all(
    writer: &Writer,
    keys: &Arc<Keys>,
    notes: &Arc<Mutex<fs::File>>,
    round: u128,
    period: &'static str,
) {
    let senders = (0..SENDERS).map(|sender| {
        let (writer, keys, notes) = (writer.clone(), Arc::clone(keys), Arc::clone(notes));
        tokio::spawn(async move {
            for number in 0..REPORTS {
                let (mut cell, id) = (arrival(report(0)).cell, id(round << 64 | sender << 32 | number));
                cell.period = period.parse().expect("a period");
                let counted = writer.accept(Handed { id, cell, held: None }).await;
                assert_eq!(counted, Ok(Answer::Counted));
                let stored = keys.stored_id(cell.period, &id).expect("the period's key");
                let note = [&[round as u8][..], stored.as_bytes()].concat();
                notes.lock().expect("the notes").write_all(&note).expect("a note");
            }
        })
    });
    for sender in senders.collect::<Vec<_>>() {
        sender.await.expect("a sender");
    }
}

/// At how many cuts an acknowledged report was lost.
fn losses(events: &[Event], is_kept: impl Fn(&Event) -> bool) -> usize {
    let first_note = events.iter().position(|event| event.file == 2).expect("an acknowledgement");
    let mut random = StdRng::seed_from_u64(42);
    let mut cuts: Vec<usize> = (0..CUTS).map(|_| random.random_range(first_note..events.len())).collect();
    cuts.sort_unstable();
    let mut disks = [Disk::default(), Disk::default()];
    let mut acknowledged = Vec::new();
    let (mut done, mut losses) = (0, 0);
    for cut in cuts {
        for event in &events[done..=cut] {
            match &event.change {
                Change::Write { bytes, .. } if event.file == 2 => acknowledged.push(bytes.clone()),
                change if event.file < 2 && is_kept(event) => disks[event.file].change(change),
                _ => {}
            }
        }
        done = cut + 1;
        losses += usize::from(is_lossy(&disks, &acknowledged, &mut random));
    }
    losses
}

/// Whether what is left after a cut is unsound, has counts without ids, or lacks an acknowledged id.
fn is_lossy(disks: &[Disk; 2], acknowledged: &[Vec<u8>], random: &mut StdRng) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.db");
    for (disk, name) in disks.iter().zip(["statistics.db", "statistics.db-wal"]) {
        fs::write(folder.path().join(name), disk.after_cut(random)).expect("a file");
    }
    let is_released = |is_closed, note: &[u8]| is_closed && note[0] == 0;
    match what_is_left(&file) {
        Ok(Some((ids, is_closed))) => {
            acknowledged.iter().any(|note| !is_released(is_closed, note) && !ids.contains(&note[1..]))
        }
        Ok(None) | Err(_) => true,
    }
}

/// The ids, and whether the first week is closed, so that its ids are gone on purpose; `None` when
/// the file is unsound.
fn what_is_left(file: &Path) -> rusqlite::Result<Option<(HashSet<[u8; 16]>, bool)>> {
    let connection = rusqlite::Connection::open(file)?;
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    let number = |query: &str| connection.query_row(query, [], |row| row.get::<_, i64>(0));
    let is_closed = number("SELECT count(*) FROM closing")? == 1;
    let counts = number("SELECT coalesce(sum(n), 0) FROM cell")?;
    let mut query = connection.prepare("SELECT id FROM seen")?;
    let ids: HashSet<[u8; 16]> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok((sound == "ok" && counts == ids.len() as i64).then_some((ids, is_closed)))
}
