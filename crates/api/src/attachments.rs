//! Files on records: listed, attached, sent and removed. They are streamed in both directions.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use books::Key;
use http_body_util::BodyExt;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{Seek, SeekFrom};
use store::StoreError;
use tokio::io::AsyncWriteExt;
use web::attachments::attach::{self, Attachment, NewAttachment};
use web::blocking::blocking;
use web::page_error::key_of;
use web::programs::{self, Act, Address, Wanted};
use web::stamp::{random_key, stamp};
use web::{PageError, Shared};

/// The name of the file that is attached.
#[derive(Debug, Deserialize)]
pub struct Named {
    /// As it came; folders in it are dropped.
    #[serde(default)]
    name: String,
}

/// `GET …/records/{kind}/{record}/attachments`.
pub async fn list(
    State(app): State<Shared>,
    address: Address,
    Path((business, kind, record)): Path<(String, String, String)>,
) -> Result<Json<Value>, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&record)?);
    blocking(move || {
        let spec = crate::records::spec_of(&kind)?;
        programs::require(
            &app,
            business,
            Wanted::Told(Act::View.in_area(spec.slug)),
            &address,
        )?;
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        crate::records::existing(reader.as_ref(), spec, key)?;
        let found = attach::attachments_of(reader.as_ref(), key)?;
        let found: Vec<Value> = found.iter().map(shown).collect();
        Ok(Json(json!({ "attachments": found })))
    })
    .await
}

fn shown(attachment: &Attachment) -> Value {
    json!({
        "key": attachment.key.to_string(),
        "name": attachment.name,
        "date": attachment.date.map(|date| date.to_string()),
        "bytes": attachment.bytes_count,
        "is_here": attachment.is_here,
    })
}

/// `POST …/records/{kind}/{record}/attachments?name=FILE`: the body is the file.
pub async fn attach(
    State(app): State<Shared>,
    address: Address,
    Path((business, kind, record)): Path<(String, String, String)>,
    Query(named): Query<Named>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&record)?);
    if named.name.trim().is_empty() {
        let error = PageError::new(StatusCode::BAD_REQUEST, "query-refused");
        return Err(error.with("name", "name"));
    }
    let spec = crate::records::spec_of(&kind)?;
    let asked = app.clone();
    blocking(move || {
        let editing = Wanted::Told(Act::Edit.in_area(spec.slug));
        programs::require(&asked, business, editing, &address)?;
        let opened = asked.store.open(business)?;
        crate::records::existing(opened.read()?.as_ref(), spec, key)?;
        Ok(())
    })
    .await?;
    let file = receive(&app, &named.name, body).await?;
    let media_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    blocking(move || {
        keep(
            &app,
            business,
            key,
            &named.name,
            media_type.as_deref(),
            file,
        )
    })
    .await
}

/// Writes the body into a temporary file, no further than the limit.
async fn receive(app: &Shared, name: &str, body: Body) -> Result<File, PageError> {
    let scratch = app.store.scratch().to_owned();
    let file =
        blocking(move || tempfile::tempfile_in(&scratch).map_err(|error| not_kept(&error))).await?;
    let mut file = tokio::fs::File::from_std(file);
    let mut body = body;
    let mut received: u64 = 0;
    while let Some(frame) = body.frame().await {
        let cut_off = |_| PageError::new(StatusCode::BAD_REQUEST, "upload-cut-off");
        let Ok(chunk) = frame.map_err(cut_off)?.into_data() else {
            continue;
        };
        received = received.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        if received > app.attachment_bytes_max {
            let error = PageError::new(StatusCode::PAYLOAD_TOO_LARGE, "attachment-too-large");
            return Err(error.with("file", name));
        }
        let written = file.write_all(&chunk).await;
        written.map_err(|error| not_kept(&error))?;
    }
    file.flush().await.map_err(|error| not_kept(&error))?;
    Ok(file.into_std().await)
}

/// The disk does not take it.
fn not_kept(error: &std::io::Error) -> PageError {
    match error.kind() {
        std::io::ErrorKind::StorageFull => {
            StoreError::DiskFull("the scratch folder".to_owned()).into()
        }
        _ => PageError::internal(),
    }
}

fn keep(
    app: &Shared,
    business: Key,
    owner: Key,
    name: &str,
    media_type: Option<&str>,
    mut file: File,
) -> Result<Response, PageError> {
    let opened = app.store.open(business)?;
    let zone = opened.read()?.profile()?.time_zone;
    let stamp = stamp(app, &zone)?;
    let new = NewAttachment {
        key: random_key()?,
        owner,
        name,
        media_type,
        date: backup::today(Timestamp::now(), &zone),
    };
    let mut made = None;
    opened.write(&mut |work| {
        file.seek(SeekFrom::Start(0))
            .map_err(|error| StoreError::Stopped(Box::new(error)))?;
        attach::attach_file(work, &new, &mut file, &stamp)?;
        // Nothing is read after it was stored: where that failed, the answer would be that nothing
        // was changed, and a file that is sent again would be there twice.
        made = attach::attachment(&*work, new.key)?;
        Ok(())
    })?;
    let made = made.ok_or_else(PageError::internal)?;
    let location = format!("/api/v1/businesses/{business}/attachments/{}", new.key);
    let headers = [(header::LOCATION, location)];
    Ok((StatusCode::CREATED, headers, Json(shown(&made))).into_response())
}

/// `GET …/attachments/{attachment}`: the bytes.
pub async fn download(
    State(app): State<Shared>,
    address: Address,
    Path((business, attachment)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (key, of) = (key_of(&attachment)?, key_of(&business)?);
    let asked = app.clone();
    blocking(move || programs::require(&asked, of, Wanted::OnAttachment(key, Act::View), &address))
        .await?;
    web::attachments::send_download(app, &business, &attachment).await
}

/// `DELETE …/attachments/{attachment}`.
pub async fn remove(
    State(app): State<Shared>,
    address: Address,
    Path((business, attachment)): Path<(String, String)>,
) -> Result<StatusCode, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&attachment)?);
    blocking(move || {
        programs::require(
            &app,
            business,
            Wanted::OnAttachment(key, Act::Edit),
            &address,
        )?;
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        opened.write(&mut |work| attach::remove_attachment(work, key, &stamp).map(drop))?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}
