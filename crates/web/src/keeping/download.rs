//! The download of a kept backup, streamed from where it lies.
//!
//! Whether the bytes are those that were put there is known only after the last one. So the last
//! piece is held back until they were compared: of a file that differs the browser gets no end, and
//! says that the download failed.

use super::acts::entry_of;
use super::words::date_of;
use crate::backups::disposition;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::{PageError, Shared};
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use backup::NoProgress;
use std::io::Write;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// How much is sent at once, in bytes.
const PIECE_BYTES: usize = 256 * 1024;
/// How many pieces wait for a slow line.
const PIECES_COUNT: usize = 4;

/// One piece of the file, or why there are no more.
type Piece = std::io::Result<Bytes>;

/// `GET …/entries/{entry}/file`.
pub(super) async fn download_entry(
    State(app): State<Shared>,
    Path((business, entry)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let shared = app.clone();
    let entry = blocking(move || entry_of(&shared, business, &entry)).await?;
    let (sender, mut receiver) = channel(PIECES_COUNT);
    let key = entry.key;
    crate::access::current::spawn(move || {
        let mut held = HeldBack {
            sender,
            piece: Vec::with_capacity(PIECE_BYTES),
        };
        match app.keeping.fetch(key, &mut held, &NoProgress) {
            Ok(_) => held.end(),
            Err(error) => {
                let code = error.code();
                tracing::warn!(code, entry = %key, "a download of a kept backup failed");
                held.fail(PageError::from(error));
            }
        }
    });
    // The first piece tells whether the file is there at all: then the page says so in words.
    let first = match receiver.recv().await {
        Some(Err(error)) => return Err(refused(error)),
        first => first,
    };
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (header::CONTENT_LENGTH, HeaderValue::from(entry.bytes_count)),
        (
            header::CONTENT_DISPOSITION,
            disposition(&entry.file_name, date_of(entry.made_at, &entry.zone))?,
        ),
    ];
    Ok((headers, Body::from_stream(pieces(first, receiver))).into_response())
}

fn pieces(
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

/// Why nothing came: our own error, carried through the channel.
fn refused(error: std::io::Error) -> PageError {
    let inner = error
        .into_inner()
        .and_then(|inner| inner.downcast::<Refused>().ok());
    inner.map_or_else(PageError::internal, |refused| refused.0)
}

/// A [`PageError`] on its way through the channel.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.code)]
struct Refused(PageError);

/// Sends pieces, and holds the last one back.
struct HeldBack {
    sender: Sender<Piece>,
    piece: Vec<u8>,
}

impl HeldBack {
    fn send(&mut self) -> std::io::Result<()> {
        let full = Vec::with_capacity(PIECE_BYTES);
        let piece = std::mem::replace(&mut self.piece, full);
        let gone = |_| std::io::Error::from(std::io::ErrorKind::BrokenPipe);
        self.sender
            .blocking_send(Ok(Bytes::from(piece)))
            .map_err(gone)
    }

    /// The bytes are those that were put there: the last piece goes too.
    fn end(mut self) {
        // Whoever does not read to the end does not want it.
        let _ = self.send();
    }

    fn fail(self, error: PageError) {
        let _ = self
            .sender
            .blocking_send(Err(std::io::Error::other(Refused(error))));
    }
}

impl Write for HeldBack {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.piece.len() >= PIECE_BYTES {
            self.send()?;
        }
        self.piece.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_piece_waits_for_the_comparison() {
        let (sender, mut receiver) = channel(PIECES_COUNT);
        let mut held = HeldBack {
            sender,
            piece: Vec::new(),
        };
        let block = vec![7_u8; PIECE_BYTES];
        held.write_all(&block).expect("room");
        held.write_all(b"end").expect("room");
        assert_eq!(
            receiver.try_recv().expect("a piece").expect("bytes").len(),
            PIECE_BYTES
        );
        assert!(receiver.try_recv().is_err());
        held.fail(PageError::not_found());
        let error = receiver
            .try_recv()
            .expect("the error")
            .expect_err("an error");
        assert_eq!(refused(error).code, "page-not-found");
        assert!(receiver.try_recv().is_err(), "the end never came");
    }
}
