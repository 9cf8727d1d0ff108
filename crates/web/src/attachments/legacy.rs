//! Pictures of the table `Images` that files of the other program bring: one for a record at most,
//! under the record's own key. The table is carried along cell for cell and never changed.

use super::download::{Headers, Outgoing, download_headers, preview_headers};
use super::sniff::{self, HEAD_BYTES};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::{PageError, Shared};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use books::Key;
use maud::{Markup, html};
use pages::tables::{amount_cell, cell};
use store::{Cell, Reader, StoreError};

/// The table.
const TABLE: &str = "Images";
/// A table with more bytes is not searched on every view of a record; the address still works.
const SEARCHED_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// The rows of a record's own picture, for the list of its attachments.
pub(super) fn rows(names: &Names<'_>, owner: Key) -> Result<Vec<Markup>, StoreError> {
    let reader = names.reader();
    if !has_table(reader)? {
        return Ok(Vec::new());
    }
    let (rows_count, bytes_count) = reader.carried_size(TABLE)?;
    if rows_count == 0 || bytes_count > SEARCHED_BYTES_MAX {
        return Ok(Vec::new());
    }
    let Some(image) = find(reader, owner)? else {
        return Ok(Vec::new());
    };
    let locale = names.locale;
    let href = format!("/businesses/{}/images/{owner}", names.business);
    let is_shown = sniff::sort_of(&image).is_some();
    let size = u64::try_from(image.len()).unwrap_or(u64::MAX);
    Ok(vec![html! {
        tr {
            (cell(html! { a href=(href) { (locale.text("attachments-legacy-image")) } }))
            (amount_cell(&locale.bytes(size)))
            (cell(html! {}))
            (cell(html! {
                @if is_shown {
                    a .button href={ (href) "/preview" } target="_blank" rel="noopener" {
                        (locale.text("attachments-view"))
                    }
                }
            }))
        }
    }])
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
        let image = if has_table(reader.as_ref())? {
            find(reader.as_ref(), owner)?
        } else {
            None
        };
        let image =
            image.ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "attachment-not-found"))?;
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

fn has_table(reader: &dyn Reader) -> Result<bool, StoreError> {
    Ok(reader
        .carried_tables()?
        .iter()
        .any(|table| table.name == TABLE))
}

/// The bytes of the picture under this key.
fn find(reader: &dyn Reader, owner: Key) -> Result<Option<Vec<u8>>, StoreError> {
    let tables = reader.carried_tables()?;
    let Some(table) = tables.iter().find(|table| table.name == TABLE) else {
        return Ok(None);
    };
    let place = |name: &str| {
        table
            .columns
            .iter()
            .position(|column| column.name.eq_ignore_ascii_case(name))
    };
    let (Some(key_at), Some(content_at)) = (place("Key"), place("Content")) else {
        return Ok(None);
    };
    let wanted = owner.to_string();
    let mut found = None;
    reader.each_carried_row(TABLE, &mut |mut row| {
        let is_it = matches!(row.get(key_at), Some(Cell::Text(key))
            if key.eq_ignore_ascii_case(wanted.as_bytes()));
        if is_it
            && content_at < row.len()
            && let Cell::Blob(bytes) | Cell::Text(bytes) = row.swap_remove(content_at)
        {
            found = Some(bytes);
        }
        Ok(())
    })?;
    Ok(found)
}
