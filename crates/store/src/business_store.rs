//! The businesses that a store keeps, and its Trash.

use crate::{Business, NewBusiness, Profile, Standing, StoreError};
use books::Key;
use jiff::Timestamp;
use std::sync::Arc;

/// A business as the Businesses screen lists it. Found by looking at what is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessEntry {
    /// Its key; all zeros for something that lies among the businesses and has no key.
    pub key: Key,
    /// Its name; the key's text, or what it is called in the store, when it cannot be read.
    pub name: String,
    /// The bytes it takes in the store.
    pub bytes_count: u64,
    /// How many records it has.
    pub records_count: u64,
    /// When it last changed, by its History, else by its file.
    pub last_change: Option<Timestamp>,
    /// When a backup of it was last made, by its History.
    pub last_backup: Option<Timestamp>,
    /// Whether the books are kept here, or it is a copy that must not act by itself.
    pub standing: Standing,
    /// Why it cannot be opened, when it cannot: shown, never hidden.
    pub fault: Option<String>,
}

/// A business in Trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// What it was.
    pub entry: BusinessEntry,
    /// When it was moved there.
    pub removed_at: Option<Timestamp>,
}

/// Keeps businesses.
pub trait BusinessStore: Send + Sync {
    /// Every business, in order of names and keys.
    ///
    /// # Errors
    /// When the store itself cannot be read; so for all methods here. A single business that
    /// cannot be read is listed with its fault.
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError>;

    /// Opens a business.
    ///
    /// # Errors
    /// [`StoreError::BusinessNotFound`], [`StoreError::Damaged`].
    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError>;

    /// Begins a business that nobody sees yet.
    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError>;

    /// Moves a business to Trash: waits a while for those who read it, and closes it for those who
    /// have it open ([`StoreError::BusinessNotFound`] for them from then on).
    fn remove(&self, key: Key) -> Result<(), StoreError>;

    /// The businesses in Trash, latest first.
    fn trash(&self) -> Result<Vec<Removed>, StoreError>;

    /// Brings a business back from Trash: the latest, when one key was removed several times.
    ///
    /// # Errors
    /// [`StoreError::BusinessExists`] when one with its key is there again.
    fn bring_back(&self, key: Key) -> Result<(), StoreError>;

    /// A folder on the same disk for private temporary files, emptied at every start.
    fn scratch(&self) -> &std::path::Path;
}
