//! Files on records: attached, listed, looked at, downloaded, removed.
//!
//! On every record stand its files ([`section`]); on the Attachments page ([`page`]) all files of
//! the business, and those of the business itself. [`attach`] is the act itself, for the command
//! line too. What users attach is hostile until proven otherwise, and nothing here proves it: files
//! go out as downloads under a policy that lets them do nothing, their sort judged by their bytes
//! ([`sniff`]); only images and PDF are shown.
//!
//! Pictures that files of the other program bring in their table `Images` stand beside attachments
//! ([`legacy`]); they are listed, looked at and downloaded, and carried along unchanged.

pub mod attach;
pub(crate) mod disposition;
mod download;
mod existing;
mod legacy;
mod listing;
mod logo;
mod page;
pub(crate) mod preview;
mod removal;
mod rename;
pub(crate) mod sent_name;
mod sniff;
mod upload;

pub(crate) use download::{download_of_bytes, room_for};
pub(crate) use logo::logo;
pub(crate) use sniff::media_type;

pub use download::send_download;

use crate::records::names::{Names, record_part, record_path};
use crate::{Shared, addresses};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use books::Key;
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::icons::{Icon, icon};
use pages::tables::{Column, cell, empty, folds, table};
use pages::{Argument, Locale};
use store::StoreError;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/businesses/{business}/record/{record}/attachments",
            // Each file has its limit; together they may be as large as the disk allows.
            post(upload::attach_files).layer(DefaultBodyLimit::disable()),
        )
        .route(
            "/businesses/{business}/record/{record}/existing-attachments",
            get(existing::show_existing).post(existing::attach_chosen),
        )
        .route(
            "/businesses/{business}/attachments",
            get(page::list_attachments),
        )
        .route(
            "/businesses/{business}/attachments/{attachment}/edit",
            get(rename::show_rename_form).post(rename::rename_attachment),
        )
        .route(
            "/businesses/{business}/attachments/{attachment}",
            get(download::download_attachment),
        )
        .route(
            "/businesses/{business}/attachments/{attachment}/preview",
            get(download::preview_attachment),
        )
        .route(
            "/businesses/{business}/attachments/{attachment}/removal",
            post(removal::remove_attachment),
        )
        .route(
            "/businesses/{business}/images/{record}",
            get(legacy::download_image),
        )
        .route(
            "/businesses/{business}/images/{record}/preview",
            get(legacy::preview_image),
        )
}

/// Where an attachment is downloaded.
fn attachment_path(business: Key, attachment: Key) -> String {
    format!("/businesses/{business}/attachments/{attachment}")
}

/// Where a person goes back to after doing something with a file of this record.
fn place_of(business: Key, owner: Key) -> String {
    if owner == attach::BUSINESS {
        addresses::business_part(business, "attachments")
    } else {
        record_path(business, owner)
    }
}

/// The section of a record's page: what is attached, the file that is looked at, and the form to
/// attach more.
pub(crate) fn section(
    names: &Names<'_>,
    owner: Key,
    preview: Option<Key>,
    bytes_max: u64,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let listed = listing::of_owner(names, owner)?;
    let page = record_path(names.business, owner);
    let mut rows = Vec::with_capacity(listed.len());
    for file in &listed {
        let button = preview::button(names, file, &page)?;
        rows.push(html! {
            tr {
                (listing::cells(names, file))
                (cell(html! { (button) (preview::acts(names, file)) }))
            }
        });
    }
    let columns = [
        Column::words(locale.text("attachments-column-name")),
        Column::amounts(locale.text("attachments-column-size")),
        Column::words(locale.text("attachments-column-added")),
        Column::words(locale.text("attachments-column-acts")),
    ];
    let title = locale.text("attachments-title");
    let existing = record_part(names.business, owner, existing::PART);
    Ok(html! {
        section .panel #attachments {
            h2 { (title) }
            (preview::figure(names, &listed, preview)?)
            @if rows.is_empty() {
                (empty(&locale.text("attachments-empty"), html! {}))
            } @else {
                (folds(table(&title, &columns, &rows, None)))
            }
            (upload_form(locale, names.business, owner, bytes_max))
            p { a href=(existing) { (locale.text("attachments-existing")) } }
        }
    })
}

fn upload_form(locale: Locale, business: Key, owner: Key, bytes_max: u64) -> Markup {
    let label = locale.text("attachments-add");
    let limit = locale.bytes(bytes_max);
    let hint = format!(
        "{} {}",
        locale.text("attachments-add-hint"),
        locale.text_with("attachments-limit", &[("size", Argument::Text(&limit))])
    );
    let field = Field {
        name: "files",
        label: &label,
        hint: Some(&hint),
        ..Field::default()
    };
    forms::form(
        &record_part(business, owner, "attachments"),
        true,
        html! {
            (forms::file(&field, "", true))
            div .form-buttons {
                button .button type="submit" {
                    (icon(Icon::Clip)) (locale.text("attachments-upload"))
                }
            }
        },
    )
}
