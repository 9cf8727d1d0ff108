//! Pictures of the table `Images` that files of the other program bring: one for a record at most,
//! under the record's own key. The table is carried along cell for cell and never changed.

use super::download::{Headers, Outgoing, download_headers, preview_headers};
use super::sniff::{self, HEAD_BYTES};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::{PageError, Shared};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use books::Key;
use store::{Cell, Reader, StoreError};

/// The table.
const TABLE: &str = "Images";
/// Where the picture of a record is downloaded.
pub(super) fn image_path(business: Key, record: Key) -> String {
    format!("/businesses/{business}/images/{record}")
}

/// `GET /businesses/{business}/images/{record}`.
pub(super) async fn download_image(
    State(app): State<Shared>,
    Path((business, record)): Path<(String, String)>,
) -> Result<Response, PageError> {
    send_image(app, &business, &record, download_headers).await
}

/// `GET /businesses/{business}/images/{record}/preview`.
pub(super) async fn preview_image(
    State(app): State<Shared>,
    Path((business, record)): Path<(String, String)>,
) -> Result<Response, PageError> {
    send_image(app, &business, &record, preview_headers).await
}

async fn send_image(
    app: Shared,
    business: &str,
    record: &str,
    headers: Headers,
) -> Result<Response, PageError> {
    let business = key_of(business)?;
    let owner = key_of(record)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let image = find(reader.as_ref(), owner)?
            .ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "attachment-not-found"))?;
        let outgoing = Outgoing {
            name: format!("{owner}{}", ending(&image)),
            bytes_count: u64::try_from(image.len()).unwrap_or(u64::MAX),
            head: image.iter().copied().take(HEAD_BYTES).collect(),
        };
        Ok(headers(&outgoing)?.map(|()| Body::from(image)))
    })
    .await
}

/// The ending of a file name for these bytes.
fn ending(image: &[u8]) -> &'static str {
    match sniff::sort_of(image) {
        Some(sniff::Sort::Png) => ".png",
        Some(sniff::Sort::Jpeg) => ".jpg",
        Some(sniff::Sort::Gif) => ".gif",
        Some(sniff::Sort::WebP) => ".webp",
        Some(sniff::Sort::Pdf) => ".pdf",
        None => "",
    }
}

/// The bytes of the picture under this key.
pub(super) fn find(reader: &dyn Reader, owner: Key) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(mut row) = reader.image(owner)? else {
        return Ok(None);
    };
    let tables = reader.carried_tables()?;
    let content_at = tables
        .iter()
        .find(|table| table.name == TABLE)
        .and_then(|table| {
            let is_content = |name: &str| name.eq_ignore_ascii_case("Content");
            table
                .columns
                .iter()
                .position(|column| is_content(&column.name))
        })
        .filter(|at| *at < row.len());
    Ok(content_at.and_then(|at| match row.swap_remove(at) {
        Cell::Blob(bytes) | Cell::Text(bytes) => Some(bytes),
        _ => None,
    }))
}
