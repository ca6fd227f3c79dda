//! Makes requests as fast as, or exactly as fast as, it is told.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::body::{Bytes, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::routing::post;
use jiff::Timestamp;
use rand::RngExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use zjtx_aggregator::calendar;
use zjtx_wire::{Report, ReportDoc, Verdict};

use crate::support::http::posting;
use crate::support::reports::{districts, id, report};

/// Acknowledged reports a second over this number of connections.
pub fn rate(address: SocketAddr, connections: usize, time: Duration) -> f64 {
    let done = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    Runtime::new().expect("a runtime").block_on(async {
        let senders = (0..connections).map(|_| {
            let done = Arc::clone(&done);
            tokio::spawn(async move {
                let mut stream = connect(address).await;
                while started.elapsed() < time {
                    assert_eq!(send(&mut stream).await.expect("an answer"), 204);
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
                assert_eq!(send(&mut stream).await.expect("an answer"), 204);
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

async fn send(stream: &mut TcpStream) -> io::Result<u16> {
    let body = random_report().to_json();
    stream.write_all(&posting(&body, "")).await?;
    let mut answer = [0; 2_048];
    let mut length = 0;
    // A 204 has no body: the empty line ends it.
    while !answer[..length].ends_with(b"\r\n\r\n") {
        let read = stream.read(&mut answer[length..]).await?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        length += read;
    }
    let status = std::str::from_utf8(&answer[9..12]).ok().and_then(|code| code.parse().ok());
    status.ok_or_else(|| io::Error::other("no status"))
}

fn random_report() -> Report {
    let mut random = rand::rng();
    let district = districts()[random.random_range(0..districts().len())];
    let verdict = Verdict::ALL[random.random_range(0..Verdict::ALL.len())];
    let period = calendar::period_of(Timestamp::now());
    Report { id: id(random.random()), district, verdict, period, ..report(0) }
}

/// A server that reads and checks reports as the real one does, and then forgets them.
pub fn be_the_ceiling() {
    let router = axum::Router::new().route("/v1/reports", post(forget));
    Runtime::new().expect("a runtime").block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        println!("serving the ceiling at http://{}/", listener.local_addr().expect("an address"));
        axum::serve(listener, router).await.expect("a server");
    });
}

async fn forget(request: Request) -> StatusCode {
    let body: Bytes = to_bytes(request.into_body(), 1_024).await.expect("a body");
    let doc: ReportDoc = serde_json::from_slice(&body).expect("a document");
    Report::try_from(doc).map_or(StatusCode::UNPROCESSABLE_ENTITY, |_| StatusCode::NO_CONTENT)
}
