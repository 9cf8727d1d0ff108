//! Opening a file: chosen here, or one that was checked for an import or just made as a backup.

use super::files::OpenedFile;
use crate::backups::finished_file;
use crate::blocking::blocking;
use crate::businesses::time_zone_of;
use crate::imports::{SentForm, file_field, sent_file, summary_field};
use crate::locked::{Aim, Arrived, arrive};
use crate::long_work::Watch;
use crate::looking::{Task, Wanted, look};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::stamp::stamp;
use crate::{App, PageError, Shared, addresses, uploads};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{CheckedFile, Opening};
use books::Key;
use maud::{Markup, html};
use pages::forms;
use pages::tables::{Column, cell, table};
use pages::{Locale, layout, user_text};
use std::sync::Arc;

/// The page: what is open, and the form to open another.
pub(super) async fn show_opened(State(app): State<Shared>, visitor: Visitor) -> Response {
    let unfinished = uploads::unfinished(&app, visitor.locale, Aim::Look).await;
    opened_page(&app, &visitor, None, &unfinished)
}

fn opened_page(
    app: &App,
    visitor: &Visitor,
    refused: Option<&PageError>,
    unfinished: &Markup,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("opened-title");
    let open = app.opened.list();
    let body = html! {
        (layout::heading(&title, html! { a .button href="/" { (locale.text("button-back")) } }))
        p { (locale.text("opened-explanation")) }
        @if let Some(error) = refused { (forms::form_error(&error.sentence(locale))) }
        (unfinished)
        (forms::form("/opened", true, html! {
            (file_field(locale))
            (summary_field(locale))
            (uploads::form_marks(locale, Aim::Look))
            (forms::submit(locale, &locale.text("opened-open"), Some("/")))
        }))
        @if !open.is_empty() { (list(locale, &open)) }
    };
    let status = refused.map_or(StatusCode::OK, |error| error.status);
    plain_page(visitor, status, &title, None, body)
}

/// What is open, each with the way into it and the way to close it.
fn list(locale: Locale, open: &[Arc<OpenedFile>]) -> Markup {
    let columns = [
        Column::words(locale.text("import-file")),
        Column::words(locale.text("import-preview-name")),
        Column::words(locale.text("list-column-actions")),
    ];
    let rows: Vec<Markup> = open
        .iter()
        .map(|file| {
            let close = format!("/opened/{}/closing", file.key);
            html! {
                tr {
                    (cell(html! {
                        a href=(addresses::business(file.key)) { (user_text(&file.file_name)) }
                    }))
                    (cell(user_text(&file.business_name)))
                    (cell(forms::button_form(&close, &locale.text("opened-close"), &[])))
                }
            }
        })
        .collect();
    let title = locale.text("opened-list");
    html! { h2 { (title) } (table(&title, &columns, &rows, None)) }
}

/// `POST /opened`: a file that is sent.
pub(super) async fn open_upload(
    State(app): State<Shared>,
    visitor: Visitor,
    sent: SentForm,
) -> Response {
    let opened = async {
        let arrived = sent_file(&app, sent).await?;
        look(&app, arrived.wanted(Aim::Look)?, move |app| {
            arrive(app, arrived, None, Aim::Look)
        })
        .await
    };
    answer(&app, &visitor, opened.await)
}

/// `POST /opened/imports/{id}`: the file of an import that waits for a decision.
pub(super) async fn open_import(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Response {
    let opened = async {
        let incoming = app.jobs.imports.find(key_of(&id)?)?;
        let watch: Arc<Watch> = Arc::default();
        let task = Task::Look(Aim::Look);
        let wanted = Wanted::new(task, incoming.file_name(), watch.clone())?;
        look(&app, wanted, move |app| {
            let opened = incoming.with_file(|checked| open(app, checked, &watch));
            opened.map(addresses::business)
        })
        .await
    };
    answer(&app, &visitor, opened.await)
}

/// `POST /opened/backups/{business}/{id}`: a finished backup that waits for its download.
pub(super) async fn open_backup(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, id)): Path<(String, String)>,
) -> Response {
    let opened = async {
        let (path, name, held) = finished_file(&app, key_of(&business)?, key_of(&id)?)?;
        let arrived = Arrived::held(path, name, held);
        look(&app, arrived.wanted(Aim::Look)?, move |app| {
            arrive(app, arrived, None, Aim::Look)
        })
        .await
    };
    answer(&app, &visitor, opened.await)
}

/// Checks a file and opens it; the address of its Summary.
///
/// # Errors
/// When the file is refused, or too many are open.
pub(crate) fn look_into(
    app: &App,
    file: &Arrived,
    opening: &Opening<'_>,
) -> Result<String, PageError> {
    let checked = backup::check_with(&file.path, &file.name, opening, &*file.watch)?;
    open(app, &checked, &file.watch).map(addresses::business)
}

fn open(app: &App, checked: &CheckedFile, watch: &Watch) -> Result<Key, PageError> {
    let zone = time_zone_of(checked.plan(), &app.time_zone);
    app.opened
        .open_file(checked, zone, &stamp(app, zone)?, watch)
}

/// Into the opened file, or back to the page with the reason.
fn answer(app: &App, visitor: &Visitor, opened: Result<String, PageError>) -> Response {
    match opened {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => {
            tracing::info!(code = error.code, "a file was not opened");
            refused_page(app, visitor, &error)
        }
    }
}

/// The page that says why a file was not opened.
pub(crate) fn refused_page(app: &App, visitor: &Visitor, error: &PageError) -> Response {
    opened_page(app, visitor, Some(error), &html! {})
}

/// `POST /opened/{key}/closing`.
pub(super) async fn close(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    blocking(move || {
        app.opened.close(key);
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/opened/new").into_response())
}
