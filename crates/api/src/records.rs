//! Records of every kind: a page of them, one of them, made, changed and deleted.
//!
//! - [`listing`]: which records a query asks for, and the cursor to the next page.
//! - [`saving`]: what is kept, in one unit of work with its History entry.

mod listing;
mod saving;

use crate::plain_json::{Distinct, to_json};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use books::{Key, Object, kinds};
use interchange::{KindSpec, Plain, spec_by_slug};
use listing::Listing;
use saving::{Content, Saving};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{Reader, StoreError};
use web::blocking::blocking;
use web::page_error::key_of;
use web::programs::{self, Act, Address, Wanted};
use web::{PageError, Shared};

/// The kind that an address names.
pub fn spec_of(slug: &str) -> Result<&'static KindSpec, PageError> {
    spec_by_slug(slug)
        .ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "kind-unknown").with("name", slug))
}

/// The record, when it is one of this kind. What new records of a kind begin with is none.
pub fn existing(reader: &dyn Reader, spec: &KindSpec, key: Key) -> Result<Object, StoreError> {
    reader
        .object(key)?
        .filter(|object| is_one(spec, object))
        .ok_or(StoreError::RecordNotFound(key))
}

fn is_one(spec: &KindSpec, object: &Object) -> bool {
    object.content_type == spec.content_type && (spec.singleton || !object.is_keyed_by_kind())
}

/// The version of a record: the digest of its bytes.
fn etag(object: &Object) -> String {
    let digest = Sha256::digest(&object.content);
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

/// A record as programs read it.
fn shown(object: &Object) -> Value {
    let spec = interchange::spec(object.content_type);
    let content = interchange::to_plain(object.content_type, &object.content);
    json!({
        "key": object.key.to_string(),
        "kind": spec.map_or("", |spec| spec.slug),
        "title": interchange::title(object),
        "timestamp": object.timestamp,
        "version": etag(object).trim_matches('"'),
        "content": to_json(&content),
    })
}

/// One record with its version in the header.
fn answer(status: StatusCode, business: Key, object: &Object) -> Result<Response, PageError> {
    let mut response = (status, Json(shown(object))).into_response();
    set(&mut response, header::ETAG, &etag(object))?;
    if status == StatusCode::CREATED {
        let spec = interchange::spec(object.content_type);
        let kind = spec.map_or("", |spec| spec.slug);
        let location = format!(
            "/api/v1/businesses/{business}/records/{kind}/{}",
            object.key
        );
        set(&mut response, header::LOCATION, &location)?;
    }
    Ok(response)
}

fn set(response: &mut Response, name: HeaderName, value: &str) -> Result<(), PageError> {
    let value = HeaderValue::from_str(value).map_err(|_| PageError::internal())?;
    response.headers_mut().insert(name, value);
    Ok(())
}

/// `GET …/records/{kind}`.
pub async fn list(
    State(app): State<Shared>,
    address: Address,
    Path((business, kind)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let spec = spec_of(&kind)?;
        programs::require(&app, business, of_kind(spec, Act::View), &address)?;
        let listing = Listing::read(spec, &query.unwrap_or_default())?;
        let opened = app.store.open(business)?;
        let page = listing.page(opened.read()?.as_ref())?;
        let records: Vec<Value> = page.records.iter().map(shown).collect();
        let next = page.next.map(|key| key.to_string());
        Ok(Json(json!({ "records": records, "next": next })))
    })
    .await
}

/// `GET …/records/{kind}/{record}`.
pub async fn show(
    State(app): State<Shared>,
    address: Address,
    Path((business, kind, record)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&record)?);
    blocking(move || {
        let spec = spec_of(&kind)?;
        programs::require(&app, business, of_kind(spec, Act::View), &address)?;
        let opened = app.store.open(business)?;
        let object = existing(opened.read()?.as_ref(), spec, key)?;
        let known = headers.get(header::IF_NONE_MATCH);
        if known.is_some_and(|known| names(known, &etag(&object))) {
            let mut response = StatusCode::NOT_MODIFIED.into_response();
            set(&mut response, header::ETAG, &etag(&object))?;
            return Ok(response);
        }
        answer(StatusCode::OK, business, &object)
    })
    .await
}

/// `POST …/records/{kind}`.
pub async fn create(
    State(app): State<Shared>,
    address: Address,
    Path((business, kind)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let spec = writable(&kind)?;
        programs::require(&app, business, of_kind(spec, Act::Create), &address)?;
        let content = Content::Whole(document(&headers, &body)?);
        let saving = Saving::new(business, spec, content);
        let object = saving.create(&app)?;
        answer(StatusCode::CREATED, business, &object)
    })
    .await
}

/// `PUT …/records/{kind}/{record}`: the whole record.
pub async fn replace(
    state: State<Shared>,
    address: Address,
    path: Path<(String, String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, PageError> {
    save(state.0, address, path.0, headers, body, Content::Whole).await
}

/// `PATCH …/records/{kind}/{record}`: only the fields that are named.
pub async fn change(
    state: State<Shared>,
    address: Address,
    path: Path<(String, String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, PageError> {
    save(state.0, address, path.0, headers, body, Content::Named).await
}

async fn save(
    app: Shared,
    address: Address,
    (business, kind, record): (String, String, String),
    headers: HeaderMap,
    body: Bytes,
    content: fn(Plain) -> Content,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&record)?);
    blocking(move || {
        let spec = writable(&kind)?;
        programs::require(&app, business, of_kind(spec, Act::Edit), &address)?;
        let version = version(&headers)?;
        let content = content(document(&headers, &body)?);
        let object = Saving::new(business, spec, content).change(&app, key, &version)?;
        answer(StatusCode::OK, business, &object)
    })
    .await
}

/// `DELETE …/records/{kind}/{record}`.
pub async fn delete(
    State(app): State<Shared>,
    address: Address,
    Path((business, kind, record)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&record)?);
    blocking(move || {
        let spec = writable(&kind)?;
        programs::require(&app, business, of_kind(spec, Act::Delete), &address)?;
        let version = version(&headers)?;
        saving::delete(&app, business, spec, key, &version)?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}

fn of_kind(spec: &KindSpec, act: Act) -> Wanted {
    Wanted::Told(act.in_area(spec.slug))
}

/// The kind, when its records are written as documents: files have addresses of their own, because
/// their bytes and their records are kept in step.
fn writable(slug: &str) -> Result<&'static KindSpec, PageError> {
    let spec = spec_of(slug)?;
    match spec.content_type == kinds::ATTACHMENT {
        false => Ok(spec),
        true => Err(PageError::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "record-not-editable",
        )),
    }
}

/// The version that whoever changes something has read; without it a change of somebody else could
/// be lost unseen.
fn version(headers: &HeaderMap) -> Result<HeaderValue, PageError> {
    headers
        .get(header::IF_MATCH)
        .cloned()
        .ok_or_else(|| PageError::new(StatusCode::PRECONDITION_REQUIRED, "version-needed"))
}

/// Whether a header names this version.
fn names(header: &HeaderValue, etag: &str) -> bool {
    let text = header.to_str().unwrap_or_default();
    text.split(',').any(|one| one.trim() == etag)
}

/// The document that was sent: the content, or a record as it is shown.
fn document(headers: &HeaderMap, body: &[u8]) -> Result<Plain, PageError> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(PageError::new(status, "json-refused").with("reason", kind));
    }
    let value: Value = serde_json::from_slice(body).map_err(|error| {
        PageError::new(StatusCode::BAD_REQUEST, "json-refused").with("reason", error.to_string())
    })?;
    if let Err(error) = serde_json::from_slice::<Distinct>(body) {
        let refused = PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "json-refused");
        return Err(refused.with("reason", error.to_string()));
    }
    if !value.is_object() {
        let error = PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "json-refused");
        return Err(error.with("reason", "expected an object"));
    }
    let plain = crate::plain_json::from_json(&value);
    Ok(plain.member("content").cloned().unwrap_or(plain))
}
