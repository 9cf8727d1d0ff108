//! The page of a file that is worked on: how far it has come, where it is stopped, and what it led
//! to.

use super::{Looking, Task, page_of};
use crate::locked::Aim;
use crate::long_work::{Asked, POLL, reload_without_scripts, stop_button};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::{App, PageError, Shared, locked, rescues};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use backup::Phase;
use maud::html;
use pages::tables::progress;
use pages::{Argument, Locale, layout, user_text};

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/looking/{id}", get(show_looking))
        .route("/looking/{id}/cancellation", post(stop_looking))
}

/// `GET /looking/{id}`: how far it has come; then on to what it led to.
async fn show_looking(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let looking = app.jobs.looking.find(key_of(&id)?)?;
    let here = page_of(looking.id);
    Ok(match looking.outcome() {
        None => working(&visitor, &looking, &here),
        Some(_) if asked.by_script() => Redirect::to(&here).into_response(),
        Some(Ok(next)) => Redirect::to(&next).into_response(),
        Some(Err(error)) => refused(&app, &visitor, looking.task, &error),
    })
}

fn working(visitor: &Visitor, looking: &Looking, here: &str) -> Response {
    let locale = visitor.locale;
    let title = locale.text(match looking.task {
        Task::Rescue(_) => "looking-title-rescue",
        Task::Look(_) | Task::Unlock(..) => "looking-title",
    });
    let (_, part) = looking.watch.now();
    let label = label(locale, looking);
    let body = html! {
        (layout::heading(&title, html! {}))
        (reload_without_scripts())
        p { (user_text(&looking.file_name)) }
        (progress(locale, &format!("{here}?{POLL}=1"), &label, part))
        (stop_button(locale, here))
    };
    plain_page(visitor, StatusCode::OK, &title, None, body)
}

/// What is being done now.
fn label(locale: Locale, looking: &Looking) -> String {
    let is_verified = matches!(
        looking.task,
        Task::Look(Aim::Verify) | Task::Unlock(Aim::Verify, _)
    );
    match looking.watch.now().0 {
        Phase::Importing => {
            let count = Argument::Count(looking.watch.done());
            locale.text_with("import-progress-importing", &[("count", count)])
        }
        Phase::Posting => locale.text("progress-posting"),
        Phase::Verifying if !is_verified => locale.text("import-progress-proving"),
        _ if looking.watch.done() > 0 => {
            let count = Argument::Count(looking.watch.done());
            locale.text_with("looking-checking-rows", &[("count", count)])
        }
        _ => locale.text("import-progress-checking"),
    }
}

/// Why it was refused, on the page where whoever waits for it would have been told at once.
fn refused(app: &App, visitor: &Visitor, task: Task, error: &PageError) -> Response {
    let (aim, told) = match task {
        Task::Look(aim) => return aim.refused(app, visitor, error),
        Task::Unlock(aim, id) => (aim, locked::refused_page(app, visitor, id, error)),
        Task::Rescue(id) => return rescues::refused_page(app, visitor, id, error),
    };
    told.unwrap_or_else(|| aim.refused(app, visitor, error))
}

/// `POST /looking/{id}/cancellation`. A rescue that was done before it could be stopped is there,
/// and one is led to it.
async fn stop_looking(
    State(app): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let looking = app.jobs.looking.find(key_of(&id)?)?;
    looking.stop(&app);
    let next = match (looking.task, looking.outcome()) {
        (Task::Rescue(_), Some(Ok(business))) => business,
        (task, _) => task.way_back(&app),
    };
    Ok(Redirect::to(&next).into_response())
}
