//! Reads from the store without keeping the writer busy.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;

use crate::store::{Database, Store, StoreError};
use crate::writer::Unavailable;

/// Queries at one time.
const CONNECTIONS: usize = 4;

/// A few connections for reading; they are made when they are needed and kept.
#[derive(Clone)]
pub struct Reader {
    database: Database,
    idle: Arc<Mutex<Vec<Box<dyn Store>>>>,
    places: Arc<Semaphore>,
}

impl Reader {
    /// Reads from a database.
    pub fn new(database: Database) -> Self {
        Self { database, idle: Arc::default(), places: Arc::new(Semaphore::new(CONNECTIONS)) }
    }

    /// Runs a query outside the threads that serve connections.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run<T: Send + 'static>(
        &self,
        query: impl FnOnce(&mut dyn Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Unavailable> {
        // The semaphore is never closed.
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(|_| Unavailable)?;
        let reader = self.clone();
        let result = tokio::task::spawn_blocking(move || {
            let result = reader.query(query);
            drop(place);
            result
        });
        result.await.map_err(|_| Unavailable)?.map_err(|error| {
            tracing::debug!(%error, "a query failed");
            Unavailable
        })
    }

    fn query<T>(&self, query: impl FnOnce(&mut dyn Store) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut store = idle.map_or_else(|| self.database.open(), Ok)?;
        let result = query(&mut *store);
        if result.is_ok() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(store);
        }
        result
    }
}
