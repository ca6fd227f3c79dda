//! Released tables as finished documents.
//!
//! Releases change once a week, so a document is made once for each state of the chain, together
//! with its tag, and then handed out without being copied. Two at a time are made, outside the
//! threads that serve connections; whoever asks for one that is being made waits for it.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use tokio::sync::{OnceCell, Semaphore};
use zjtx_wire::{District, Period, ProblemKind, TokenUse};

use super::App;
use super::problem::Refusal;
use crate::release::history;
use crate::release::rules::Rules;
use crate::store::{Increment, Lane, Store, StoreError, TokenWeek};

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
    /// The blind tokens of the closed periods.
    pub(super) token_weeks: Vec<TokenWeek>,
}

impl Source {
    fn read(store: &mut dyn Store, district: Option<District>) -> Result<Self, StoreError> {
        let closed_through = store.closed_through()?;
        let token_weeks = TokenWeek::chosen(store.token_weeks()?, closed_through, true);
        Ok(Self { closed_through, increments: store.increments(district)?, token_weeks })
    }

    /// The increments of the site's main lane, and those of the other one.
    pub(super) fn lanes(&self, rules: &Rules) -> [Vec<Increment>; 2] {
        let mut lanes = Lane::ALL.map(|lane| history::of_lane(&self.increments, lane));
        if rules.main_lane() == Lane::Token {
            lanes.reverse();
        }
        lanes
    }

    /// The blind tokens, as readers get them.
    pub(super) fn tokens(&self) -> Vec<TokenUse> {
        let told =
            |week: &TokenWeek| TokenUse { period: week.period, issued: week.issued, spent: week.spent };
        self.token_weeks.iter().map(told).collect()
    }
}

/// Bytes, and the tag by which a reader knows them again.
#[derive(Clone)]
pub(super) struct Document {
    pub(super) bytes: Bytes,
    pub(super) tag: String,
}

impl From<Vec<u8>> for Document {
    fn from(bytes: Vec<u8>) -> Self {
        let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes)));
        Self { bytes: bytes.into(), tag }
    }
}

/// A state of the chain: the last closed period and the last hash.
type State = (Option<Period>, Option<[u8; 32]>);

type Place = Arc<OnceCell<Document>>;

/// Finished documents of the latest state.
pub(super) struct Documents {
    kept: Mutex<(State, HashMap<Name, Place>)>,
    places: Semaphore,
}

impl Default for Documents {
    fn default() -> Self {
        Self { kept: Mutex::default(), places: Semaphore::new(AT_ONE_TIME) }
    }
}

impl Documents {
    /// The document of a name in a state of the chain, made unless it is there.
    async fn get(
        &self,
        state: State,
        name: Name,
        make: impl Future<Output = Result<Document, Refusal>>,
    ) -> Result<Document, Refusal> {
        let place = self.place(state, name);
        let made = place.get_or_try_init(|| async {
            // The semaphore is never closed.
            let _place = self.places.acquire().await.map_err(|_| ProblemKind::Unavailable)?;
            make.await
        });
        made.await.cloned()
    }

    fn place(&self, state: State, name: Name) -> Place {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != state {
            *kept = (state, HashMap::new());
        }
        Arc::clone(kept.1.entry(name).or_default())
    }
}

/// The document of a name, made by `make` unless it is there.
pub(super) async fn document(
    app: &App,
    name: Name,
    make: impl FnOnce(&App, &Source) -> Option<Vec<u8>> + Send + 'static,
) -> Result<Document, Refusal> {
    let releases = &app.services.releases;
    let state = releases.run(|store| Ok((store.closed_through()?, store.last_hash()?))).await?;
    let making = app.clone();
    let make = async {
        let made = releases.run(move |store| {
            let source = Source::read(store, name.1)?;
            Ok::<_, StoreError>(make(&making, &source).map(Document::from))
        });
        made.await?.ok_or_else(|| ProblemKind::Unavailable.into())
    };
    app.documents.get(state, name, make).await
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{Document, Documents, State};

    const CITY: super::Name = ("releases", None);

    #[tokio::test]
    async fn many_who_ask_at_once_get_one_copy() {
        let (documents, made) = (Documents::default(), AtomicUsize::new(0));
        let ask = |state: State| {
            let (documents, made) = (&documents, &made);
            async move {
                let make = async {
                    made.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                    Ok(Document::from(b"releases".to_vec()))
                };
                documents.get(state, CITY, make).await.expect("a document")
            }
        };
        let (first, second, third) = tokio::join!(ask((None, None)), ask((None, None)), ask((None, None)));
        assert_eq!(made.load(Ordering::Relaxed), 1);
        for other in [&second, &third] {
            assert_eq!(other.bytes.as_ptr(), first.bytes.as_ptr(), "one copy in memory");
            assert_eq!(other.tag, first.tag);
        }
        ask((None, Some([1; 32]))).await;
        assert_eq!(made.load(Ordering::Relaxed), 2, "another state, another document");
    }
}
