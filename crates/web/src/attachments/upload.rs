//! Attaching files through a page: each is received into a temporary file first, so that a slow
//! upload keeps nobody waiting, and then all are attached in one unit of work.

use super::attach::{NewAttachment, attach_file};
use super::place_of;
use super::sent_name::sent_file_name;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::stamp::{random_key, stamp};
use crate::{PageError, Shared};
use axum::extract::multipart::Field;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{kept_file_name, today};
use books::Key;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use store::StoreError;
use tokio::io::AsyncWriteExt;

/// More files in one upload are refused.
const FILES_COUNT_MAX: usize = 500;
/// The name under which the form sends files.
const FIELD: &str = "files";

/// A file that has been received and not yet attached.
struct Received {
    name: String,
    media_type: Option<String>,
    bytes: File,
}

/// How receiving one file ended.
enum Upload {
    /// It is here.
    Received(Received),
    /// It is larger than a file may be.
    TooLarge {
        /// What is answered.
        refused: PageError,
        /// How many bytes of the rest of the upload are still read.
        left: u64,
    },
}

/// `POST /businesses/{business}/record/{record}/attachments`.
pub(super) async fn attach_files(
    State(app): State<Shared>,
    Path((business, record)): Path<(String, String)>,
    mut sent: Multipart,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let owner = key_of(&record)?;
    let mut received = Vec::new();
    while let Some(field) = sent.next_field().await.map_err(|_| cut_off())? {
        let is_file =
            field.name() == Some(FIELD) && field.file_name().is_some_and(|name| !name.is_empty());
        if is_file {
            if received.len() >= FILES_COUNT_MAX {
                return Err(PageError::new(
                    StatusCode::PAYLOAD_TOO_LARGE,
                    "form-too-large",
                ));
            }
            match receive(&app, field).await? {
                Upload::Received(file) => received.push(file),
                Upload::TooLarge { refused, left } => {
                    discard(&mut sent, left).await;
                    return Err(refused);
                }
            }
        }
    }
    if received.is_empty() {
        return Err(PageError::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "no-file-chosen",
        ));
    }
    blocking(move || keep(&app, business, owner, received)).await
}

fn cut_off() -> PageError {
    PageError::new(StatusCode::BAD_REQUEST, "upload-cut-off")
}

/// Writes one file of the upload into a temporary file, no further than the limit.
async fn receive(app: &Shared, mut field: Field<'_>) -> Result<Upload, PageError> {
    let name = sent_file_name(field.file_name().unwrap_or_default());
    let media_type = field.content_type().map(str::to_owned);
    let scratch = app.store.scratch().to_owned();
    let file =
        blocking(move || tempfile::tempfile_in(&scratch).map_err(|error| not_kept(&error))).await?;
    let mut file = tokio::fs::File::from_std(file);
    let mut received: u64 = 0;
    while let Some(chunk) = field.chunk().await.map_err(|_| cut_off())? {
        received = received.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        if received > app.attachment_bytes_max {
            let limit = app.attachment_bytes_max;
            let refused = PageError::new(StatusCode::PAYLOAD_TOO_LARGE, "attachment-above-limit")
                .with("file", kept_file_name(&name))
                .with("limit", limit.to_string());
            let left = discard_field(&mut field, limit).await;
            return Ok(Upload::TooLarge { refused, left });
        }
        file.write_all(&chunk)
            .await
            .map_err(|error| not_kept(&error))?;
    }
    file.flush().await.map_err(|error| not_kept(&error))?;
    Ok(Upload::Received(Received {
        name,
        media_type,
        bytes: file.into_std().await,
    }))
}

/// Reads the rest of an upload that is refused, and keeps nothing of it: a browser shows the answer
/// only when it could send everything. No more than `left` bytes are read: whoever sends more sees
/// the connection end.
async fn discard(sent: &mut Multipart, mut left: u64) {
    while left > 0 {
        let Ok(Some(mut field)) = sent.next_field().await else {
            return;
        };
        left = discard_field(&mut field, left).await;
    }
}

/// Reads a field to its end, or `left` bytes of it; how many of these are left then.
async fn discard_field(field: &mut Field<'_>, mut left: u64) -> u64 {
    while left > 0 {
        let Ok(Some(chunk)) = field.chunk().await else {
            break;
        };
        left = left.saturating_sub(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
    }
    left
}

fn not_kept(error: &std::io::Error) -> PageError {
    tracing::warn!(kind = ?error.kind(), "an upload could not be kept");
    if error.kind() == std::io::ErrorKind::StorageFull {
        PageError::new(StatusCode::INSUFFICIENT_STORAGE, "disk-full")
    } else {
        PageError::new(StatusCode::INTERNAL_SERVER_ERROR, "store-failed")
    }
}

/// Attaches all files in one unit of work.
fn keep(
    app: &Shared,
    business: Key,
    owner: Key,
    mut received: Vec<Received>,
) -> Result<Response, PageError> {
    let opened = app.store.open(business)?;
    let zone = opened.read()?.profile()?.time_zone;
    let stamp = stamp(app, &zone)?;
    let date = today(stamp.instant, &zone);
    let mut keys = Vec::with_capacity(received.len());
    for _ in &received {
        keys.push(random_key()?);
    }
    opened.write(&mut |work| {
        for (file, key) in received.iter_mut().zip(&keys) {
            let new = NewAttachment {
                key: *key,
                owner,
                name: &file.name,
                media_type: file.media_type.as_deref(),
                date,
            };
            file.bytes
                .seek(SeekFrom::Start(0))
                .map_err(|error| StoreError::from(not_kept(&error)))?;
            attach_file(work, &new, &mut file.bytes, &stamp)?;
        }
        Ok(())
    })?;
    Ok(Redirect::to(&place_of(business, owner)).into_response())
}
