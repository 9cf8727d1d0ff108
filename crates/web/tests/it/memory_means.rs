//! Keeping in memory: a catalogue, places and secrets that are gone with the test.

use backup::{Means, VaultFault};
use catalog::{
    BlobError, BlobStore, Catalog, CatalogError, Key, MemoryBlobs, MemoryCatalog, Place,
};
use jiff::Timestamp;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use store::{BusinessStore, StoreError};
use store_sqlite::SqliteStore;

/// What keeping needs, in memory. Every place is there, whatever its settings say.
#[derive(Default)]
pub struct MemoryMeans {
    catalog: Arc<MemoryCatalog>,
    places: Mutex<HashMap<Key, Arc<MemoryBlobs>>>,
    /// What the vault holds, for whoever looks from outside.
    pub secrets: Secrets,
}

/// What the vault holds.
pub type Secrets = Arc<Mutex<HashMap<Key, String>>>;

impl Means for MemoryMeans {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn catalog(&self) -> Result<Arc<dyn Catalog>, CatalogError> {
        Ok(self.catalog.clone())
    }

    fn open_place(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError> {
        let mut places = self.places.lock().expect("the places");
        Ok(places.entry(place.key).or_default().clone())
    }

    fn scratch_store(&self, folder: &Path) -> Result<Arc<dyn BusinessStore>, StoreError> {
        Ok(Arc::new(SqliteStore::open(folder)?))
    }

    fn secret(&self, key: Key) -> Result<Option<String>, VaultFault> {
        Ok(self.secrets.lock().expect("secrets").get(&key).cloned())
    }

    fn keep_secret(&self, key: Key, secret: &str) -> Result<(), VaultFault> {
        let mut secrets = self.secrets.lock().expect("secrets");
        secrets.insert(key, secret.to_owned());
        Ok(())
    }

    fn forget_secret(&self, key: Key) -> Result<(), VaultFault> {
        self.secrets.lock().expect("secrets").remove(&key);
        Ok(())
    }
}
