//! Bytes on their way into a place and back, watched, stopped on demand, and compared.

use super::KeepError;
use crate::part_file::io_error;
use crate::room::Needs;
use crate::{Cancelled, Phase, Progress};
use catalog::{BackupEntry, BlobError, BlobKey, BlobStore, FileKey, Place};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;

/// A file that is put somewhere, and whose reader can be stopped.
struct Watched<'a, T> {
    inner: T,
    progress: &'a dyn Progress,
    phase: Phase,
    done: u64,
    total: u64,
    sum: Sha256,
    is_stopped: bool,
}

impl<'a, T> Watched<'a, T> {
    fn new(inner: T, total: u64, phase: Phase, progress: &'a dyn Progress) -> Self {
        Self {
            inner,
            progress,
            phase,
            done: 0,
            total,
            sum: Sha256::new(),
            is_stopped: false,
        }
    }

    /// Notes that so many bytes went by.
    fn passed(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum.update(bytes);
        self.done = self.done.saturating_add(bytes.len() as u64);
        self.progress
            .at(self.phase, self.done, self.total)
            .map_err(|stop| {
                self.is_stopped = true;
                io::Error::other(stop)
            })
    }

    /// What an error of the place means, when it was we who stopped it.
    fn told(&self, error: BlobError) -> KeepError {
        if self.is_stopped {
            Cancelled.into()
        } else {
            error.into()
        }
    }
}

impl<T: Read> Read for Watched<'_, T> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.passed(into.get(..count).unwrap_or_default())?;
        Ok(count)
    }
}

impl<T: Write> Write for Watched<'_, T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.passed(bytes.get(..count).unwrap_or_default())?;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// A place with its bytes at hand.
pub(super) struct Reached {
    pub(super) place: Place,
    pub(super) blobs: Arc<dyn BlobStore>,
}

/// A finished file that is to be kept.
#[derive(Clone, Copy)]
pub(super) struct Finished<'a> {
    pub(super) path: &'a Path,
    pub(super) bytes_count: u64,
    pub(super) sha256: [u8; 32],
}

impl Reached {
    fn differs(&self, key: &BlobKey) -> KeepError {
        KeepError::Place(BlobError::Differs {
            place: self.place.name.clone(),
            key: key.clone(),
        })
    }

    /// Puts a finished file under a key and reads all of it back from there. Where it cannot be
    /// shown to be whole, nothing is left under the key.
    pub(super) fn put_and_compare(
        &self,
        key: &BlobKey,
        finished: Finished<'_>,
        progress: &dyn Progress,
    ) -> Result<(), KeepError> {
        let path = finished.path;
        let file = File::open(path).map_err(|error| io_error(path, &error))?;
        let mut source = Watched::new(file, finished.bytes_count, Phase::Storing, progress);
        let put = self.blobs.put(key, &mut source);
        put.map_err(|error| source.told(error))?;
        let seen = self.compare(key, finished, progress);
        if seen.is_err() {
            // What cannot be taken away again lies there unproved, and is listed as such.
            let _ = self.blobs.delete(key);
        }
        seen
    }

    /// Reads everything under a key and compares it.
    fn compare(
        &self,
        key: &BlobKey,
        finished: Finished<'_>,
        progress: &dyn Progress,
    ) -> Result<(), KeepError> {
        let total = finished.bytes_count;
        let mut sink = Watched::new(io::sink(), total, Phase::Fetching, progress);
        let got = self.blobs.get(key, None, &mut sink);
        let count = got.map_err(|error| sink.told(error))?;
        let found: [u8; 32] = sink.sum.finalize().into();
        if count == total && found == finished.sha256 {
            return Ok(());
        }
        Err(self.differs(key))
    }

    /// Copies a backup from where it lies, and compares it with what is known of it: its SHA-256,
    /// or of a file that was only found, the beginning of it that stands in its key.
    pub(super) fn fetch(
        &self,
        entry: &BackupEntry,
        into: &mut dyn Write,
        progress: &dyn Progress,
    ) -> Result<[u8; 32], KeepError> {
        let key: BlobKey = entry.blob.parse()?;
        let mut sink = Watched::new(into, entry.bytes_count, Phase::Fetching, progress);
        let got = self.blobs.get(&key, None, &mut sink);
        got.map_err(|error| sink.told(error).about(&entry.file_name))?;
        let found: [u8; 32] = sink.sum.finalize().into();
        let told_by_key = || FileKey::read(&key).map(|facts| facts.digest);
        let agrees = match entry.sha256 {
            Some(told) => told == found,
            None => told_by_key().is_some_and(|told| catalog::hex(&found).starts_with(&told)),
        };
        if agrees {
            return Ok(found);
        }
        Err(self.differs(&key).about(&entry.file_name))
    }

    /// The same into a new file, which is durable then.
    pub(super) fn fetch_to(
        &self,
        entry: &BackupEntry,
        path: &Path,
        progress: &dyn Progress,
    ) -> Result<[u8; 32], KeepError> {
        let folder = path.parent().unwrap_or(path);
        Needs::of(folder, entry.bytes_count).check(progress)?;
        let told = |error: io::Error| io_error(path, &error);
        let mut file = File::create_new(path).map_err(told)?;
        let sum = self.fetch(entry, &mut file, progress)?;
        file.sync_all().map_err(told)?;
        Ok(sum)
    }
}
