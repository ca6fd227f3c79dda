//! Reads from the store without keeping the writer busy.

use std::sync::{Arc, Mutex, PoisonError};

use crate::store::{Store, StoreError};
use crate::writer::Unavailable;

/// A connection of its own for reading.
#[derive(Clone)]
pub struct Reader {
    store: Arc<Mutex<Box<dyn Store>>>,
}

impl Reader {
    /// Reads through this connection.
    pub fn new(store: Box<dyn Store>) -> Self {
        Self { store: Arc::new(Mutex::new(store)) }
    }

    /// Runs a query outside the threads that serve connections.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run<T: Send + 'static>(
        &self,
        query: impl FnOnce(&mut dyn Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Unavailable> {
        let store = Arc::clone(&self.store);
        let result = tokio::task::spawn_blocking(move || {
            query(&mut **store.lock().unwrap_or_else(PoisonError::into_inner))
        });
        result.await.map_err(|_| Unavailable)?.map_err(|error| {
            tracing::error!(%error, "the store failed");
            Unavailable
        })
    }
}
