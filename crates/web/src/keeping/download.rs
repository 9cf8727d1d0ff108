//! The download of a kept backup, streamed from where it lies; its last piece is held back until
//! all of it was compared.

use super::acts::entry_of;
use super::words::date_of;
use crate::attachments::room_for;
use crate::backups::disposition;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::{PageError, Shared, downloaded};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use backup::NoProgress;
use faces::held_back::{held_back, pieces};

/// `GET …/entries/{entry}/file`.
pub(super) async fn download_entry(
    State(app): State<Shared>,
    Path((business, entry)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let shared = app.clone();
    let entry = blocking(move || entry_of(&shared, business, &entry)).await?;
    let room = room_for(&app)?;
    let (mut held, mut receiver) = held_back();
    let key = entry.key;
    let (shared, told) = (app.clone(), entry.clone());
    crate::access::current::spawn_reading(move || {
        let _until_the_end = room;
        match app.keeping.fetch(key, &mut held, &NoProgress) {
            Ok(_) => {
                // Whoever does not read to the end does not want it.
                let _ = held.end();
            }
            Err(error) => {
                let code = error.code();
                tracing::warn!(code, entry = %key, "a download of a kept backup failed");
                held.fail(carried(error.into()));
            }
        }
    });
    // The first piece tells whether the file is there at all: then the page says so in words.
    let first = match receiver.recv().await {
        Some(Err(error)) => return Err(refused(error)),
        first => first,
    };
    blocking(move || downloaded::tell(&shared, business, &told.file_name, told.sha256)).await?;
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

fn carried(error: PageError) -> std::io::Error {
    std::io::Error::other(Refused(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use faces::held_back::PIECE_BYTES;
    use std::io::Write;

    #[test]
    fn the_last_piece_waits_for_the_comparison() {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let _entered = runtime.enter();
        let (mut held, mut receiver) = held_back();
        let block = vec![7_u8; PIECE_BYTES];
        held.write_all(&block).expect("room");
        held.write_all(b"end").expect("room");
        assert_eq!(
            receiver.try_recv().expect("a piece").expect("bytes").len(),
            PIECE_BYTES
        );
        assert!(receiver.try_recv().is_err());
        held.fail(carried(PageError::not_found()));
        let error = receiver
            .try_recv()
            .expect("the error")
            .expect_err("an error");
        assert_eq!(refused(error).code, "page-not-found");
        assert!(receiver.try_recv().is_err(), "the end never came");
    }
}
