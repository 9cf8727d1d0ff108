//! A store in which nothing new begins while a gate is shut: so that long work is still going on
//! when a test looks at it.

use books::Key;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;
use store::{Business, BusinessEntry, BusinessStore, NewBusiness, Profile, Removed, StoreError};

/// How long anybody waits at a gate that a failed test left shut.
const PATIENCE: Duration = Duration::from_secs(60);

/// A gate, open at first.
#[derive(Clone, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    /// Shuts it.
    pub fn shut(&self) {
        *self.0.0.lock().expect("the gate") = true;
    }

    /// Opens it for all who wait.
    pub fn open(&self) {
        *self.0.0.lock().expect("the gate") = false;
        self.0.1.notify_all();
    }

    fn pass(&self) {
        let (is_shut, opened) = &*self.0;
        let is_shut = is_shut.lock().expect("the gate");
        let waited = opened.wait_timeout_while(is_shut, PATIENCE, |is_shut| *is_shut);
        drop(waited.expect("the gate"));
    }
}

/// A store behind a gate, or in the open.
pub fn gated(store: impl BusinessStore + 'static, gate: Option<Gate>) -> Arc<dyn BusinessStore> {
    match gate {
        Some(gate) => Arc::new(Gated { store, gate }),
        None => Arc::new(store),
    }
}

struct Gated<S> {
    store: S,
    gate: Gate,
}

impl<S: BusinessStore> BusinessStore for Gated<S> {
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError> {
        self.store.businesses()
    }

    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError> {
        self.store.open(key)
    }

    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError> {
        self.gate.pass();
        self.store.begin(key, profile)
    }

    fn remove(&self, key: Key) -> Result<(), StoreError> {
        self.store.remove(key)
    }

    fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        self.store.trash()
    }

    fn bring_back(&self, key: Key) -> Result<(), StoreError> {
        self.store.bring_back(key)
    }

    fn scratch(&self) -> &Path {
        self.store.scratch()
    }
}
