//! One file on several records: a file that is here already is attached to another record too.
//!
//! The other record gets an attachment of its own, with its own name and History; the bytes are
//! kept once, and stay until the last attachment that has them is removed.

use super::attach::{self, NewAttachment, attach_existing};
use super::page::{Asked, Found};
use super::removal::not_found;
use super::{listing, place_of};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::{Names, record_part};
use crate::request::Visitor;
use crate::shell::{ATTACHMENTS, BusinessShell, business_page};
use crate::stamp::{random_key, stamp};
use crate::{PageError, Shared};
use axum::Form;
use axum::extract::{Path, Query as AskedFor, State};
use axum::response::{IntoResponse, Redirect, Response};
use backup::today;
use books::Key;
use maud::{Markup, html};
use pages::forms;
use pages::layout::heading;
use pages::tables::{cell, table};
use serde::Deserialize;
use store::StoreError;

/// The last part of the address.
pub(super) const PART: &str = "existing-attachments";

/// Which file was chosen.
#[derive(Debug, Deserialize)]
pub(super) struct Chosen {
    attachment: String,
}

/// `GET /businesses/{business}/record/{record}/existing-attachments`.
pub(super) async fn show_existing(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
    AskedFor(asked): AskedFor<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let record = key_of(&record)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        if record != attach::BUSINESS && reader.object(record)?.is_none() {
            return Err(StoreError::RecordNotFound(record).into());
        }
        let title = visitor.locale.text("attachments-existing");
        let body = body(&names, record, &title, asked)?;
        Ok(business_page(&visitor, &shell, &title, ATTACHMENTS, body))
    })
    .await
}

fn body(names: &Names<'_>, record: Key, title: &str, asked: Asked) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let path = record_part(names.business, record, PART);
    let found = Found::read(names, path.clone(), asked)?;
    let label = locale.text("attachments-attach");
    let mut rows = Vec::with_capacity(found.shown().len());
    for file in found.shown() {
        let can_be = file.is_here && file.place == listing::Place::Attachment;
        let key = file.key.to_string();
        rows.push(html! {
            tr {
                (listing::cells(names, file))
                (cell(listing::owner_link(names, file.owner)?))
                (cell(html! {
                    @if can_be {
                        (forms::button_form(&path, &label, &[("attachment", &key)]))
                    }
                }))
            }
        });
    }
    Ok(html! {
        (heading(title, html! {}))
        p {
            (locale.text("attachments-existing-hint")) " "
            (listing::owner_link(names, record)?)
        }
        (found.search_form(locale))
        @if rows.is_empty() {
            (found.nothing(locale))
        } @else {
            (table(title, &found.columns(locale), &rows, None))
            (found.pager(locale))
        }
    })
}

/// `POST /businesses/{business}/record/{record}/existing-attachments`.
pub(super) async fn attach_chosen(
    State(app): State<Shared>,
    Path((business, record)): Path<(String, String)>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let owner = key_of(&record)?;
    let existing = key_of(&chosen.attachment)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let zone = reader.profile()?.time_zone;
        let found = attach::attachment(reader.as_ref(), existing)?
            .ok_or(StoreError::RecordNotFound(existing))
            .map_err(not_found)?;
        let stamp = stamp(&app, &zone)?;
        let new = NewAttachment {
            key: random_key()?,
            owner,
            name: &found.name,
            media_type: None,
            date: today(stamp.instant, &zone),
        };
        opened.write(&mut |work| attach_existing(work, existing, &new, &stamp).map(drop))?;
        Ok(Redirect::to(&place_of(business, owner)).into_response())
    })
    .await
}
