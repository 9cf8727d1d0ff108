//! Files on records: attached, listed, looked at, downloaded, removed.
//!
//! [`attach`] is the act itself, for the command line too. What users attach is hostile until
//! proven otherwise, and nothing here proves it: files go out as downloads under a policy that lets
//! them do nothing, their sort judged by their bytes ([`sniff`]); only images and PDF are shown.
//!
//! Pictures that files of the other program bring in their table `Images` stand beside attachments
//! ([`legacy`]); they are looked at and downloaded, and carried along unchanged.

pub mod attach;
mod disposition;
mod download;
mod legacy;
mod removal;
mod sniff;
mod upload;

use crate::Shared;
use crate::records::names::{Names, record_part};
use attach::Attachment;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use books::Key;
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::icons::{Icon, icon};
use pages::tables::{BadgeKind, Column, amount_cell, badge, cell, empty, table};
use pages::{Argument, Locale, user_text};
use store::StoreError;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/businesses/{business}/record/{record}/attachments",
            // Each file has its limit; together they may be as large as the disk allows.
            post(upload::attach_files).layer(DefaultBodyLimit::disable()),
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

/// The section of a record's page: what is attached, and the form to attach more.
pub(crate) fn section(names: &Names<'_>, owner: Key) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let attachments = attach::attachments_of(names.reader(), owner)?;
    let mut rows = Vec::with_capacity(attachments.len());
    for attachment in &attachments {
        rows.push(row(names, attachment)?);
    }
    rows.extend(legacy::rows(names, owner)?);
    let columns = [
        Column::words(locale.text("attachments-column-name")),
        Column::amounts(locale.text("attachments-column-size")),
        Column::words(locale.text("attachments-column-added")),
        Column::words(""),
    ];
    let title = locale.text("attachments-title");
    Ok(html! {
        section .panel #attachments {
            h2 { (title) }
            @if rows.is_empty() {
                (empty(&locale.text("attachments-empty"), html! {}))
            } @else {
                (table(&title, &columns, &rows, None))
            }
            (upload_form(locale, names.business, owner))
        }
    })
}

fn row(names: &Names<'_>, attachment: &Attachment) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let href = attachment_path(names.business, attachment.key);
    let preview = format!("{href}/preview");
    let question = locale.text_with(
        "attachments-remove-question",
        &[("name", Argument::Text(&attachment.name))],
    );
    let size = attachment
        .bytes_count
        .map_or_else(String::new, |size| locale.bytes(size));
    let is_shown =
        attachment.is_here && download::sort_of_blob(names.reader(), attachment.key)?.is_some();
    Ok(html! {
        tr {
            (cell(html! {
                @if attachment.is_here {
                    a href=(href) { (user_text(&attachment.name)) }
                } @else {
                    (user_text(&attachment.name)) " "
                    (badge(BadgeKind::Warning, &locale.text("attachments-without-file")))
                }
            }))
            (amount_cell(&size))
            (cell(html! { @if let Some(date) = attachment.date { (locale.date(date)) } }))
            (cell(html! {
                @if is_shown {
                    a .button href=(preview) target="_blank" rel="noopener" {
                        (locale.text("attachments-view"))
                    }
                }
                (forms::confirmation(
                    locale,
                    &format!("{href}/removal"),
                    &locale.text("button-remove"),
                    &question,
                ))
            }))
        }
    })
}

fn upload_form(locale: Locale, business: Key, owner: Key) -> Markup {
    let label = locale.text("attachments-add");
    let limit = locale.bytes(upload::FILE_BYTES_MAX);
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
