//! The accept loop.
//!
//! The stock one holds a half-sent header or body open for ever. This one limits how many
//! connections there are, how many of them one address has, how long a header and its size may be,
//! how long an answer may find no reader, and how long any connection lasts.

use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio_io_timeout::TimeoutStream;
use tower::Service;

use super::doors::{Door, Doors};
use crate::limit::TrustedProxies;
use crate::metrics::Metrics;
use crate::settings::ConnectionSettings;

/// Pause after an error such as "too many open files", which would otherwise repeat at once; at the
/// stop it is what a connection that was cut off gets to end.
const PAUSE: Duration = Duration::from_millis(100);

/// Bytes of a request's line and headers together.
const HEADER_BYTES: usize = 16 * 1024;

/// Headers of a request.
const HEADERS: usize = 64;

/// What the loop works with.
#[derive(Clone)]
pub(super) struct Entrance {
    pub(super) router: Router,
    pub(super) settings: ConnectionSettings,
    pub(super) proxies: TrustedProxies,
    pub(super) metrics: Metrics,
}

/// Serves connections until `stop` changes, then lets open requests end.
pub(super) async fn serve(listener: TcpListener, entrance: Entrance, mut stop: watch::Receiver<bool>) {
    let maximum = entrance.settings.maximum;
    let places = Arc::new(Semaphore::new(maximum));
    let doors = Doors::new(&entrance.settings, entrance.proxies.clone());
    let entrance = Arc::new(entrance);
    loop {
        let (stream, peer, place) = tokio::select! {
            _ = stop.wait_for(|stopped| *stopped) => break,
            accepted = next(&listener, &places) => accepted,
        };
        let Some(door) = doors.open(peer.ip()) else {
            entrance.metrics.turned_away();
            continue;
        };
        tokio::spawn(served(stream, peer, Arc::clone(&entrance), stop.clone(), (place, door)));
    }
    drop(listener);
    // Every connection gives its place back when it ends.
    let all = u32::try_from(maximum).unwrap_or(u32::MAX);
    let patience = Duration::from_secs(entrance.settings.drain_seconds) + PAUSE;
    if tokio::time::timeout(patience, places.acquire_many(all)).await.is_err() {
        tracing::warn!("some connections did not end");
    }
}

async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed, so there always is a place to wait for.
    let place = Arc::clone(places).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, place),
            Err(error) => {
                tracing::warn!(%error, "no connection could be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

async fn served(
    stream: TcpStream,
    peer: SocketAddr,
    entrance: Arc<Entrance>,
    stop: watch::Receiver<bool>,
    place: (Option<OwnedSemaphorePermit>, Door),
) {
    let open = &entrance.metrics.gauges.connections;
    open.inc();
    connection(stream, peer, &entrance, stop).await;
    open.dec();
    drop(place);
}

async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    entrance: &Entrance,
    mut stop: watch::Receiver<bool>,
) {
    let settings = &entrance.settings;
    let router = entrance.router.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().call(request.map(Body::new))
    });
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(Duration::from_secs(settings.header_seconds));
    protocol.max_buf_size(HEADER_BYTES).max_headers(HEADERS);
    let mut connection = pin!(protocol.serve_connection(TokioIo::new(impatient(stream, settings)), service));
    tokio::select! {
        // Whether the other side hung up in order is of no interest.
        _ = connection.as_mut() => return,
        _ = stop.wait_for(|stopped| *stopped) => {}
        () = tokio::time::sleep(Duration::from_secs(settings.age_seconds)) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = tokio::time::timeout(Duration::from_secs(settings.drain_seconds), connection).await;
}

/// A stream that ends when nobody reads what it writes.
fn impatient(stream: TcpStream, settings: &ConnectionSettings) -> Pin<Box<TimeoutStream<TcpStream>>> {
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(Duration::from_secs(settings.write_seconds)));
    Box::pin(stream)
}
