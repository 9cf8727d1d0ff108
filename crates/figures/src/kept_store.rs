//! A store in which every change posts what follows from it, in the same unit of work.

use crate::follow::follow;
use crate::is_current;
use books::Key;
use std::path::Path;
use std::sync::Arc;
use store::{
    Business, BusinessEntry, BusinessStore, HeadNote, NewBusiness, Profile, Reader, Removed,
    StoreError, UnitOfWork,
};

/// Wraps a store. Businesses that are opened through it have their figures kept; one that was
/// written without it, imported, or kept by other rules, is posted again when it is next read.
pub struct KeptStore(Arc<dyn BusinessStore>);

impl KeptStore {
    /// Keeps figures in the businesses of `store`.
    pub fn new(store: Arc<dyn BusinessStore>) -> Self {
        Self(store)
    }
}

impl BusinessStore for KeptStore {
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError> {
        self.0.businesses()
    }

    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError> {
        Ok(Arc::new(KeptBusiness(self.0.open(key)?)))
    }

    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError> {
        self.0.begin(key, profile)
    }

    fn remove(&self, key: Key) -> Result<(), StoreError> {
        self.0.remove(key)
    }

    fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        self.0.trash()
    }

    fn bring_back(&self, key: Key) -> Result<(), StoreError> {
        self.0.bring_back(key)
    }

    fn scratch(&self) -> &Path {
        self.0.scratch()
    }
}

/// A business whose figures are kept.
struct KeptBusiness(Arc<dyn Business>);

impl Business for KeptBusiness {
    fn key(&self) -> Key {
        self.0.key()
    }

    fn read(&self) -> Result<Box<dyn Reader + '_>, StoreError> {
        let reader = self.0.read()?;
        if is_current(&*reader)? {
            return Ok(reader);
        }
        drop(reader);
        // Keeping figures is a comfort: where it fails (a full disk, a folder that may only be
        // read), reading goes on without, and posts afresh.
        let _kept = self.0.write(&mut |unit| follow(unit));
        self.0.read()
    }

    fn write(
        &self,
        work: &mut dyn FnMut(&mut dyn UnitOfWork) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.0.write(&mut |unit| {
            work(unit)?;
            follow(unit)
        })
    }

    fn note_head(&self, note: &HeadNote) -> Result<(), StoreError> {
        self.0.note_head(note)
    }

    fn noted_heads(&self) -> Result<Vec<HeadNote>, StoreError> {
        self.0.noted_heads()
    }
}
