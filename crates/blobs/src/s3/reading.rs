//! Reading: a range at a time, whose bytes are handed on as they come.
//!
//! A hundred downloads at once read from here. If each held a range until it was whole, they would
//! hold a hundred ranges; so each holds what the connection brought last. A reader behind them may
//! be so slow that a request outlasts its time limit, or that the server loses patience: then what
//! came counts, and the rest is asked for anew.

use super::S3Store;
use catalog::{BlobError, BlobKey};
use futures_util::TryStreamExt;
use object_store::{GetOptions, GetRange, ObjectStore};
use std::io::Write;
use std::ops::Range;

/// Why a range was not read to its end.
enum Broken {
    /// The server, or the way to it.
    Off(object_store::Error),
    /// Something that asking again does not mend.
    Told(BlobError),
}

impl S3Store {
    /// Writes these bytes of a blob into the sink, whatever number of requests that takes. A
    /// request that brought something is followed by another one; one that brought nothing, though
    /// the client repeated it, is the end.
    pub(super) fn read(
        &self,
        key: &BlobKey,
        range: Range<u64>,
        sink: &mut dyn Write,
    ) -> Result<(), BlobError> {
        let mut at = range.start;
        while at < range.end {
            let begun_at = at;
            let end = range.end.min(at + self.limits.part_bytes as u64);
            match self.read_on(key, &mut at, end, sink) {
                Ok(()) => {}
                Err(Broken::Off(_)) if at > begun_at => {}
                Err(Broken::Off(error)) => return Err(self.fault(key, &error)),
                Err(Broken::Told(error)) => return Err(error),
            }
        }
        Ok(())
    }

    /// One request for what is between `at` and the end; `at` goes along with what was written.
    fn read_on(
        &self,
        key: &BlobKey,
        at: &mut u64,
        end: u64,
        sink: &mut dyn Write,
    ) -> Result<(), Broken> {
        let options = GetOptions {
            range: Some(GetRange::Bounded(*at..end)),
            ..GetOptions::default()
        };
        let path = self.path_of(key);
        let answer = self.wait(self.client.get_opts(&path, options));
        let mut stream = answer.map_err(Broken::Off)?.into_stream();
        while let Some(bytes) = self.wait(stream.try_next()).map_err(Broken::Off)? {
            let reached = *at + bytes.len() as u64;
            if reached > end {
                return Err(self.differs(key));
            }
            sink.write_all(&bytes).map_err(|error| {
                Broken::Told(BlobError::Stopped {
                    place: self.name.clone(),
                    reason: error.to_string(),
                })
            })?;
            *at = reached;
        }
        if *at < end {
            return Err(self.differs(key));
        }
        Ok(())
    }

    fn differs(&self, key: &BlobKey) -> Broken {
        Broken::Told(BlobError::Differs {
            place: self.name.clone(),
            key: key.clone(),
        })
    }
}
