//! Bytes on their way from a place to a browser, in constant memory (SPEC-portal.md, 4.2).

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use catalog::{BackupEntry, BlobKey, BlobStore};
use faces::held_back::{HeldBack, held_back, pieces};
use faces::room::InRoom;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

/// Which bytes are delivered, and what they must be.
pub struct Delivery {
    range: Option<Range<u64>>,
    /// The digest of all of them. The last chunk is held back until it agrees, so that a browser
    /// never takes for finished what a place gave back wrongly.
    expected: Option<[u8; 32]>,
}

impl Delivery {
    /// All bytes of a backup.
    pub const fn whole(entry: &BackupEntry) -> Self {
        Self {
            range: None,
            expected: entry.sha256,
        }
    }

    /// A part of it.
    pub const fn part(range: Range<u64>) -> Self {
        Self {
            range: Some(range),
            expected: None,
        }
    }

    /// The body of the answer. It ends with an error, which cuts the connection, when the place
    /// fails or gives back other bytes. Until then it keeps its place in the room.
    pub fn body(self, blobs: Arc<dyn BlobStore>, blob: BlobKey, room: InRoom) -> Response {
        let (held, receiver) = held_back();
        tokio::task::spawn_blocking(move || {
            let _until_the_end = room;
            let mut sink = Summed {
                held,
                sum: Sha256::new(),
            };
            let told = match blobs.get(&blob, self.range, &mut sink) {
                Ok(_) => sink.finish(self.expected),
                Err(error) => {
                    sink.cut();
                    Err(error.code())
                }
            };
            if let Err(code) = told {
                tracing::warn!(code, "a download was cut");
            }
        });
        Body::from_stream(pieces(None, receiver)).into_response()
    }
}

/// Sums the bytes of a place on their way.
struct Summed {
    held: HeldBack,
    sum: Sha256,
}

impl Summed {
    /// Lets the last piece go, when all bytes together are what they should be.
    fn finish(self, expected: Option<[u8; 32]>) -> Result<(), &'static str> {
        let sum: [u8; 32] = self.sum.clone().finalize().into();
        if expected.is_some_and(|expected| expected != sum) {
            self.cut();
            return Err("place-differs");
        }
        self.held.end().map_err(|_| "place-stopped")
    }

    /// Has the connection cut.
    fn cut(self) {
        let error = io::Error::other("the backup could not be read to its end");
        self.held.fail(error);
    }
}

impl Write for Summed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.held.write(bytes)?;
        self.sum.update(bytes.get(..count).unwrap_or(bytes));
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
