//! Deciding about a checked file: import it or not; and the page that follows it.

use super::done::done_body;
use super::job::{Incoming, Stage};
use super::preview::preview;
use super::upload::upload_page;
use crate::blocking::blocking;
use crate::businesses::time_zone_of;
use crate::long_work::{Asked, PATIENCE, POLL, reload_without_scripts};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::stamp::{random_key, stamp};
use crate::{App, PageError, Shared};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{CheckedFile, ImportRequest, ImportResult, Phase, import};
use maud::{Markup, html};
use pages::tables::progress;
use pages::{Argument, Locale, forms, layout, user_text};
use serde::Deserialize;
use std::sync::Arc;

/// The preview, the progress or the end of one import.
pub(super) async fn show_import(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let incoming = app.jobs.imports.find(key_of(&id)?)?;
    let locale = visitor.locale;
    let page = |title: &str, body: Markup| {
        let title = locale.text(title);
        let body = html! { (layout::heading(&title, html! {})) (body) };
        plain_page(&visitor, StatusCode::OK, &title, None, body)
    };
    Ok(match incoming.stage() {
        Stage::Waiting => {
            let names = blocking(move || Ok(app.store.businesses()?)).await?;
            let names: Vec<String> = names.into_iter().map(|entry| entry.name).collect();
            page(
                "import-preview-title",
                preview(locale, incoming.id, &incoming.plan, &names),
            )
        }
        Stage::Importing => page("import-progress-title", working(locale, &incoming)),
        _ if asked.by_script() => {
            Redirect::to(&format!("/imports/{}", incoming.id)).into_response()
        }
        Stage::Done(result) => page(
            "import-done-title",
            done_body(locale, &incoming.plan, &result),
        ),
        Stage::Failed(error) => upload_page(&visitor, Some(&error)),
    })
}

fn working(locale: Locale, incoming: &Incoming) -> Markup {
    let (phase, part) = incoming.watch.now();
    let label = match phase {
        Phase::Importing => {
            let count = Argument::Count(incoming.watch.done());
            locale.text_with("import-progress-importing", &[("count", count)])
        }
        Phase::Verifying => locale.text("import-progress-proving"),
        Phase::Reading | Phase::Compressing => locale.text("import-progress-checking"),
    };
    let here = format!("/imports/{}", incoming.id);
    html! {
        (reload_without_scripts())
        p { (user_text(&incoming.plan.file_name)) }
        (progress(locale, &format!("{here}?{POLL}=1"), &label, part))
        (forms::button_form(&format!("{here}/cancellation"), &locale.text("button-stop"), &[]))
    }
}

/// What the preview's form sends.
#[derive(Deserialize)]
pub(super) struct Confirmed {
    #[serde(default)]
    name: String,
}

/// Imports the file; leads to the business, or to the page of progress when it takes long.
pub(super) async fn confirm_import(
    State(app): State<Shared>,
    Path(id): Path<String>,
    Form(confirmed): Form<Confirmed>,
) -> Result<Response, PageError> {
    let incoming = app.jobs.imports.find(key_of(&id)?)?;
    let page = format!("/imports/{}", incoming.id);
    // Pressed twice: the first press imports, the second only looks.
    let Some(checked) = incoming.take() else {
        return Ok(Redirect::to(&page).into_response());
    };
    let working = incoming.clone();
    let handle = tokio::task::spawn_blocking(move || {
        let guard = Guard(&working);
        let stage = match run(&app, &checked, &confirmed.name, &working) {
            Ok(result) => Stage::Done(result),
            Err(error) => Stage::Failed(error),
        };
        guard.0.set(stage);
    });
    // Whether the time was enough does not matter: the stage tells.
    let _ = tokio::time::timeout(PATIENCE, handle).await;
    match incoming.stage() {
        Stage::Done(result) => {
            let business = format!("/businesses/{}?imported={}", result.key, incoming.id);
            Ok(Redirect::to(&business).into_response())
        }
        _ => Ok(Redirect::to(&page).into_response()),
    }
}

fn run(
    app: &App,
    checked: &CheckedFile,
    name: &str,
    incoming: &Arc<Incoming>,
) -> Result<ImportResult, PageError> {
    let zone = time_zone_of(checked.plan(), &app.time_zone);
    let name = name.trim();
    let request = ImportRequest {
        key: random_key()?,
        name: (!name.is_empty()).then_some(name),
        time_zone: zone,
        installation: app.installation,
        stamp: &stamp(app, zone)?,
    };
    Ok(import(
        app.store.as_ref(),
        checked,
        &request,
        &incoming.watch,
    )?)
}

/// Ends an import, whatever happens: a page must never say "importing" for ever.
struct Guard<'a>(&'a Incoming);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if matches!(self.0.stage(), Stage::Importing) {
            self.0.set(Stage::Failed(PageError::internal()));
        }
    }
}

/// Stops an import, or lets go of a file that is not wanted.
pub(super) async fn cancel_import(
    State(app): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let incoming = app.jobs.imports.find(key_of(&id)?)?;
    incoming.watch.stop();
    if !matches!(incoming.stage(), Stage::Importing) {
        app.jobs.imports.forget(incoming.id);
    }
    Ok(Redirect::to("/").into_response())
}
