//! What keeping needs of this computer: its clock, the catalogue and the vault in the data folder,
//! folders and storages, and a scratch store.

use backup::{Means, VaultFault, books_key};
use catalog::{BlobError, BlobStore, Catalog, CatalogError, Key, Mended, Place, PlaceKind};
use jiff::Timestamp;
use mail::{MailError, Vault};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use store::{BusinessStore, StoreError};
use store_sqlite::{SqliteCatalog, SqliteStore};

/// What keeping needs, in a data folder. Nothing is opened or made before it is asked for.
pub struct KeptMeans {
    data: PathBuf,
    catalog: Mutex<Option<Arc<SqliteCatalog>>>,
}

impl KeptMeans {
    /// That of a data folder whose lock is held.
    pub fn new(data: &Path) -> Self {
        Self {
            data: data.to_owned(),
            catalog: Mutex::new(None),
        }
    }

    fn vault(&self) -> Result<Vault, VaultFault> {
        Vault::open(&self.data).map_err(fault)
    }
}

fn fault(error: MailError) -> VaultFault {
    VaultFault {
        code: error.code(),
        arguments: error.arguments(),
        sentence: error.to_string(),
    }
}

impl Means for KeptMeans {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn catalog(&self) -> Result<Arc<dyn Catalog>, CatalogError> {
        let mut catalog = self.catalog.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened) = &*catalog {
            return Ok(opened.clone());
        }
        let opened = Arc::new(SqliteCatalog::open(&self.data)?);
        *catalog = Some(opened.clone());
        Ok(opened)
    }

    fn mend_catalog(&self) -> Result<Option<Mended>, CatalogError> {
        let mut catalog = self.catalog.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever holds it still reads the damaged one to their end.
        *catalog = None;
        SqliteCatalog::mend(&self.data, self.now()).map(Some)
    }

    fn open_place(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError> {
        let secret = match &place.kind {
            PlaceKind::Folder(_) => String::new(),
            PlaceKind::S3(storage) => {
                let secret = self.secret(storage.secret);
                let secret = secret.map_err(|fault| BlobError::BadSettings {
                    place: place.kind.address(),
                    reason: fault.sentence,
                })?;
                secret.unwrap_or_default()
            }
        };
        blobs::open(place, &secret)
    }

    fn scratch_store(&self, folder: &Path) -> Result<Arc<dyn BusinessStore>, StoreError> {
        Ok(Arc::new(SqliteStore::open(folder)?))
    }

    fn data_folder(&self) -> Option<&Path> {
        Some(&self.data)
    }

    fn secret(&self, key: Key) -> Result<Option<String>, VaultFault> {
        self.vault()?.secret(books_key(key)).map_err(fault)
    }

    fn keep_secret(&self, key: Key, secret: &str) -> Result<(), VaultFault> {
        let vault = self.vault()?;
        vault.keep_secret(books_key(key), secret).map_err(fault)
    }

    fn forget_secret(&self, key: Key) -> Result<(), VaultFault> {
        let vault = self.vault()?;
        vault.forget_secret(books_key(key)).map_err(fault)
    }
}
