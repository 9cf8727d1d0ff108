//! Bytes on their way from a place to a browser, in constant memory (SPEC-portal.md, 4.2).

use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use catalog::{BackupEntry, BlobKey, BlobStore};
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::mpsc;

/// How many bytes travel at once.
const CHUNK_BYTES: usize = 256 * 1024;
/// How many such chunks wait for a slow reader.
const CHUNKS_COUNT: usize = 2;
/// How long a reader may take nothing.
const PATIENCE: Duration = Duration::from_secs(60);

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
    /// fails or gives back other bytes.
    pub fn body(self, blobs: Arc<dyn BlobStore>, blob: BlobKey) -> Response {
        let (sender, receiver) = mpsc::channel(CHUNKS_COUNT);
        tokio::task::spawn_blocking(move || {
            let mut sink = Sink {
                sender,
                waiting: Vec::with_capacity(CHUNK_BYTES),
                sum: Sha256::new(),
            };
            let sent = blobs
                .get(&blob, self.range, &mut sink)
                .map_err(|error| error.code())
                .and_then(|_| sink.finish(self.expected));
            if let Err(code) = sent {
                tracing::warn!(code, "a download was cut");
                sink.cut();
            }
        });
        let stream = futures_util::stream::unfold(receiver, |mut receiver| async {
            let chunk: Option<io::Result<Bytes>> = receiver.recv().await;
            chunk.map(|chunk| (chunk, receiver))
        });
        Body::from_stream(stream).into_response()
    }
}

/// Takes the bytes of a place and hands them on.
struct Sink {
    sender: mpsc::Sender<io::Result<Bytes>>,
    waiting: Vec<u8>,
    sum: Sha256,
}

impl Sink {
    fn send(&mut self) -> io::Result<()> {
        let chunk = std::mem::replace(&mut self.waiting, Vec::with_capacity(CHUNK_BYTES));
        self.hand_on(Ok(chunk.into()))
    }

    fn hand_on(&self, chunk: io::Result<Bytes>) -> io::Result<()> {
        let sending = tokio::time::timeout(PATIENCE, self.sender.send(chunk));
        match Handle::current().block_on(sending) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(io::Error::other("the reader has gone")),
            Err(_) => Err(io::Error::other("the reader takes nothing")),
        }
    }

    /// Sends what still waits, when all bytes together are what they should be.
    fn finish(&mut self, expected: Option<[u8; 32]>) -> Result<(), &'static str> {
        let sum: [u8; 32] = self.sum.finalize_reset().into();
        if expected.is_some_and(|expected| expected != sum) {
            return Err("place-differs");
        }
        self.send().map_err(|_| "place-stopped")
    }

    /// Has the connection cut.
    fn cut(&self) {
        let error = io::Error::other("the backup could not be read to its end");
        // A reader that has gone needs no telling; one that is stuck is let go with the channel.
        let _ = self.hand_on(Err(error));
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk goes when more comes: the last one waits for the digest.
        if self.waiting.len() == CHUNK_BYTES {
            self.send()?;
        }
        let room = CHUNK_BYTES - self.waiting.len();
        let taken = bytes.get(..room.min(bytes.len())).unwrap_or(bytes);
        self.waiting.extend_from_slice(taken);
        self.sum.update(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
