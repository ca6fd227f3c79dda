//! The accept loop.
//!
//! The stock one holds a half-sent header or body open for ever. This one limits how many
//! connections there are, how long a header may take, and how long any connection lasts.

use std::net::SocketAddr;
use std::pin::pin;
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
use tower::Service;

use crate::settings::ConnectionSettings;

/// Pause after an error such as "too many open files", which would otherwise repeat at once; at the
/// stop it is what a connection that was cut off gets to end.
const PAUSE: Duration = Duration::from_millis(100);

/// Serves connections until `stop` changes, then lets open requests end.
pub(super) async fn serve(
    listener: TcpListener,
    router: Router,
    settings: ConnectionSettings,
    mut stop: watch::Receiver<bool>,
) {
    let places = Arc::new(Semaphore::new(settings.maximum));
    let settings = Arc::new(settings);
    loop {
        let (stream, peer, place) = tokio::select! {
            _ = stop.wait_for(|stopped| *stopped) => break,
            accepted = next(&listener, &places) => accepted,
        };
        let (router, stop, settings) = (router.clone(), stop.clone(), Arc::clone(&settings));
        tokio::spawn(async move {
            connection(stream, peer, router, &settings, stop).await;
            drop(place);
        });
    }
    drop(listener);
    // Every connection gives its place back when it ends.
    let all = u32::try_from(settings.maximum).unwrap_or(u32::MAX);
    let patience = Duration::from_secs(settings.drain_seconds) + PAUSE;
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

async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    settings: &ConnectionSettings,
    mut stop: watch::Receiver<bool>,
) {
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().call(request.map(Body::new))
    });
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(Duration::from_secs(settings.header_seconds));
    let mut connection = pin!(protocol.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        // Whether the other side hung up in order is of no interest.
        _ = connection.as_mut() => return,
        _ = stop.wait_for(|stopped| *stopped) => {}
        () = tokio::time::sleep(Duration::from_secs(settings.age_seconds)) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = tokio::time::timeout(Duration::from_secs(settings.drain_seconds), connection).await;
}
