//! Files on their way out, under headers that let them do nothing in our pages.
//!
//! A download is always a download, whatever it is. A preview is one of four sorts of images or a
//! PDF, judged by the bytes; PDF goes without the sandbox, in which browsers show none, and may
//! load nothing else. The headers are set here and not by whatever stands in front of the program.

use super::attach;
use super::disposition::content_disposition;
use super::sniff::{self, HEAD_BYTES, Sort};
use crate::access::current;
use crate::blocking::blocking;
use crate::page_error::{SECONDS, key_of};
use crate::{PageError, Shared};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, Response as Answer, StatusCode, header};
use axum::response::Response;
use books::Key;
use faces::held_back::{held_back, pieces};
use faces::room::InRoom;
use std::io::{self, Write};
use store::{Reader, StoreError};

/// What a downloaded file may do: nothing.
const DOWNLOAD_POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";
/// What a PDF may do in the browser's own viewer.
const PDF_POLICY: &str = "default-src 'none'; object-src 'self'; frame-ancestors 'self'";

/// When to try again where there was no room, in seconds.
const BUSY_RETRY_AFTER_S: u64 = 60;

/// What is known of a file before its bytes go out.
pub(super) struct Outgoing {
    pub name: String,
    pub bytes_count: u64,
    pub head: Vec<u8>,
}

/// `GET /businesses/{business}/attachments/{attachment}`.
pub(super) async fn download_attachment(
    State(app): State<Shared>,
    Path((business, attachment)): Path<(String, String)>,
) -> Result<Response, PageError> {
    send_attachment(app, &business, &attachment, download_headers).await
}

/// An attachment as a download, for programs; whoever calls this has asked whether it may be sent.
///
/// # Errors
/// `attachment-not-found`; what the store says.
pub async fn send_download(
    app: Shared,
    business: &str,
    attachment: &str,
) -> Result<Response, PageError> {
    send_attachment(app, business, attachment, download_headers).await
}

/// `GET /businesses/{business}/attachments/{attachment}/preview`.
pub(super) async fn preview_attachment(
    State(app): State<Shared>,
    Path((business, attachment)): Path<(String, String)>,
) -> Result<Response, PageError> {
    send_attachment(app, &business, &attachment, preview_headers).await
}

/// Gives a file its headers, or refuses to send it.
pub(super) type Headers = fn(&Outgoing) -> Result<Answer<()>, PageError>;

async fn send_attachment(
    app: Shared,
    business: &str,
    attachment: &str,
    headers: Headers,
) -> Result<Response, PageError> {
    let business = key_of(business)?;
    let key = key_of(attachment)?;
    let looked_up = app.clone();
    let outgoing = blocking(move || {
        let opened = looked_up.store.open(business)?;
        let found = attach::attachment(opened.read()?.as_ref(), key)?;
        let found = found.filter(|found| found.is_here);
        let found = found.ok_or_else(not_here)?;
        Ok(Outgoing {
            name: found.name,
            bytes_count: found.bytes_count.unwrap_or(0),
            head: head(|head| opened.send_blob(key, head))?,
        })
    })
    .await?;
    let (parts, ()) = headers(&outgoing)?.into_parts();
    let room = room_for(&app)?;
    let (mut held, receiver) = held_back();
    current::spawn_reading(move || {
        let _until_the_end = room;
        let opened = app.store.open(business);
        match opened.and_then(|opened| opened.send_blob(key, &mut held)) {
            // Whoever does not read to the end does not want it.
            Ok(_) => drop(held.end()),
            Err(error) => {
                // The receiver sees a broken transfer and never a short file that looks whole.
                tracing::warn!(code = error.code(), "a download broke off");
                held.fail(io::Error::other(error.code()));
            }
        }
    });
    let body = Body::from_stream(pieces(None, receiver));
    Ok(Response::from_parts(parts, body))
}

/// A place among the downloads that go on, or the refusal where there is none.
pub(crate) fn room_for(app: &Shared) -> Result<InRoom, PageError> {
    let whose = *app.installation.as_bytes();
    let room = app.downloads.enter(whose);
    room.ok_or_else(|| {
        PageError::new(StatusCode::SERVICE_UNAVAILABLE, "files-busy")
            .with(SECONDS, BUSY_RETRY_AFTER_S.to_string())
    })
}

fn not_here() -> PageError {
    PageError::new(StatusCode::NOT_FOUND, "attachment-not-found")
}

/// Every download: saved and not shown, of a sort that our own look at the bytes allows.
pub(super) fn download_headers(outgoing: &Outgoing) -> Result<Answer<()>, PageError> {
    answer(
        outgoing,
        "attachment",
        sniff::media_type(&outgoing.head),
        DOWNLOAD_POLICY,
    )
}

/// Every preview.
pub(super) fn preview_headers(outgoing: &Outgoing) -> Result<Answer<()>, PageError> {
    let sort = sniff::sort_of(&outgoing.head).ok_or_else(|| {
        PageError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "attachment-not-shown")
            .with("file", outgoing.name.clone())
    })?;
    let policy = if sort == Sort::Pdf {
        PDF_POLICY
    } else {
        DOWNLOAD_POLICY
    };
    answer(outgoing, "inline", sort.media_type(), policy)
}

fn answer(
    outgoing: &Outgoing,
    disposition: &str,
    media_type: &'static str,
    policy: &'static str,
) -> Result<Answer<()>, PageError> {
    let disposition = content_disposition(disposition, &outgoing.name);
    let disposition = HeaderValue::from_str(&disposition).map_err(|_| PageError::internal())?;
    Answer::builder()
        .header(header::CONTENT_TYPE, media_type)
        .header(header::CONTENT_LENGTH, outgoing.bytes_count)
        .header(header::CONTENT_DISPOSITION, disposition)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, policy)
        .header("cross-origin-resource-policy", "same-origin")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(())
        .map_err(|_| PageError::internal())
}

/// The sort of an attachment's bytes, when it is one that may be shown.
pub(super) fn sort_of_blob(reader: &dyn Reader, key: Key) -> Result<Option<Sort>, StoreError> {
    Ok(sniff::sort_of(&head(|head| reader.copy_blob(key, head))?))
}

/// The first bytes that are copied. Copying stops behind them.
fn head(copy: impl FnOnce(&mut Head) -> Result<u64, StoreError>) -> Result<Vec<u8>, StoreError> {
    let mut head = Head(Vec::with_capacity(HEAD_BYTES));
    match copy(&mut head) {
        Err(error) if head.0.len() < HEAD_BYTES => Err(error),
        _ => Ok(head.0),
    }
}

/// Takes the first bytes and then no more.
struct Head(Vec<u8>);

impl Write for Head {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = HEAD_BYTES.saturating_sub(self.0.len());
        if room == 0 && !bytes.is_empty() {
            return Err(io::Error::other("enough"));
        }
        let taken = bytes.get(..room.min(bytes.len())).unwrap_or_default();
        self.0.extend_from_slice(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Bytes that are in memory already, as a download like any other.
pub(crate) fn download_of_bytes(name: &str, bytes: Vec<u8>) -> Result<Response, PageError> {
    let outgoing = Outgoing {
        name: name.to_owned(),
        bytes_count: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        head: bytes.iter().copied().take(HEAD_BYTES).collect(),
    };
    let (parts, ()) = download_headers(&outgoing)?.into_parts();
    Ok(Response::from_parts(parts, Body::from(bytes)))
}
