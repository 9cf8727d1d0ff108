//! A file on its way to a browser, in constant memory, whose last piece is held back.
//!
//! Whether the bytes are those that were once put somewhere is known only after the last one. So
//! the last piece goes when they were compared: of a file that differs, or that breaks off, the
//! browser gets no end, and says that the download failed.

use axum::body::Bytes;
use std::io::{self, Write};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// How much is sent at once, in bytes.
pub const PIECE_BYTES: usize = 128 * 1024;
/// How many pieces wait for a slow reader.
const PIECES_COUNT: usize = 2;
/// How long a reader may take nothing.
const PATIENCE: Duration = Duration::from_secs(60);

/// One piece of the file, or why there are no more.
pub type Piece = io::Result<Bytes>;

/// Takes the bytes and sends them on, piece by piece. Written to from a thread of the runtime that
/// may wait.
pub struct HeldBack {
    sender: Sender<Piece>,
    piece: Vec<u8>,
    patience: Duration,
}

/// Where bytes go in, and where their pieces come out.
pub fn held_back() -> (HeldBack, Receiver<Piece>) {
    held_back_for(PATIENCE)
}

fn held_back_for(patience: Duration) -> (HeldBack, Receiver<Piece>) {
    let (sender, receiver) = channel(PIECES_COUNT);
    let piece = Vec::with_capacity(PIECE_BYTES);
    let going_in = HeldBack {
        sender,
        piece,
        patience,
    };
    (going_in, receiver)
}

/// The body of an answer: a piece that was taken already, and those that still come.
pub fn pieces(
    first: Option<Piece>,
    receiver: Receiver<Piece>,
) -> impl futures_util::Stream<Item = Piece> {
    futures_util::stream::unfold((first, receiver), |(first, mut receiver)| async move {
        let piece = match first {
            Some(first) => first,
            None => receiver.recv().await?,
        };
        Some((piece, (None, receiver)))
    })
}

impl HeldBack {
    /// All bytes are what they should be: the last piece goes too.
    ///
    /// # Errors
    /// When the reader has gone, or takes nothing.
    pub fn end(mut self) -> io::Result<()> {
        self.send()
    }

    /// They are not, or there are no more: the reader is told, and the connection cut. The last
    /// piece never goes.
    pub fn fail(self, error: io::Error) {
        // A reader that has gone needs no telling; one that is stuck is let go with the channel.
        let _ = self.hand_on(Err(error));
    }

    fn send(&mut self) -> io::Result<()> {
        let next = Vec::with_capacity(PIECE_BYTES);
        let piece = std::mem::replace(&mut self.piece, next);
        self.hand_on(Ok(piece.into()))
    }

    fn hand_on(&self, piece: Piece) -> io::Result<()> {
        let sending = async { tokio::time::timeout(self.patience, self.sender.send(piece)).await };
        match Handle::current().block_on(sending) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(io::Error::other("the reader has gone")),
            Err(_) => Err(io::Error::other("the reader takes nothing")),
        }
    }
}

impl Write for HeldBack {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece goes when more comes: the last one waits.
        if self.piece.len() >= PIECE_BYTES {
            self.send()?;
        }
        let room = PIECE_BYTES.saturating_sub(self.piece.len());
        let taken = bytes.get(..room.min(bytes.len())).unwrap_or(bytes);
        self.piece.extend_from_slice(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends a mebibyte to a reader that takes a piece after each pause, or none; how it ended, and
    /// how many bytes came.
    async fn sent(pause: Option<Duration>) -> (io::Result<()>, usize) {
        let (mut going_in, mut receiver) = held_back_for(Duration::from_millis(200));
        let sending = tokio::task::spawn_blocking(move || {
            going_in.write_all(&vec![7; 1024 * 1024])?;
            going_in.end()
        });
        let mut bytes_count = 0;
        if let Some(pause) = pause {
            while let Some(Ok(piece)) = receiver.recv().await {
                bytes_count += piece.len();
                tokio::time::sleep(pause).await;
            }
        }
        (sending.await.expect("it ends"), bytes_count)
    }

    #[tokio::test]
    async fn spec_4_2_a_reader_that_takes_nothing_is_let_go_and_a_slow_one_is_not() {
        let (ended, _) = sent(None).await;
        assert_eq!(ended.unwrap_err().to_string(), "the reader takes nothing");
        // Each pause is within the patience, all together are well beyond it.
        let (ended, bytes_count) = sent(Some(Duration::from_millis(50))).await;
        assert!(ended.is_ok() && bytes_count == 1024 * 1024);
    }
}
