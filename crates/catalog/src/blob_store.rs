//! What every place for large bytes can do, whatever it is made of (SPEC-keeping.md, 2.3).

use crate::{BlobError, BlobKey};
use jiff::Timestamp;
use std::io::{Read, Write};
use std::ops::Range;

/// What is known of bytes in a place without reading them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlobInfo {
    /// Under what they lie.
    pub key: BlobKey,
    /// How many.
    pub bytes_count: u64,
    /// When they were put there, as the place says.
    pub modified_at: Option<Timestamp>,
}

/// What was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// How many bytes.
    pub bytes_count: u64,
    /// SHA-256 of what was read from the source, summed on the way.
    pub sha256: [u8; 32],
}

/// Keeps large bytes under keys. Everything streams in constant memory, waits for its end (faces
/// call it from blocking threads) and is bounded in time.
pub trait BlobStore: Send + Sync {
    /// Makes ready what can be made ready, and proves that bytes can be put, read and deleted: for
    /// a place that is being set up, and for the button that tries it.
    ///
    /// # Errors
    /// [`BlobError`] with what is wrong, as for all methods here.
    fn prepare(&self) -> Result<(), BlobError>;

    /// Puts the bytes of `source` under a key that nothing lies under yet. They are durable, their
    /// length was asked back and their end read again when this returns; until then, and after any
    /// failure, nothing lies under the key. An error of `source` is a failure too.
    ///
    /// # Errors
    /// [`BlobError::Exists`] when something lies there.
    fn put(&self, key: &BlobKey, source: &mut dyn Read) -> Result<Stored, BlobError>;

    /// Copies the bytes, or a range of them, into `sink`; how many. Fewer than there should be are
    /// an error.
    ///
    /// # Errors
    /// [`BlobError::NotFound`].
    fn get(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
        sink: &mut dyn Write,
    ) -> Result<u64, BlobError>;

    /// What is known of the bytes under a key.
    ///
    /// # Errors
    /// When the place cannot be asked.
    fn head(&self, key: &BlobKey) -> Result<Option<BlobInfo>, BlobError>;

    /// Everything whose key begins with `prefix`, in key order; all that is there for the empty
    /// one. What lies under names that are no keys is passed over.
    ///
    /// # Errors
    /// When the place cannot be asked.
    fn list(&self, prefix: &str) -> Result<Vec<BlobInfo>, BlobError>;

    /// Puts what lies under one key under another that nothing lies under. After a failure it lies
    /// under the one, the other, or both, and never under neither.
    ///
    /// # Errors
    /// [`BlobError::NotFound`], [`BlobError::Exists`].
    fn move_to(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError>;

    /// Deletes for good. No error when nothing is there.
    ///
    /// # Errors
    /// When it cannot be deleted.
    fn delete(&self, key: &BlobKey) -> Result<(), BlobError>;
}
