//! Officers read ten years of releases while reports come in.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use jiff::ToSpan;
use zjtx_aggregator::calendar;
use zjtx_aggregator::release::chain;
use zjtx_aggregator::store::{Increment, Lane, Ledger, Scope, SqliteStore, Store, Token, Waiting};
use zjtx_aggregator::token;
use zjtx_wire::Period;

use crate::load::times;
use crate::support::http::Connection;
use crate::support::process::{Process, command};
use crate::support::reports::{districts, packs};

const WEEKS: u32 = 520;
const PACKS: usize = 3;
const OFFICERS: u32 = 4;
const PER_SECOND: u32 = 100;
const RUN: Duration = Duration::from_secs(10);
const FILES: [&str; 4] = ["releases", "releases/latest", "releases.csv", "releases.xlsx"];

/// Four officers download everything again and again; 99 of 100 reports are answered within 50 ms.
pub fn reports_do_not_wait_for_downloads() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.db");
    let mut store = SqliteStore::create(&file).expect("a store");
    let increments = ten_years();
    let released = increments.len();
    let (text, token) = city_token();
    let ledger = Ledger { increments, tokens: vec![token], ..Ledger::default() };
    assert!(store.fill(&ledger, &Waiting::default()).expect("a full store"));
    drop(store);
    let server = Process::start(command(&file));
    let alone = late(&times(server.address, PER_SECOND, RUN));
    let (stop, downloads) = (AtomicBool::new(false), AtomicU32::new(0));
    let times = thread::scope(|scope| {
        for _ in 0..OFFICERS {
            scope.spawn(|| {
                let mut connection = Connection::open(server.address).expect("a connection");
                for file in FILES.into_iter().cycle() {
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                    let request = format!(
                        "GET /v1/city/{file} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {text}\r\n\r\n"
                    );
                    connection.write(request.as_bytes()).expect("a request");
                    assert_eq!(connection.answer().expect("an answer").0, 200);
                    downloads.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let times = times(server.address, PER_SECOND, RUN);
        stop.store(true, Ordering::Relaxed);
        times
    });
    let late = late(&times);
    let downloads = downloads.into_inner();
    println!(
        "  {released} releases, {downloads} downloads; 99 of 100 reports within {} ms, {} ms without downloads",
        late.as_millis(),
        alone.as_millis()
    );
    assert!(late < Duration::from_millis(50) && downloads > FILES.len() as u32);
}

/// The time within which 99 of 100 reports are answered.
fn late(times: &[Duration]) -> Duration {
    times[times.len() * 99 / 100]
}

fn ten_years() -> Vec<Increment> {
    let mut weeks = vec![Period::new(2016, 45).expect("a week")];
    while weeks.len() < WEEKS as usize {
        weeks.extend(weeks.last().and_then(|week| calendar::next(*week)));
    }
    let mut increments: Vec<Increment> = Vec::new();
    for week in weeks {
        for district in districts() {
            for pack in packs().into_iter().take(PACKS) {
                let seq = increments.len() as i64 + 1;
                let previous_hash = increments.last().map_or([0; 32], |last| last.hash);
                let noise = "1".to_owned();
                let counts = [seq % 17, seq % 13, seq % 7, seq % 3];
                let (from, to, nonce) = (week, week, [0; 32]);
                let mut next = Increment {
                    seq,
                    district,
                    pack,
                    lane: Lane::Open,
                    from,
                    to,
                    counts,
                    noise,
                    nonce,
                    previous_hash,
                    hash: [0; 32],
                };
                next.hash = chain::hash(&next);
                increments.push(next);
            }
        }
    }
    increments
}

fn city_token() -> (String, Token) {
    let text = token::generate(&mut rand::rng());
    let created = calendar::day_of(jiff::Timestamp::now());
    let token = Token {
        hash: token::hash(&text).expect("a token"),
        label: "市级".to_owned(),
        scope: Scope::City,
        created,
        expires: created.checked_add(30.days()).expect("a day"),
        revoked: None,
        last_used: None,
    };
    (text, token)
}
