//! Trash: businesses that were removed, until they are restored.

use crate::blocking::blocking;
use crate::keeping::TrashedBackups;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{plain_page, success};
use crate::stamp::{random_key, stamp};
use crate::{App, PageError, Shared, addresses};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use books::Key;
use history::{Action, Contents, Draft};
use maud::{Markup, html};
use pages::tables::{Column, amount_cell, cell, empty, folds, moment, table};
use pages::{Argument, Locale, forms, layout, user_text};
use serde::Deserialize;
use store::Removed;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/trash", get(list_trash))
        .route("/trash/{key}/restoration", post(restore_business))
        .route("/businesses/{key}/removal", post(remove_business))
}

/// What has just been done, by the business it was done to.
#[derive(Deserialize)]
struct Done {
    removed: Option<String>,
}

async fn list_trash(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let zone = app.time_zone.clone();
    let (trash, backups) = blocking(move || {
        let trash = app.store.trash()?;
        // Businesses come back also when the catalogue of backups cannot be read.
        Ok((trash, TrashedBackups::read(&app).ok()))
    })
    .await?;
    let locale = visitor.locale;
    let notice = done.removed.and_then(|key| {
        let name = trash
            .iter()
            .find(|removed| removed.entry.key.to_string() == key)?;
        let name = Argument::Text(&name.entry.name);
        Some(success(
            locale.text_with("businesses-removed", &[("name", name)]),
        ))
    });
    let title = locale.text("trash-title");
    let body = html! {
        (layout::heading(&title, html! { a .button href="/" { (locale.text("button-back")) } }))
        p .quiet { (locale.text("trash-explanation")) }
        @if !trash.is_empty() {
            (rows(locale, &zone, &trash))
        } @else if backups.as_ref().is_none_or(TrashedBackups::is_empty) {
            (empty(&locale.text("trash-empty"), html! {}))
        }
        @if let Some(backups) = &backups { (backups.section(locale, &zone)) }
    };
    Ok(plain_page(&visitor, StatusCode::OK, &title, notice, body))
}

fn rows(locale: Locale, zone: &str, trash: &[Removed]) -> Markup {
    let columns = [
        Column::words(locale.text("businesses-column-name")),
        Column::amounts(locale.text("businesses-column-size")),
        Column::words(locale.text("trash-column-removed")),
        Column::words(locale.text("list-column-actions")),
    ];
    let rows: Vec<Markup> = trash
        .iter()
        .map(|removed| {
            let entry = &removed.entry;
            let restore = forms::button_form(
                &format!("/trash/{}/restoration", entry.key),
                &locale.text("trash-restore"),
                &[],
            );
            let when = removed.removed_at.map_or_else(
                || html! { (locale.text("word-unknown")) },
                |at| moment(locale, at, zone),
            );
            html! {
                tr {
                    (cell(user_text(&entry.name)))
                    (amount_cell(&locale.bytes(entry.bytes_count)))
                    td data-label=(locale.text("trash-column-removed")) { (when) }
                    (cell(restore))
                }
            }
        })
        .collect();
    let table = folds(table(&locale.text("trash-title"), &columns, &rows, None));
    html! { div .folds-lines { (table) } }
}

async fn remove_business(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    blocking(move || {
        // A business that cannot be opened can be removed all the same, only without an entry.
        if let Err(error) = note(&app, key, Action::Removed) {
            tracing::warn!(code = error.code, business = %key, "removal is not in History");
        }
        Ok(app.store.remove(key)?)
    })
    .await?;
    Ok(Redirect::to(&format!("/trash?removed={key}")).into_response())
}

async fn restore_business(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    blocking(move || {
        app.store.bring_back(key)?;
        note(&app, key, Action::BroughtBack)
    })
    .await?;
    Ok(Redirect::to(&addresses::restored(key)).into_response())
}

/// Writes what happened to the whole business into its own History.
fn note(app: &App, key: Key, action: Action) -> Result<(), PageError> {
    let business = app.store.open(key)?;
    let (name, zone) = {
        let profile = business.read()?.profile()?;
        (profile.name, profile.time_zone)
    };
    let draft = Draft {
        stamp: stamp(app, &zone)?,
        action,
        key: random_key()?,
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: name,
        facts: Vec::new(),
    };
    business.write(&mut |work| work.record(draft.clone()).map(|_| ()))?;
    Ok(())
}
