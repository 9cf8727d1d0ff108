//! Giving a file another name, and seeing which records have the same file.

use super::attach::{self, Attachment};
use super::removal::not_found;
use super::{attachment_path, listing, place_of};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::request::Visitor;
use crate::shell::{ATTACHMENTS, BusinessPage, BusinessShell, business_page_with};
use crate::stamp::stamp;
use crate::{PageError, Shared};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::is_deceptive;
use books::Key;
use maud::{Markup, html};
use pages::Locale;
use pages::forms::{self, Field};
use pages::layout::heading;
use pages::tables::panel;
use serde::Deserialize;
use store::{Reader, StoreError};

/// What was typed.
#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    name: String,
}

/// `GET /businesses/{business}/attachments/{attachment}/edit`.
pub(super) async fn show_rename_form(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, attachment)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let key = key_of(&attachment)?;
    blocking(move || page(&app, &visitor, business, key, None)).await
}

/// `POST /businesses/{business}/attachments/{attachment}/edit`.
pub(super) async fn rename_attachment(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, attachment)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let key = key_of(&attachment)?;
    blocking(move || {
        if refusal(visitor.locale, &typed.name).is_some() {
            return page(&app, &visitor, business, key, Some(&typed.name));
        }
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        let mut owner = attach::BUSINESS;
        opened.write(&mut |work| {
            let renamed = attach::rename_attachment(work, key, &typed.name, &stamp);
            owner = renamed.map_err(not_found)?.shown_on();
            Ok(())
        })?;
        Ok(Redirect::to(&place_of(business, owner)).into_response())
    })
    .await
}

/// What is wrong with a name that was typed.
fn refusal(locale: Locale, name: &str) -> Option<String> {
    let name = name.trim();
    if name.is_empty() {
        Some(locale.text("attachments-name-empty"))
    } else if name.chars().any(is_deceptive) {
        Some(locale.error("name-characters", &[]))
    } else {
        None
    }
}

/// The form, with what was typed when it was refused.
fn page(
    app: &Shared,
    visitor: &Visitor,
    business: Key,
    key: Key,
    refused: Option<&str>,
) -> Result<Response, PageError> {
    let opened = app.store.open(business)?;
    let reader = opened.read()?;
    let shell = BusinessShell::read(business, reader.as_ref())?;
    let names = Names::new(reader.as_ref(), visitor.locale, business);
    let found = attach::attachment(reader.as_ref(), key)?
        .ok_or(StoreError::RecordNotFound(key))
        .map_err(not_found)?;
    let page = BusinessPage {
        title: &found.name,
        current_tab: ATTACHMENTS,
        body: body(&names, &found, refused)?,
        notice: None,
        status: if refused.is_some() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        },
    };
    Ok(business_page_with(visitor, &shell, page))
}

fn body(
    names: &Names<'_>,
    found: &Attachment,
    refused: Option<&str>,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let label = locale.text("attachments-column-name");
    let error = refused.and_then(|name| refusal(locale, name));
    let field = Field {
        name: "name",
        label: &label,
        value: refused.unwrap_or(&found.name),
        error: error.as_deref(),
        required: true,
        autofocus: true,
        ..Field::default()
    };
    let action = format!("{}/edit", attachment_path(names.business, found.key));
    let back = place_of(names.business, found.shown_on());
    let others = others(names.reader(), found.key)?;
    let mut items = Vec::with_capacity(others.len());
    for other in &others {
        items.push(html! { li { (listing::owner_link(names, *other)?) } });
    }
    Ok(html! {
        (heading(&locale.text("attachments-rename"), html! {}))
        (panel(
            "",
            forms::form(&action, false, html! {
                (forms::text(&field))
                (forms::submit(locale, &locale.text("attachments-rename"), Some(&back)))
            }),
        ))
        (panel(
            &locale.text("attachments-on-records"),
            html! {
                ul {
                    li { (listing::owner_link(names, found.shown_on())?) }
                    @for item in &items { (item) }
                }
                p .muted { (locale.text("attachments-kept-once")) }
            },
        ))
    })
}

/// The records on which the same bytes stand under attachments of their own.
fn others(reader: &dyn Reader, key: Key) -> Result<Vec<Key>, StoreError> {
    let Some(blob) = reader.blob(key)? else {
        return Ok(Vec::new());
    };
    let mut keys = Vec::new();
    reader.each_blob(&mut |other| {
        if other.sha256 == blob.sha256 && other.key != key {
            keys.push(other.key);
        }
        Ok(())
    })?;
    let mut owners = Vec::new();
    for key in keys {
        owners.extend(attach::attachment(reader, key)?.map(|found| found.shown_on()));
    }
    Ok(owners)
}
