//! The download of a finished backup, streamed.

use super::job::Outcome;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::{PageError, Shared, downloaded};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use backup::{SUMMARY_ENDING, ascii_file_name};
use faces::disposition::both_forms;
use jiff::civil::Date;
use tokio_util::io::ReaderStream;

/// How much is read at once.
const CHUNK_BYTES: usize = 256 * 1024;

/// Sends the file. It stays for another download; its folder goes when the job is forgotten.
pub(super) async fn download_backup(
    State(app): State<Shared>,
    Path((key, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.backups.find(key, id)?;
    let Outcome::Done(finished) = job.outcome() else {
        return Err(PageError::new(StatusCode::NOT_FOUND, "backup-not-found"));
    };
    let file = tokio::fs::File::open(&finished.path)
        .await
        .map_err(|_| PageError::new(StatusCode::NOT_FOUND, "backup-not-found"))?;
    let (shared, told) = (app.clone(), job.clone());
    let sha256 = finished.result.sha256;
    blocking(move || downloaded::tell(&shared, key, &told.wanted.file_name, Some(sha256))).await?;
    let (length, date) = (finished.result.bytes_count, finished.date);
    // The stream keeps the job, and with it the folder, until the last byte is sent.
    let held = futures_util::stream::StreamExt::map(
        ReaderStream::with_capacity(file, CHUNK_BYTES),
        move |chunk| {
            let _ = &finished;
            chunk
        },
    );
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (header::CONTENT_LENGTH, HeaderValue::from(length)),
        (
            header::CONTENT_DISPOSITION,
            disposition(&job.wanted.file_name, date)?,
        ),
    ];
    Ok((headers, Body::from_stream(held)).into_response())
}

/// Sends the summary, where there is one.
pub(super) async fn download_summary(
    State(app): State<Shared>,
    Path((key, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (key, id) = (key_of(&key)?, key_of(&id)?);
    let job = app.jobs.backups.find(key, id)?;
    let Outcome::Done(finished) = job.outcome() else {
        return Err(PageError::new(StatusCode::NOT_FOUND, "backup-not-found"));
    };
    let summary = finished.summary.as_ref().ok_or_else(PageError::not_found)?;
    let (ascii, name) = (
        ascii_file_name(&job.wanted.file_name, finished.date) + SUMMARY_ENDING,
        format!("{}{SUMMARY_ENDING}", job.wanted.file_name),
    );
    let disposition = HeaderValue::from_str(&both_forms("attachment", &ascii, &name))
        .map_err(|_| PageError::internal())?;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    let headers = [
        (header::CONTENT_TYPE, plain),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, summary.to_text()).into_response())
}

/// The name twice: for readers of ASCII, by the rule for backups, and whole.
pub(crate) fn disposition(file_name: &str, date: Date) -> Result<HeaderValue, PageError> {
    let ascii = ascii_file_name(file_name, date);
    let value = both_forms("attachment", &ascii, file_name);
    HeaderValue::from_str(&value).map_err(|_| PageError::internal())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = jiff::civil::date(2026, 11, 21);

    #[test]
    fn names_travel_whole_and_safe() {
        let value = disposition("Café “A” (2026-11-21).manager", DAY).expect("a header");
        let text = value.to_str().expect("ASCII");
        assert!(text.starts_with("attachment; filename=\""), "{text}");
        assert!(
            text.contains("filename*=UTF-8''Caf%C3%A9%20%E2%80%9CA"),
            "{text}"
        );
        let value = disposition("শ্\u{200d}রী.manager", DAY).expect("a header");
        assert!(!value.to_str().expect("ASCII").contains("%E2%80%8D"));
    }
}
