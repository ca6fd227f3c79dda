//! Released tables as finished documents.
//!
//! Releases change once a week, so a document is made once for each state of the chain and then
//! handed out; two at a time are made, outside the threads that serve connections.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use tokio::sync::Semaphore;
use zjtx_wire::{District, Period, ProblemKind};

use super::App;
use super::problem::Refusal;
use crate::store::{Increment, StoreError};

/// Documents that are made at one time.
const AT_ONE_TIME: usize = 2;

/// Which document: its route's last part, and the district or the city.
pub(super) type Name = (&'static str, Option<District>);

/// What a document is made from.
pub(super) struct Source {
    /// The last closed period.
    pub(super) closed_through: Option<Period>,
    /// The increments, in the chain's order.
    pub(super) increments: Vec<Increment>,
}

/// A state of the chain: the last closed period and the last hash.
type State = (Option<Period>, Option<[u8; 32]>);

/// Finished documents of the latest state.
pub(super) struct Documents {
    kept: Mutex<(State, HashMap<Name, Bytes>)>,
    places: Semaphore,
}

impl Default for Documents {
    fn default() -> Self {
        Self { kept: Mutex::default(), places: Semaphore::new(AT_ONE_TIME) }
    }
}

impl Documents {
    fn kept(&self) -> MutexGuard<'_, (State, HashMap<Name, Bytes>)> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, state: State, name: Name) -> Option<Bytes> {
        let kept = self.kept();
        (kept.0 == state).then(|| kept.1.get(&name).cloned()).flatten()
    }

    fn keep(&self, state: State, name: Name, bytes: Bytes) {
        let mut kept = self.kept();
        if kept.0 != state {
            *kept = (state, HashMap::new());
        }
        kept.1.insert(name, bytes);
    }
}

/// The document of a name, made by `make` unless it is there.
pub(super) async fn document(
    app: &App,
    name: Name,
    make: impl FnOnce(&App, &Source) -> Option<Vec<u8>> + Send + 'static,
) -> Result<Bytes, Refusal> {
    let state = app.services.releases.run(|store| Ok((store.closed_through()?, store.last_hash()?))).await?;
    if let Some(known) = app.documents.find(state, name) {
        return Ok(known);
    }
    // The semaphore is never closed.
    let place = app.documents.places.acquire().await.map_err(|_| ProblemKind::Unavailable)?;
    if let Some(known) = app.documents.find(state, name) {
        return Ok(known);
    }
    let making = app.clone();
    let made = app.services.releases.run(move |store| {
        let source =
            Source { closed_through: store.closed_through()?, increments: store.increments(name.1)? };
        Ok::<_, StoreError>(make(&making, &source))
    });
    let bytes = Bytes::from(made.await?.ok_or(ProblemKind::Unavailable)?);
    drop(place);
    app.documents.keep(state, name, bytes.clone());
    Ok(bytes)
}
