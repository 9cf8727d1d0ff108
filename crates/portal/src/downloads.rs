//! The download of one backup: streamed from its place, resumable, with its digest
//! (SPEC-portal.md, 4).

mod delivery;

use crate::answer::Fault;
use crate::proof;
use crate::router::Portal;
use crate::session::{In, Visitor, blocking};
use crate::subscribers::{Member, Shelf};
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use catalog::{BackupEntry, BlobKey, BlobStore, EntryFilter, Key, hex};
use delivery::Delivery;
use faces::disposition::both_forms;
use faces::room::InRoom;
use std::ops::Range;
use std::sync::Arc;

pub fn routes() -> Router<Portal> {
    let path = "/businesses/{business}/backups/{entry}/{name}";
    // A GET route answers HEAD too.
    Router::new().route(path, get(download))
}

/// Whether a backup is downloaded at this path.
pub(crate) fn is_address(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(parts.as_slice(), ["", "businesses", _, "backups", _, _])
}

/// A backup that is there, and the place that has it.
struct Found {
    entry: BackupEntry,
    blob: BlobKey,
    blobs: Arc<dyn BlobStore>,
}

async fn download(
    State(portal): State<Portal>,
    visitor: Visitor,
    In(member): In,
    Path((business, entry, _name)): Path<(String, String, String)>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let is_head = method == Method::HEAD;
    let goes_on = headers.contains_key(header::RANGE);
    let found = blocking(move || {
        let not_found = |_| Fault::NotFound;
        let business = business.parse().map_err(not_found)?;
        let entry = entry.parse().map_err(not_found)?;
        let found = find(&portal, &member, business, entry)?;
        let has_begun = || portal.subscribers.has_begun(&member, &found.entry);
        let may_go_on = member.is_proved || (goes_on && has_begun()?);
        if !may_go_on {
            return Ok(None);
        }
        if is_head {
            return Ok(Some((found, None)));
        }
        let room = portal.room_for(&member)?;
        portal.subscribers.note_download(&member, &found.entry)?;
        Ok(Some((found, Some(room))))
    })
    .await;
    match found {
        Ok(Some((found, room))) => answer(found, &headers, room),
        Ok(None) => proof::before(&visitor.path),
        Err(fault) => fault.page(visitor.locale),
    }
}

/// The backup, in the first place that has it whole.
fn find(portal: &Portal, member: &Member, business: Key, entry: Key) -> Result<Found, Fault> {
    let shelf = portal.subscribers.shelf(member)?;
    let wanted = shelf.catalog.entry(entry)?.ok_or(Fault::NotFound)?;
    let is_theirs = member.may_take(business) && wanted.business == business;
    if !is_theirs || !wanted.is_good() {
        return Err(Fault::NotFound);
    }
    let filter = EntryFilter {
        only_good: true,
        ..EntryFilter::of(business)
    };
    let mut same = shelf.catalog.entries(&filter)?;
    same.retain(|other| {
        other.key != wanted.key && other.sha256.is_some() && other.sha256 == wanted.sha256
    });
    same.insert(0, wanted);
    let mut fault = Fault::NotFound;
    for entry in same {
        match reach(&shelf, &entry) {
            Ok(Some((blob, blobs))) => {
                return Ok(Found { entry, blob, blobs });
            }
            Ok(None) => {}
            Err(unreachable) => fault = unreachable,
        }
    }
    Err(fault)
}

/// Where bytes lie, and under what.
type Lying = (BlobKey, Arc<dyn BlobStore>);

/// The bytes of an entry, when they are there in their length.
fn reach(shelf: &Shelf, entry: &BackupEntry) -> Result<Option<Lying>, Fault> {
    let places = shelf.catalog.places()?;
    let place = places.into_iter().find(|it| Some(it.key) == entry.place);
    let (Some(place), Ok(blob)) = (place, entry.blob.parse::<BlobKey>()) else {
        return Ok(None);
    };
    let blobs = shelf.places.open(&place)?;
    let info = blobs.head(&blob)?;
    let is_whole = info.is_some_and(|info| info.bytes_count == entry.bytes_count);
    Ok(is_whole.then_some((blob, blobs)))
}

/// Which bytes are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    Whole,
    Part(Range<u64>),
    /// Bytes that there are not.
    Impossible,
}

/// What the headers ask for (RFC 9110, 13.1.5 and 14.2). Several ranges are answered with the
/// whole, as the standard allows.
fn wanted(headers: &HeaderMap, etag: Option<&str>, length: u64) -> Wanted {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let (Some(range), Some(etag)) = (text(header::RANGE), etag) else {
        return Wanted::Whole;
    };
    if text(header::IF_RANGE).is_some_and(|known| known != etag) {
        return Wanted::Whole;
    }
    let Ok(parsed) = http_range_header::parse_range_header(range) else {
        return Wanted::Whole;
    };
    match parsed.validate(length).as_deref() {
        Ok([part]) => Wanted::Part(*part.start()..part.end().saturating_add(1)),
        Ok(_) => Wanted::Whole,
        Err(_) => Wanted::Impossible,
    }
}

/// The answer: without a place in the room it has a head only.
fn answer(found: Found, headers: &HeaderMap, room: Option<InRoom>) -> Response {
    let length = found.entry.bytes_count;
    let etag = found
        .entry
        .sha256
        .map(|digest| format!("\"{}\"", hex(&digest)));
    let wanted = wanted(headers, etag.as_deref(), length);
    let mut response = match (&wanted, room) {
        (Wanted::Impossible, _) => StatusCode::RANGE_NOT_SATISFIABLE.into_response(),
        (_, None) => Body::empty().into_response(),
        (Wanted::Whole, Some(room)) => {
            Delivery::whole(&found.entry).body(found.blobs, found.blob, room)
        }
        (Wanted::Part(part), Some(room)) => {
            Delivery::part(part.clone()).body(found.blobs, found.blob, room)
        }
    };
    let mut set = |name: HeaderName, text: &str| {
        if let Ok(value) = HeaderValue::from_str(text) {
            response.headers_mut().insert(name, value);
        }
    };
    match &wanted {
        Wanted::Impossible => {
            set(header::CONTENT_RANGE, &format!("bytes */{length}"));
            return response;
        }
        Wanted::Whole => set(header::CONTENT_LENGTH, &length.to_string()),
        Wanted::Part(part) => {
            let (first, after) = (part.start, part.end);
            set(header::CONTENT_LENGTH, &(after - first).to_string());
            let last = after.saturating_sub(1);
            set(
                header::CONTENT_RANGE,
                &format!("bytes {first}-{last}/{length}"),
            );
        }
    }
    set(header::CONTENT_TYPE, "application/octet-stream");
    set(header::CONTENT_DISPOSITION, &disposition(&found.entry));
    if let (Some(etag), Some(digest)) = (&etag, found.entry.sha256) {
        set(header::ETAG, etag);
        set(header::ACCEPT_RANGES, "bytes");
        let digest = format!("sha-256=:{}:", STANDARD.encode(digest));
        set(HeaderName::from_static("repr-digest"), &digest);
    }
    if matches!(wanted, Wanted::Part(_)) {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    response
}

/// The name twice: in plain letters, by the key under which it lies, and whole.
fn disposition(entry: &BackupEntry) -> String {
    let plain = entry.blob.rsplit('/').next().unwrap_or_default();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._".contains(letter);
    let plain: String = plain.chars().filter(|letter| is_plain(*letter)).collect();
    both_forms("attachment", &plain, &entry.file_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(range: &str, if_range: Option<&str>) -> Wanted {
        let mut headers = HeaderMap::new();
        headers.insert(header::RANGE, range.parse().expect("a header"));
        if let Some(known) = if_range {
            headers.insert(header::IF_RANGE, known.parse().expect("a header"));
        }
        wanted(&headers, Some("\"a\""), 100)
    }

    /// SPEC-portal.md, 4.1.
    #[test]
    fn spec_4_1_ranges_are_those_of_the_standard() {
        assert_eq!(asked("bytes=0-9", None), Wanted::Part(0..10));
        assert_eq!(asked("bytes=90-", None), Wanted::Part(90..100));
        assert_eq!(asked("bytes=-10", None), Wanted::Part(90..100));
        assert_eq!(asked("bytes=0-9", Some("\"a\"")), Wanted::Part(0..10));
        assert_eq!(asked("bytes=0-9", Some("\"b\"")), Wanted::Whole);
        assert_eq!(asked("bytes=0-9", Some("W/\"a\"")), Wanted::Whole);
        assert_eq!(asked("bytes=100-", None), Wanted::Impossible);
        assert_eq!(asked("bytes=0-1,4-5", None), Wanted::Whole);
        assert_eq!(asked("lines=0-9", None), Wanted::Whole);
        assert_eq!(wanted(&HeaderMap::new(), Some("\"a\""), 100), Wanted::Whole);
    }
}
