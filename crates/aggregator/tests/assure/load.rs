//! Makes requests as fast as, or exactly as fast as, it is told.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rand::RngExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use zjtx_aggregator::calendar;
use zjtx_wire::{District, Report, Verdict};

use crate::support::http::posting;
use crate::support::reports::{districts, id, report};

/// Acknowledged reports a second over this number of connections.
pub fn rate(address: SocketAddr, connections: usize, time: Duration) -> f64 {
    rate_of(address, connections, time, (random_report, 204))
}

/// Refused reports a second: read and checked as all others, but of a district that is on no list. Counting is
/// measured by them.
pub fn ceiling(address: SocketAddr, connections: usize, time: Duration) -> f64 {
    let elsewhere = || Report { district: District::from_code("999999").expect("a code"), ..random_report() };
    rate_of(address, connections, time, (elsewhere, 422))
}

/// Answers a second to reports of one kind, which all get the same status.
fn rate_of(
    address: SocketAddr,
    connections: usize,
    time: Duration,
    (report, status): (fn() -> Report, u16),
) -> f64 {
    let done = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    Runtime::new().expect("a runtime").block_on(async {
        let senders = (0..connections).map(|_| {
            let done = Arc::clone(&done);
            tokio::spawn(async move {
                let mut stream = connect(address).await;
                while started.elapsed() < time {
                    assert_eq!(send(&mut stream, &report()).await.expect("an answer"), status);
                    done.fetch_add(1, Ordering::Relaxed);
                }
            })
        });
        for sender in senders.collect::<Vec<_>>() {
            sender.await.expect("a sender");
        }
    });
    done.load(Ordering::Relaxed) as f64 / started.elapsed().as_secs_f64()
}

/// Sends `per_second` reports a second, whether or not answers come, and returns the times in order.
pub fn times(address: SocketAddr, per_second: u32, time: Duration) -> Vec<Duration> {
    let count = per_second * u32::try_from(time.as_secs()).expect("seconds");
    let mut times = Runtime::new().expect("a runtime").block_on(async {
        let started = tokio::time::Instant::now();
        let requests = (0..count).map(|number| {
            tokio::spawn(async move {
                let due = started + Duration::from_secs(1) * number / per_second;
                tokio::time::sleep_until(due).await;
                let mut stream = connect(address).await;
                assert_eq!(send(&mut stream, &random_report()).await.expect("an answer"), 204);
                due.elapsed()
            })
        });
        let mut times = Vec::new();
        for request in requests.collect::<Vec<_>>() {
            times.push(request.await.expect("a request"));
        }
        times
    });
    times.sort_unstable();
    times
}

async fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).await.expect("a connection");
    stream.set_nodelay(true).expect("an option");
    stream
}

async fn send(stream: &mut TcpStream, report: &Report) -> io::Result<u16> {
    stream.write_all(&posting(&report.to_json(), "")).await?;
    let mut answer = [0; 2_048];
    let mut length = 0;
    while !is_whole(&answer[..length]) {
        let read = stream.read(&mut answer[length..]).await?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        length += read;
    }
    let status = std::str::from_utf8(&answer[9..12]).ok().and_then(|code| code.parse().ok());
    status.ok_or_else(|| io::Error::other("no status"))
}

/// Whether an answer is there with its body, which a 204 has not.
fn is_whole(answer: &[u8]) -> bool {
    let Some(head) = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return false };
    let text = String::from_utf8_lossy(&answer[..head]);
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
    answer.len() - head - 4 >= length.map_or(0, |length| length.parse().expect("a length"))
}

pub fn random_report() -> Report {
    let mut random = rand::rng();
    let district = districts()[random.random_range(0..districts().len())];
    let verdict = Verdict::ALL[random.random_range(0..Verdict::ALL.len())];
    let period = calendar::period_of(Timestamp::now());
    Report { id: id(random.random()), district, verdict, period, ..report(0) }
}
