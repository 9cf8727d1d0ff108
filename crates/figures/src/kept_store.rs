//! A store in which every change posts what follows from it, in the same unit of work.

use crate::follow::follow;
use crate::is_current;
use crate::known::KnownSettings;
use books::Key;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use store::{
    Business, BusinessEntry, BusinessStore, HeadNote, NewBusiness, Profile, Reader, Removed,
    StoreError, UnitOfWork,
};

/// Wraps a store. Businesses that are opened through it have their figures kept; one that was
/// written without it, imported, or kept by other rules, is posted again when it is next read.
pub struct KeptStore {
    inner: Arc<dyn BusinessStore>,
    known: Arc<KnownSettings>,
}

impl KeptStore {
    /// Keeps figures in the businesses of `store`.
    pub fn new(store: Arc<dyn BusinessStore>) -> Self {
        Self {
            inner: store,
            known: Arc::default(),
        }
    }
}

impl BusinessStore for KeptStore {
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError> {
        self.inner.businesses()
    }

    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError> {
        Ok(Arc::new(KeptBusiness {
            inner: self.inner.open(key)?,
            known: Arc::clone(&self.known),
        }))
    }

    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError> {
        self.inner.begin(key, profile)
    }

    fn remove(&self, key: Key) -> Result<(), StoreError> {
        self.inner.remove(key)
    }

    fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        self.inner.trash()
    }

    fn bring_back(&self, key: Key) -> Result<(), StoreError> {
        self.inner.bring_back(key)
    }

    fn scratch(&self) -> &Path {
        self.inner.scratch()
    }
}

/// A business whose figures are kept.
struct KeptBusiness {
    inner: Arc<dyn Business>,
    known: Arc<KnownSettings>,
}

impl KeptBusiness {
    /// Does a unit of work and keeps what follows from it.
    fn write_and_follow(
        &self,
        work: &mut dyn FnMut(&mut dyn UnitOfWork) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut known = None;
        self.inner.write(&mut |unit| {
            work(unit)?;
            known = follow(unit, self.known.get(self.inner.key()))?;
            Ok(())
        })?;
        // Only what was committed is known.
        if let Some(known) = known {
            self.known.set(self.inner.key(), known);
        }
        Ok(())
    }
}

impl Business for KeptBusiness {
    fn key(&self) -> Key {
        self.inner.key()
    }

    fn read(&self) -> Result<Box<dyn Reader + '_>, StoreError> {
        let reader = self.inner.read()?;
        if is_current(&*reader)? {
            return Ok(reader);
        }
        drop(reader);
        // Keeping figures is a comfort: where it fails (a full disk, a folder that may only be
        // read), reading goes on without, and posts afresh.
        let _kept = self.write_and_follow(&mut |_unit| Ok(()));
        self.inner.read()
    }

    fn send_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, StoreError> {
        // Bytes do not ask whether figures are kept.
        self.inner.send_blob(key, sink)
    }

    fn write(
        &self,
        work: &mut dyn FnMut(&mut dyn UnitOfWork) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.write_and_follow(work)
    }

    fn note_head(&self, note: &HeadNote) -> Result<(), StoreError> {
        self.inner.note_head(note)
    }

    fn noted_heads(&self) -> Result<Vec<HeadNote>, StoreError> {
        self.inner.noted_heads()
    }
}
