//! The part of tus 1.0 that is spoken here (docs/SPEC-import.md, 8.2): core, creation, expiration,
//! checksum and termination. What cannot be done is told in a sentence, as plain text, because a
//! script shows it on the page on which the file was chosen.

use super::HERE;
use super::kept::{Begun, PIECE_BYTES_MAX, Upload, Uploads};
use crate::access::current;
use crate::attachments::sent_name::sent_file_name;
use crate::blocking::blocking;
use crate::imports::not_written;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::stamp::random_key;
use crate::{App, PageError, Shared};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use books::Key;
use http_body_util::BodyExt;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::io::Seek;
use std::pin::pin;
use tempfile::NamedTempFile;
use tokio::io::AsyncWriteExt;

/// The version of the protocol.
const VERSION: &str = "1.0.0";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
const CHECKSUM: HeaderName = HeaderName::from_static("upload-checksum");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
/// What a piece is sent as.
const PIECE: &str = "application/offset+octet-stream";
/// The status of a piece that is not what its checksum says.
const CHECKSUM_MISMATCH: u16 = 460;
/// What is kept of a file's name.
const NAME_CHARACTERS_MAX: usize = 255;

/// Who sends a file; nobody where nobody signs in.
pub(super) fn owner() -> Option<Key> {
    current::get().map(|current| current.user.key)
}

/// The uploads of this program, where it keeps any.
pub(super) fn uploads(app: &App) -> Result<Uploads<'_>, PageError> {
    let place = app.imports.uploads.as_deref();
    place.map(Uploads).ok_or_else(PageError::not_found)
}

/// `OPTIONS /uploads`: what can be done here.
pub(super) async fn tell(State(app): State<Shared>, visitor: Visitor) -> Response {
    let told = uploads(&app).map(|_| {
        let most = app.imports.limits.file_bytes_max;
        let extensions = "creation,expiration,checksum,termination";
        let facts = [
            ("tus-version", VERSION.to_owned()),
            ("tus-extension", extensions.to_owned()),
            ("tus-checksum-algorithm", "sha256".to_owned()),
            ("tus-max-size", most.to_string()),
        ];
        let facts = facts.map(|(name, value)| (HeaderName::from_static(name), value));
        answer(StatusCode::NO_CONTENT, facts)
    });
    or_sentence(visitor, told)
}

/// `POST /uploads`: begins one.
pub(super) async fn begin(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
) -> Response {
    let begun = async {
        spoken(&headers)?;
        let begun = wish(&headers, owner())?;
        blocking(move || {
            let most = app.imports.limits.file_bytes_max;
            if begun.bytes_count > most {
                let too_large = PageError::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
                return Err(too_large.with("file", begun.name));
            }
            app.imports
                .look_for_room(app.store.scratch(), begun.bytes_count)?;
            let _turn = app.imports.turn_to_begin();
            uploads(&app)?.begin(&begun, most)?;
            Ok(begun)
        })
        .await
    };
    let begun = begun.await.map(|begun| {
        let place = format!("{HERE}/{}", begun.id);
        let facts = [
            (header::LOCATION, place),
            (OFFSET, "0".to_owned()),
            (EXPIRES, http_date(begun.ends_at())),
        ];
        answer(StatusCode::CREATED, facts)
    });
    or_sentence(visitor, begun)
}

/// `HEAD /uploads/{id}`: how far it came.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    let found = async {
        spoken(&headers)?;
        find(&app, &id).await
    };
    let told = found.await.map(|upload| {
        let facts = [
            (OFFSET, upload.offset.to_string()),
            (LENGTH, upload.begun.bytes_count.to_string()),
            (EXPIRES, http_date(upload.begun.ends_at())),
            (header::CACHE_CONTROL, "no-store".to_owned()),
        ];
        answer(StatusCode::OK, facts)
    });
    or_sentence(visitor, told)
}

/// `PATCH /uploads/{id}`: the next piece.
pub(super) async fn take_piece(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
    body: Body,
) -> Response {
    let taken = async {
        spoken(&headers)?;
        let offset = piece_offset(&headers)?;
        let upload = find(&app, &id).await?;
        if offset != upload.offset {
            // Before anything of it is read.
            return Err(PageError::new(StatusCode::CONFLICT, "upload-offset"));
        }
        let piece = received(&app, body).await?;
        if checksum(&headers)?.is_some_and(|said| said != piece.sha256) {
            return Err(mismatch());
        }
        blocking(move || {
            let mut file = piece.file.reopen().map_err(not_written)?;
            file.rewind().map_err(not_written)?;
            let sha256 = catalog::hex(&piece.sha256);
            let uploads = uploads(&app)?;
            // Reading may have taken long: it may have been given up, or gone on elsewhere.
            let upload = uploads.find(upload.begun.id, upload.begun.owner, Timestamp::now())?;
            let offset = uploads.add(&upload, offset, &sha256, &mut file, piece.bytes_count)?;
            Ok((offset, upload.begun))
        })
        .await
    };
    let told = taken.await.map(|(offset, begun)| {
        let facts = [
            (OFFSET, offset.to_string()),
            (EXPIRES, http_date(begun.ends_at())),
        ];
        answer(StatusCode::NO_CONTENT, facts)
    });
    or_sentence(visitor, told)
}

/// `DELETE /uploads/{id}`: gives it up.
pub(super) async fn give_up(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    let removed = async {
        spoken(&headers)?;
        let id = find(&app, &id).await?.begun.id;
        blocking(move || uploads(&app)?.remove(id)).await
    };
    let told = removed.await.map(|()| answer(StatusCode::NO_CONTENT, []));
    or_sentence(visitor, told)
}

/// The upload of whoever asks.
pub(super) async fn find(app: &Shared, id: &str) -> Result<Upload, PageError> {
    let (app, id, owner) = (app.clone(), key_of(id)?, owner());
    blocking(move || uploads(&app)?.find(id, owner, Timestamp::now())).await
}

/// A piece that arrived whole.
struct Received {
    file: NamedTempFile,
    bytes_count: u64,
    sha256: [u8; 32],
}

/// Reads a piece into a private temporary file: it is kept when all of it is there, or not at all.
async fn received(app: &Shared, body: Body) -> Result<Received, PageError> {
    let scratch = app.clone();
    let file = blocking(move || {
        NamedTempFile::with_prefix_in("piece-", scratch.store.scratch()).map_err(not_written)
    })
    .await?;
    let opened = file.reopen().map_err(not_written)?;
    let mut sink = tokio::io::BufWriter::new(tokio::fs::File::from_std(opened));
    let (mut bytes_count, mut sum) = (0_u64, Sha256::new());
    let mut body = pin!(body);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| cut_off())?;
        let Some(chunk) = frame.data_ref() else {
            continue;
        };
        bytes_count = bytes_count.saturating_add(chunk.len() as u64);
        if bytes_count > PIECE_BYTES_MAX {
            let too_long = StatusCode::PAYLOAD_TOO_LARGE;
            return Err(PageError::new(too_long, "upload-piece-too-long"));
        }
        sum.update(chunk);
        sink.write_all(chunk).await.map_err(not_written)?;
    }
    sink.flush().await.map_err(not_written)?;
    Ok(Received {
        file,
        bytes_count,
        sha256: sum.finalize().into(),
    })
}

fn cut_off() -> PageError {
    PageError::new(StatusCode::BAD_REQUEST, "upload-cut-off")
}

fn mismatch() -> PageError {
    let status = StatusCode::from_u16(CHECKSUM_MISMATCH).unwrap_or(StatusCode::BAD_REQUEST);
    PageError::new(status, "upload-checksum")
}

/// Refuses another version of the protocol.
fn spoken(headers: &HeaderMap) -> Result<(), PageError> {
    match text(headers, &RESUMABLE) {
        Some(VERSION) => Ok(()),
        _ => Err(PageError::new(
            StatusCode::PRECONDITION_FAILED,
            "bad-request",
        )),
    }
}

/// Where a piece begins.
fn piece_offset(headers: &HeaderMap) -> Result<u64, PageError> {
    if text(headers, &header::CONTENT_TYPE) != Some(PIECE) {
        let wrong = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(PageError::new(wrong, "bad-request"));
    }
    let offset = text(headers, &OFFSET).and_then(|text| text.parse().ok());
    offset.ok_or_else(PageError::bad_request)
}

/// The SHA-256 that a piece is said to have.
fn checksum(headers: &HeaderMap) -> Result<Option<[u8; 32]>, PageError> {
    let Some(said) = text(headers, &CHECKSUM) else {
        return Ok(None);
    };
    let sum = said.strip_prefix("sha256 ").map(str::trim);
    let sum = sum.and_then(|text| BASE64.decode(text).ok()?.try_into().ok());
    sum.map(Some).ok_or_else(PageError::bad_request)
}

/// What is going to be sent.
fn wish(headers: &HeaderMap, owner: Option<Key>) -> Result<Begun, PageError> {
    let bytes_count = text(headers, &LENGTH).and_then(|text| text.parse().ok());
    let bytes_count = bytes_count.filter(|count| *count > 0);
    let about = text(headers, &METADATA).unwrap_or_default();
    let name: String = sent_file_name(&metadata(about, "filename").unwrap_or_default())
        .chars()
        .filter(|letter| !letter.is_control())
        .take(NAME_CHARACTERS_MAX)
        .collect();
    let sha256 = metadata(about, "sha256").map(|text| text.to_ascii_lowercase());
    let is_digest =
        |text: &String| text.len() == 64 && text.bytes().all(|it| it.is_ascii_hexdigit());
    if name.is_empty() || sha256.as_ref().is_some_and(|text| !is_digest(text)) {
        return Err(PageError::bad_request());
    }
    Ok(Begun {
        id: random_key()?,
        owner,
        name,
        bytes_count: bytes_count.ok_or_else(PageError::bad_request)?,
        sha256,
        begun_at: Timestamp::now(),
    })
}

/// A value of `Upload-Metadata`: names, each with a value in base64, parted by commas.
fn metadata(about: &str, wanted: &str) -> Option<String> {
    let pairs = about
        .split(',')
        .filter_map(|pair| pair.trim().split_once(' '));
    let (_, value) = pairs.into_iter().find(|(name, _)| *name == wanted)?;
    String::from_utf8(BASE64.decode(value.trim()).ok()?).ok()
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// An answer of the protocol.
fn answer<const COUNT: usize>(
    status: StatusCode,
    facts: [(HeaderName, String); COUNT],
) -> Response {
    let mut response = status.into_response();
    let headers = response.headers_mut();
    headers.insert(RESUMABLE, HeaderValue::from_static(VERSION));
    for (name, value) in facts {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    }
    response
}

/// The answer, or why there is none.
fn or_sentence(visitor: Visitor, told: Result<Response, PageError>) -> Response {
    let error = match told {
        Ok(response) => return response,
        Err(error) => error,
    };
    tracing::info!(code = error.code, "a piece of a file was refused");
    error.say_when();
    let mut response = answer(
        error.status,
        [(HeaderName::from_static("tus-version"), VERSION.to_owned())],
    );
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    *response.body_mut() = Body::from(error.sentence(visitor.locale));
    response
}

/// A moment as HTTP writes it (RFC 9110, 5.6.7).
fn http_date(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_read_as_the_protocol_writes_it() {
        let about = "filename bGFtcHMubWFuYWdlcg==,sha256 YWI=,is_odd";
        assert_eq!(
            metadata(about, "filename").as_deref(),
            Some("lamps.manager")
        );
        assert_eq!(metadata(about, "sha256").as_deref(), Some("ab"));
        assert_eq!(metadata(about, "is_odd"), None);
        assert_eq!(metadata("filename ***", "filename"), None);
    }

    #[test]
    fn moments_are_written_as_http_does() {
        let at = "2026-11-22T05:06:07Z".parse().unwrap();
        assert_eq!(http_date(at), "Sun, 22 Nov 2026 05:06:07 GMT");
    }
}
