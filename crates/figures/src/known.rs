//! Settings that were read for an earlier change, and hold for the next one.
//!
//! Reading the settings of a large business takes longer than posting a document. They are known
//! as at a certain History entry, by its number and hash: whatever was written or replaced behind
//! our back has another, and then they are read again.

use crate::part::Settings;
use books::Key;
use history::Head;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Reader, StoreError};

/// The settings as they were after a History entry.
#[derive(Clone)]
pub struct Known {
    pub head: Head,
    pub settings: Arc<Settings>,
}

impl Known {
    /// Whether they are those after the entry with this number.
    pub fn tells_of(&self, reader: &dyn Reader, sequence: u64) -> Result<bool, StoreError> {
        if self.head.sequence != sequence || sequence == 0 {
            return Ok(false);
        }
        let entry = reader.entry(sequence)?;
        Ok(entry.is_some_and(|entry| entry.hash == self.head.hash))
    }
}

/// More businesses than these are not remembered.
const BUSINESSES_COUNT_MAX: usize = 16;

/// What is known of the businesses that were written to.
#[derive(Default)]
pub struct KnownSettings(Mutex<HashMap<Key, Known>>);

impl KnownSettings {
    /// What is known of a business.
    pub fn get(&self, business: Key) -> Option<Known> {
        self.all().get(&business).cloned()
    }

    /// Remembers what is known after a change that was committed.
    pub fn set(&self, business: Key, known: Known) {
        let mut all = self.all();
        if all.len() >= BUSINESSES_COUNT_MAX && !all.contains_key(&business) {
            all.clear();
        }
        all.insert(business, known);
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Key, Known>> {
        // What is in the map is whole at every moment, also after a panic elsewhere.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
