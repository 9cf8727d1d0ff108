//! A place in memory, lost with the program.

use crate::{BlobError, BlobInfo, BlobKey, BlobStore, Stored};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What errors call it.
const NAME: &str = "memory";

/// A place in memory. Small bytes only: it holds all of them.
#[derive(Debug, Default)]
pub struct MemoryBlobs(Mutex<BTreeMap<BlobKey, Kept>>);

/// Bytes, and when they came.
#[derive(Debug)]
struct Kept {
    bytes: Vec<u8>,
    at: Timestamp,
}

impl MemoryBlobs {
    fn blobs(&self) -> MutexGuard<'_, BTreeMap<BlobKey, Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn exists(key: &BlobKey) -> BlobError {
    BlobError::Exists {
        place: NAME.to_owned(),
        key: key.clone(),
    }
}

fn not_found(key: &BlobKey) -> BlobError {
    BlobError::NotFound {
        place: NAME.to_owned(),
        key: key.clone(),
    }
}

fn stopped(error: &std::io::Error) -> BlobError {
    BlobError::Stopped {
        place: NAME.to_owned(),
        reason: error.to_string(),
    }
}

impl BlobStore for MemoryBlobs {
    fn prepare(&self) -> Result<(), BlobError> {
        Ok(())
    }

    fn put(&self, key: &BlobKey, source: &mut dyn Read) -> Result<Stored, BlobError> {
        if self.blobs().contains_key(key) {
            return Err(exists(key));
        }
        let mut bytes = Vec::new();
        source
            .read_to_end(&mut bytes)
            .map_err(|error| stopped(&error))?;
        let stored = Stored {
            bytes_count: bytes.len() as u64,
            sha256: Sha256::digest(&bytes).into(),
        };
        let at = Timestamp::now();
        self.blobs().insert(key.clone(), Kept { bytes, at });
        Ok(stored)
    }

    fn get(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
        sink: &mut dyn Write,
    ) -> Result<u64, BlobError> {
        let blobs = self.blobs();
        let bytes = &blobs.get(key).ok_or_else(|| not_found(key))?.bytes;
        let length = bytes.len() as u64;
        let range = range.unwrap_or(0..length);
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        let part = bytes.get(place(range.start)..place(range.end));
        let part = part.ok_or_else(|| BlobError::Differs {
            place: NAME.to_owned(),
            key: key.clone(),
        })?;
        sink.write_all(part).map_err(|error| stopped(&error))?;
        Ok(part.len() as u64)
    }

    fn head(&self, key: &BlobKey) -> Result<Option<BlobInfo>, BlobError> {
        Ok(self.blobs().get(key).map(|kept| info(key, kept)))
    }

    fn list(&self, prefix: &str) -> Result<Vec<BlobInfo>, BlobError> {
        let blobs = self.blobs();
        let wanted = blobs
            .iter()
            .filter(|(key, _)| key.as_str().starts_with(prefix));
        Ok(wanted.map(|(key, kept)| info(key, kept)).collect())
    }

    fn move_to(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        let mut blobs = self.blobs();
        if blobs.contains_key(to) {
            return Err(exists(to));
        }
        let kept = blobs.remove(from).ok_or_else(|| not_found(from))?;
        blobs.insert(to.clone(), kept);
        Ok(())
    }

    fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.blobs().remove(key);
        Ok(())
    }
}

fn info(key: &BlobKey, kept: &Kept) -> BlobInfo {
    BlobInfo {
        key: key.clone(),
        bytes_count: kept.bytes.len() as u64,
        modified_at: Some(kept.at),
    }
}
