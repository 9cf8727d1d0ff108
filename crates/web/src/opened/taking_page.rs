//! Bringing a record back: into which business, what would come, and what is there already.

use super::files::OpenedFile;
use super::{TakenFrom, take_record};
use crate::blocking::blocking;
use crate::history::difference;
use crate::page_error::key_of;
use crate::records::names::{Names, record_path};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{plain_page, refusal};
use crate::stamp::stamp;
use crate::{App, PageError, Shared};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{TakePlan, TakeState, plan_taking};
use books::{Key, Object};
use history::Contents;
use maud::{Markup, html};
use pages::forms::{self, Choice, Field};
use pages::tables::panel;
use pages::{Argument, Locale, Notice, NoticeKind, layout, user_text};
use serde::Deserialize;
use std::sync::Arc;
use store::{BusinessEntry, Reader, StoreError};

/// Names listed at most; the rest is counted.
const LISTED_MAX: usize = 50;

/// Where a record of an opened file is brought back from.
pub(crate) fn taking_path(opened: Key, record: Key) -> String {
    format!("/opened/{opened}/record/{record}/taking")
}

/// Which business was chosen.
#[derive(Deserialize)]
pub(super) struct Asked {
    into: Option<String>,
}

/// What the form sends.
#[derive(Deserialize)]
pub(super) struct Decided {
    into: String,
    /// Sent when it is ticked.
    references: Option<String>,
    /// Sent by the button that replaces.
    replace: Option<String>,
}

/// `GET /opened/{key}/record/{record}/taking`.
pub(super) async fn ask(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((key, record)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let file = opened(&app, &key)?;
    let record = key_of(&record)?;
    let into = asked.into.as_deref().map(key_of).transpose()?;
    blocking(move || page(&app, &visitor, &file, record, into, None)).await
}

/// `POST /opened/{key}/record/{record}/taking`.
pub(super) async fn bring_back(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((key, record)): Path<(String, String)>,
    Form(decided): Form<Decided>,
) -> Result<Response, PageError> {
    let file = opened(&app, &key)?;
    let record = key_of(&record)?;
    let into = key_of(&decided.into)?;
    blocking(move || {
        // Into a business that lives, and never into an opened file: its store would refuse.
        let business = app.store.open(into)?;
        let zone = business.read()?.profile()?.time_zone;
        let source = app.store.open(file.key)?;
        let reader = source.read()?;
        let from = TakenFrom {
            reader: reader.as_ref(),
            file_name: &file.file_name,
            sha256: file.sha256,
            key: record,
            with_references: decided.references.is_some(),
            replaces: decided.replace.is_some(),
        };
        let stamp = stamp(&app, &zone)?;
        match take_record(business.as_ref(), &from, &stamp, app.store.scratch()) {
            Ok(_) => Ok(Redirect::to(&record_path(into, record)).into_response()),
            Err(error) if error.status.is_client_error() => {
                page(&app, &visitor, &file, record, Some(into), Some(&error))
            }
            Err(error) => Err(error),
        }
    })
    .await
}

fn opened(app: &App, key: &str) -> Result<Arc<OpenedFile>, PageError> {
    app.opened
        .find(key_of(key)?)
        .ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "opened-gone"))
}

/// The businesses that can be written, the most likely first (SPEC-backup.md, 10.5).
fn offered(app: &App, file: &OpenedFile) -> Result<Vec<BusinessEntry>, PageError> {
    let mut entries = app.store.businesses()?;
    entries.retain(|entry| entry.fault.is_none());
    let rank = |entry: &BusinessEntry| {
        if continues(app, file, entry.key).unwrap_or(false) {
            0
        } else if entry.name == file.business_name {
            1
        } else {
            2
        }
    };
    // The order of names stays among equals.
    entries.sort_by_cached_key(rank);
    Ok(entries)
}

/// Whether the chain of a business passes through the head of the file.
fn continues(app: &App, file: &OpenedFile, business: Key) -> Result<bool, StoreError> {
    if file.head.sequence == 0 {
        return Ok(false);
    }
    let business = app.store.open(business)?;
    let entry = business.read()?.entry(file.head.sequence)?;
    Ok(entry.is_some_and(|entry| entry.hash == file.head.hash))
}

fn page(
    app: &App,
    visitor: &Visitor,
    file: &OpenedFile,
    record: Key,
    into: Option<Key>,
    refused: Option<&PageError>,
) -> Result<Response, PageError> {
    let locale = visitor.locale;
    let source = app.store.open(file.key)?;
    let reader = source.read()?;
    let object = reader
        .object(record)?
        .ok_or(StoreError::RecordNotFound(record))?;
    let names = Names::new(reader.as_ref(), locale, file.key);
    let name = names.title_of(&object);
    let title = locale.text_with("taking-title", &[("name", Argument::Text(&name))]);
    let businesses = offered(app, file)?;
    let chosen = match into {
        Some(key) => businesses.iter().find(|entry| entry.key == key),
        None => businesses.first(),
    };
    let back = html! {
        a .button href=(record_path(file.key, record)) { (locale.text("button-back")) }
    };
    let content = match chosen {
        None => html! { (layout::notice_box(&refusal(locale.text("taking-no-business")))) },
        Some(entry) => {
            let target = app.store.open(entry.key)?;
            let target = target.read()?;
            let plan = plan_taking(reader.as_ref(), target.as_ref(), record)?;
            let there = Names::new(target.as_ref(), locale, entry.key);
            html! {
                (choice(locale, file, record, &businesses, entry.key))
                (decision(&names, &there, file, &entry.name, &plan)?)
            }
        }
    };
    let from = locale.text_with("taking-from", &[("file", Argument::Text(&file.file_name))]);
    let body = html! {
        (layout::heading(&title, back))
        p { (words::kind_name(locale, object.content_type)) " · " (from) }
        @if let Some(error) = refused { (forms::form_error(&error.sentence(locale))) }
        (content)
    };
    let status = refused.map_or(StatusCode::OK, |error| error.status);
    Ok(plain_page(visitor, status, &title, None, body))
}

/// Into which business; with one there is nothing to choose.
fn choice(
    locale: Locale,
    file: &OpenedFile,
    record: Key,
    businesses: &[BusinessEntry],
    chosen: Key,
) -> Markup {
    let keys: Vec<String> = businesses
        .iter()
        .map(|entry| entry.key.to_string())
        .collect();
    let choices: Vec<Choice<'_>> = businesses
        .iter()
        .zip(&keys)
        .map(|(entry, key)| Choice {
            value: key,
            label: &entry.name,
            group: "",
        })
        .collect();
    let value = chosen.to_string();
    let field = Field {
        name: "into",
        label: &locale.text("taking-into"),
        value: &value,
        required: true,
        ..Field::default()
    };
    html! {
        form .form method="get" action=(taking_path(file.key, record)) {
            (forms::select(&field, &choices))
            div .form-buttons {
                button .button type="submit" { (locale.text("taking-choose")) }
            }
        }
    }
}

/// What is there, what would come, and the buttons.
fn decision(
    names: &Names<'_>,
    there: &Names<'_>,
    file: &OpenedFile,
    business_name: &str,
    plan: &TakePlan,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let business = ("business", Argument::Text(business_name));
    let is_there = record_path(there.business, plan.record.key);
    let state = locale.text_with(
        &format!("taking-state-{}", plan.state().code()),
        &[business],
    );
    let compared = match &plan.there {
        Some(now) if plan.state() == TakeState::Differs => {
            Some(difference(there, &contents(now), &contents(&plan.record))?)
        }
        _ => None,
    };
    let (button, name) = match plan.state() {
        TakeState::Differs => ("taking-replace", "replace"),
        _ => ("taking-submit", "take"),
    };
    let form = html! {
        (forms::hidden("into", &there.business.to_string()))
        @if !plan.references.is_empty() { (references(names, plan)) }
        div .form-buttons {
            @if !plan.is_nothing() {
                button .button .primary type="submit" name=(name) value="1" {
                    (locale.text_with(button, &[business]))
                }
            }
            @if plan.there.is_some() {
                a .button href=(is_there) { (locale.text("taking-keep")) }
            }
        }
    };
    Ok(html! {
        (layout::notice_box(&Notice { kind: kind_of(plan.state()), text: state }))
        @if let Some(compared) = compared {
            (panel(&locale.text("taking-difference"), html! {
                p .quiet { (locale.text_with("taking-sides", &[business])) }
                (compared)
            }))
        }
        @if !plan.attachments.is_empty() { (attachments(locale, names.reader(), plan)?) }
        @if !plan.nowhere.is_empty() {
            p .quiet {
                (locale.text_with(
                    "taking-nowhere",
                    &[("count", Argument::Count(plan.nowhere.len() as u64))],
                ))
            }
        }
        (forms::form(&taking_path(file.key, plan.record.key), false, form))
        @if !plan.is_nothing() { p .quiet { (locale.text("taking-undo")) } }
    })
}

/// How what is there is meant: only a difference is to be looked at.
fn kind_of(state: TakeState) -> NoticeKind {
    match state {
        TakeState::Differs => NoticeKind::Warning,
        TakeState::Missing | TakeState::Same => NoticeKind::Information,
    }
}

fn contents(object: &Object) -> Contents {
    Contents {
        content_type: Some(object.content_type),
        content: Some(object.content.clone()),
    }
}

/// The records that would come too, each with its kind.
fn references(names: &Names<'_>, plan: &TakePlan) -> Markup {
    let locale = names.locale;
    let count = Argument::Count(plan.references.len() as u64);
    let label = locale.text_with("taking-references", &[("count", count)]);
    let field = Field {
        name: "references",
        label: &label,
        value: "1",
        hint: Some(&locale.text("taking-references-hint")),
        ..Field::default()
    };
    html! {
        (forms::checkbox(&field, true))
        ul {
            @for object in plan.references.iter().take(LISTED_MAX) {
                li {
                    (words::kind_name(locale, object.content_type)) ": "
                    a href=(record_path(names.business, object.key)) {
                        (user_text(&names.title_of(object)))
                    }
                }
            }
            @if plan.references.len() > LISTED_MAX { li { "…" } }
        }
    }
}

/// The files that would come.
fn attachments(locale: Locale, reader: &dyn Reader, plan: &TakePlan) -> Result<Markup, StoreError> {
    let mut files = Vec::new();
    for object in plan.attachments.iter().take(LISTED_MAX) {
        let blob = reader.blob(object.key)?;
        let bytes_count = blob.as_ref().map(|blob| blob.bytes_count);
        let name = blob.and_then(|blob| blob.name);
        let name = name.or_else(|| interchange::title(object));
        files.push((name.unwrap_or_else(|| object.key.to_string()), bytes_count));
    }
    let count = Argument::Count(plan.attachments.len() as u64);
    let title = locale.text_with("taking-attachments", &[("count", count)]);
    Ok(panel(
        &title,
        html! {
            ul {
                @for (name, bytes_count) in &files {
                    li {
                        (user_text(name))
                        @if let Some(bytes_count) = bytes_count {
                            " · " (locale.bytes(*bytes_count))
                        }
                    }
                }
            }
        },
    ))
}
