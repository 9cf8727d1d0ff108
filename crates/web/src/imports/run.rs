//! Deciding about a checked file: import it or not; and the page that follows it.

use super::comparison::{Choosable, choosable};
use super::done::done_body;
use super::job::{Compared, Finished, Incoming, Replaced, Stage};
use super::preview::{lacks_log, preview};
use super::upload::upload_page;
use crate::access::telling::tell;
use crate::blocking::blocking;
use crate::businesses::time_zone_of;
use crate::long_work::{Asked, PATIENCE, POLL, reload_without_scripts, stop_button};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::stamp::{random_key, stamp};
use crate::{App, PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{ImportRequest, Phase, ReplaceRequest, import};
use books::Key;
use maud::{Markup, html};
use pages::tables::progress;
use pages::{Argument, Locale, layout, user_text};
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::Arc;
use users::EventKind;

/// The business that the preview is to compare with: a key, or nothing for none.
#[derive(Deserialize)]
pub(super) struct With {
    with: Option<String>,
}

/// The preview, the progress or the end of one import.
pub(super) async fn show_import(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    Query(with): Query<With>,
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
            let before = before(&app, &incoming, with.with.as_deref()).await?;
            if asked.by_script() && !before.is_comparing() {
                let chosen = before.chosen.map(|key| format!("?with={key}"));
                let here = format!("/imports/{}{}", incoming.id, chosen.unwrap_or_default());
                return Ok(Redirect::to(&here).into_response());
            }
            page(
                "import-preview-title",
                preview(locale, &app, &incoming, &before),
            )
        }
        Stage::Importing => page("import-progress-title", working(locale, &incoming)),
        _ if asked.by_script() => {
            Redirect::to(&format!("/imports/{}", incoming.id)).into_response()
        }
        Stage::Done(done) => page(
            "import-done-title",
            done_body(locale, &incoming.plan, &done),
        ),
        Stage::Failed(error) => upload_page(&visitor, Some(&error)),
    })
}

/// What the preview holds the file against.
pub(super) struct Before {
    /// The businesses that are here.
    pub(super) all: Vec<Choosable>,
    /// The one that is compared with.
    pub(super) chosen: Option<Key>,
    pub(super) compared: Option<Compared>,
}

impl Before {
    fn is_comparing(&self) -> bool {
        matches!(self.compared, Some(Compared::Working))
    }

    /// The name of the chosen business.
    pub(super) fn name(&self) -> Option<&str> {
        let chosen = self.chosen?;
        let mut all = self.all.iter();
        all.find(|business| business.key == chosen)
            .map(|business| business.name.as_str())
    }
}

/// Looks for the business, compares, and waits a moment for the answer.
async fn before(
    app: &Shared,
    incoming: &Arc<Incoming>,
    with: Option<&str>,
) -> Result<Before, PageError> {
    let with = with.map(|key| key.parse::<Key>().ok());
    let (shared, looking) = (app.clone(), incoming.clone());
    let (all, moment) = blocking(move || {
        let store = shared.store.as_ref();
        let entries = store.businesses()?.into_iter();
        let here = entries
            .filter(|entry| entry.fault.is_none())
            .map(|entry| (entry.key, entry.name))
            .collect();
        let all = choosable(looking.candidates(store)?, here);
        let likeliest = all.first().filter(|first| first.by.is_some());
        // Who chose none is compared with none; who chose nothing yet, with the likeliest.
        let chosen = with.unwrap_or_else(|| likeliest.map(|business| business.key));
        let chosen = chosen.filter(|key| all.iter().any(|business| business.key == *key));
        let moment = match chosen {
            Some(key) => Some((key, store.open(key)?.read()?.history_head()?.sequence)),
            None => None,
        };
        Ok((all, moment))
    })
    .await?;
    let mut compared = None;
    if let Some(moment) = moment {
        if incoming.compared(moment).1 {
            let (shared, working) = (app.clone(), incoming.clone());
            let work = tokio::task::spawn_blocking(move || {
                working.compare(shared.store.as_ref(), moment);
            });
            // Whether the time was enough does not matter: the state tells.
            let _ = tokio::time::timeout(PATIENCE, work).await;
        }
        compared = Some(incoming.compared(moment).0);
    }
    Ok(Before {
        all,
        chosen: moment.map(|(key, _)| key),
        compared,
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
        Phase::Storing | Phase::Fetching | Phase::Waiting | Phase::Posting => {
            locale.text(&format!("progress-{}", phase.code()))
        }
    };
    let here = format!("/imports/{}", incoming.id);
    html! {
        (reload_without_scripts())
        p { (user_text(&incoming.plan.file_name)) }
        (progress(locale, &format!("{here}?{POLL}=1"), &label, part))
        (stop_button(locale, &here))
    }
}

/// What the preview's forms send.
#[derive(Deserialize, Default)]
pub(super) struct Confirmed {
    #[serde(default)]
    name: String,
    /// The business in whose place it comes; empty for none.
    #[serde(default)]
    replace: String,
    /// Where the backup of that business lies; empty for the usual folder.
    #[serde(default)]
    safety_folder: String,
    /// The last entries may be missing, and the person knows.
    #[serde(default)]
    without_log: String,
}

impl Confirmed {
    /// The business in whose place the file comes, and where its backup goes.
    fn place(&self, app: &App) -> Result<Option<(Key, PathBuf)>, PageError> {
        if self.replace.is_empty() {
            return Ok(None);
        }
        if !app.imports.may_replace {
            return Err(PageError::bad_request());
        }
        let old = key_of(&self.replace)?;
        let typed = self.safety_folder.trim();
        let folder = if typed.is_empty() {
            app.imports.safety_folder.clone()
        } else {
            PathBuf::from(typed)
        };
        if !folder.is_absolute() || folder.is_file() {
            let error = PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "safety-folder");
            return Err(error.with("folder", typed));
        }
        Ok(Some((old, folder)))
    }
}

/// Imports the file; leads to the business, or to the page of progress when it takes long.
pub(super) async fn confirm_import(
    State(app): State<Shared>,
    Path(id): Path<String>,
    Form(confirmed): Form<Confirmed>,
) -> Result<Response, PageError> {
    let incoming = app.jobs.imports.find(key_of(&id)?)?;
    let page = format!("/imports/{}", incoming.id);
    let place = confirmed.place(&app)?;
    if lacks_log(&incoming.plan) && confirmed.without_log.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Err(PageError::new(status, "log-not-accepted"));
    }
    // Pressed twice: the first press imports, the second only looks.
    if !incoming.begin() {
        return Ok(Redirect::to(&page).into_response());
    }
    let working = incoming.clone();
    let handle = crate::access::current::spawn(move || {
        let guard = Guard(&working);
        let stage = match run(&app, &confirmed.name, place, &working) {
            Ok(done) => Stage::Done(done),
            Err(error) => Stage::Failed(error),
        };
        guard.0.set(stage);
    });
    // Whether the time was enough does not matter: the stage tells.
    let _ = tokio::time::timeout(PATIENCE, handle).await;
    match incoming.stage() {
        Stage::Done(done) => {
            let business = addresses::business(done.result.key);
            let next = format!("{business}?imported={}", incoming.id);
            Ok(Redirect::to(&next).into_response())
        }
        _ => Ok(Redirect::to(&page).into_response()),
    }
}

fn run(
    app: &App,
    name: &str,
    place: Option<(Key, PathBuf)>,
    incoming: &Arc<Incoming>,
) -> Result<Finished, PageError> {
    let checked = incoming.take().ok_or_else(PageError::internal)?;
    let zone = time_zone_of(checked.plan(), &app.time_zone);
    let name = name.trim();
    let stamp = stamp(app, zone)?;
    let request = ImportRequest {
        key: random_key()?,
        name: (!name.is_empty()).then_some(name),
        time_zone: zone,
        installation: app.installation,
        stamp: &stamp,
    };
    let (store, watch) = (app.store.as_ref(), &incoming.watch);
    let Some((old, safety_folder)) = place else {
        let result = import(store, &checked, &request, watch)?;
        tell(app, EventKind::BusinessImported, Some(result.key), "new")?;
        return Ok(Finished {
            result,
            replaced: None,
        });
    };
    let _coming = app.imports.coming_in(request.key);
    let request = ReplaceRequest {
        import: request,
        old,
        safety_folder: &safety_folder,
        notes: &app.imports.notes,
        follow: &|from, to| follow(app, from, to),
    };
    let done = backup::replace(store, &checked, &request, watch)?;
    if let Some(error) = &done.still_here {
        tracing::warn!(code = error.code(), business = %old, "a replaced business did not go");
    }
    let about = Some(done.import.key);
    tell(app, EventKind::BusinessImported, about, "in-place")?;
    Ok(Finished {
        result: done.import,
        replaced: Some(Replaced {
            name: done.old_name,
            safety_file: done.safety.path.display().to_string(),
            is_still_here: done.still_here.is_some(),
            keeps_answer: done.keeps_answer,
        }),
    })
}

/// Lets schedules and the rule of one business be those of another (SPEC-import.md, 2.8). That they
/// could not is told in the log, and when the list of backups cannot be read, by every page that
/// shows it.
pub fn follow(app: &App, from: Key, to: Key) {
    if let Err(error) = app.keeping.follow(from, to) {
        tracing::error!(code = error.code(), business = %to, "its schedules did not follow it");
    }
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
