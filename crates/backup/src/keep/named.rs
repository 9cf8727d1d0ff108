//! A place whose errors call it by its name: people know their places by the names they gave them,
//! and not by keys and addresses.

use catalog::{BlobError, BlobInfo, BlobKey, BlobStore, Stored};
use std::io::{Read, Write};
use std::ops::Range;
use std::sync::Arc;

/// The bytes of a place under its name.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) blobs: Arc<dyn BlobStore>,
}

impl Named {
    fn told<T>(&self, done: Result<T, BlobError>) -> Result<T, BlobError> {
        done.map_err(|error| error.called(&self.name))
    }
}

impl BlobStore for Named {
    fn prepare(&self) -> Result<(), BlobError> {
        self.told(self.blobs.prepare())
    }

    fn put(&self, key: &BlobKey, source: &mut dyn Read) -> Result<Stored, BlobError> {
        self.told(self.blobs.put(key, source))
    }

    fn get(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
        sink: &mut dyn Write,
    ) -> Result<u64, BlobError> {
        self.told(self.blobs.get(key, range, sink))
    }

    fn head(&self, key: &BlobKey) -> Result<Option<BlobInfo>, BlobError> {
        self.told(self.blobs.head(key))
    }

    fn list(&self, prefix: &str) -> Result<Vec<BlobInfo>, BlobError> {
        self.told(self.blobs.list(prefix))
    }

    fn move_to(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        self.told(self.blobs.move_to(from, to))
    }

    fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.told(self.blobs.delete(key))
    }
}
