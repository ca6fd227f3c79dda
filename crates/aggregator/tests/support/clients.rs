//! Clients that send one report after another and never give one up.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use jiff::Timestamp;
use zjtx_aggregator::calendar;
use zjtx_wire::{Report, Verdict};

use super::http::Connection;
use super::reports;

/// What the clients share.
#[derive(Default)]
struct Board {
    address: Mutex<Option<SocketAddr>>,
    changed: Condvar,
    progress: (Mutex<u64>, Condvar),
    stop: AtomicBool,
    refused: AtomicU64,
}

/// Running clients.
pub struct Clients {
    board: Arc<Board>,
    threads: Vec<JoinHandle<Vec<Report>>>,
}

impl Clients {
    /// Starts `count` clients; they wait for a server.
    pub fn start(count: u32) -> Self {
        let board = Arc::new(Board::default());
        let client = |number| {
            let board = Arc::clone(&board);
            thread::spawn(move || board.run(number))
        };
        let threads = (0..count).map(client).collect();
        Self { board, threads }
    }

    /// Tells the clients where the server is, or that there is none now.
    pub fn point_to(&self, address: Option<SocketAddr>) {
        *self.board.address.lock().expect("the address") = address;
        self.board.changed.notify_all();
    }

    /// Waits until `more` further reports are acknowledged.
    pub fn wait_for(&self, more: u64) {
        let (count, changed) = &self.board.progress;
        let goal = *count.lock().expect("the count") + more;
        let reached = changed.wait_while(count.lock().expect("the count"), |count| *count < goal);
        drop(reached.expect("the count"));
    }

    /// How often a report was refused or a connection broke.
    pub fn refused(&self) -> u64 {
        self.board.refused.load(Ordering::Relaxed)
    }

    /// Stops the clients, each after its last report is acknowledged or given up because there is
    /// no server any more; returns the acknowledged reports.
    pub fn stop(self) -> Vec<Report> {
        self.board.stop.store(true, Ordering::SeqCst);
        self.board.changed.notify_all();
        self.threads.into_iter().flat_map(|thread| thread.join().expect("a client")).collect()
    }
}

impl Board {
    fn run(&self, client: u32) -> Vec<Report> {
        let mut acknowledged = Vec::new();
        let mut connection = None;
        for number in 0.. {
            if self.stop.load(Ordering::SeqCst) {
                break;
            }
            let report = report(client, number);
            if !self.deliver(&report, &mut connection) {
                break;
            }
            acknowledged.push(report);
        }
        acknowledged
    }

    /// Tries until the report is acknowledged; false when the clients stop without a server.
    fn deliver(&self, report: &Report, connection: &mut Option<Connection>) -> bool {
        loop {
            let Some(address) = self.address() else {
                return false;
            };
            if connection.is_none() {
                *connection = Connection::open(address).ok();
            }
            match connection.as_mut().map(|connection| connection.send(report)) {
                Some(Ok(204)) => {
                    self.count();
                    return true;
                }
                Some(Ok(503)) => self.refuse(),
                Some(Ok(status)) => panic!("a report was answered with {status}"),
                Some(Err(_)) | None => {
                    self.refuse();
                    *connection = None;
                    thread::yield_now();
                }
            }
        }
    }

    fn address(&self) -> Option<SocketAddr> {
        let wait = |address: &mut Option<SocketAddr>| address.is_none() && !self.stop.load(Ordering::SeqCst);
        *self.changed.wait_while(self.address.lock().expect("the address"), wait).expect("the address")
    }

    fn refuse(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    fn count(&self) {
        let (count, changed) = &self.progress;
        *count.lock().expect("the count") += 1;
        changed.notify_all();
    }
}

/// A report with an id that no other client or number has, of the present period.
fn report(client: u32, number: u64) -> Report {
    let id = reports::id(u128::from(client) << 64 | u128::from(number));
    let districts = reports::districts();
    let district = districts[client as usize % districts.len()];
    let verdict = Verdict::ALL[number as usize % Verdict::ALL.len()];
    let period = calendar::period_of(Timestamp::now());
    Report { id, pack: reports::CN26L, level: reports::NATIONAL, district, verdict, period }
}
