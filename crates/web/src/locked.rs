//! Files that wait for their passphrase: sent once, asked about as often as it takes
//! (docs/SPEC-backup.md, 11.12).
//!
//! Import, Look and Verify all begin with [`arrive`]. A file that is encrypted waits here, in its
//! temporary file, and the person is asked for the passphrase on a page of its own. The passphrase
//! is in the form that is sent and nowhere else: not in an address, not in a log, not kept.

use crate::backups::section_name;
use crate::long_work::Watch;
use crate::looking::{Task, Wanted, look};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::rescues::{Waiting, offer};
use crate::shell::plain_page;
use crate::stamp::random_key;
use crate::{App, PageError, Shared, imports, opened, verifications};
use axum::Form;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use backup::{Opening, Passphrase, Summary};
use books::Key;
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::tables::{facts, moment, panel};
use pages::{Argument, Locale, layout, user_text};
use serde::Deserialize;
use std::any::Any;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How many files wait at once; each lies on the disk.
const WAITING_COUNT_MAX: usize = 6;
/// How long a file waits.
const AGE_MAX: Duration = Duration::from_secs(3600);

/// What is to be done with a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Aim {
    /// Show what is in it before it is imported.
    #[default]
    Import,
    /// Look around in it.
    Look,
    /// Prove it whole.
    Verify,
}

/// A file that is here.
pub(crate) struct Arrived {
    /// Where it lies.
    pub path: PathBuf,
    /// The name people know it by.
    pub name: String,
    /// The summary that was sent with it.
    pub summary: Option<Summary>,
    /// Told how far looking through it has come, and stops it.
    pub watch: Arc<Watch>,
    /// Holds it there.
    pub _keeps: Box<dyn Any + Send>,
}

impl Arrived {
    /// One that lies here already, as long as `keeps` is held.
    pub fn held(path: PathBuf, name: String, keeps: impl Send + 'static) -> Self {
        Self {
            path,
            name,
            summary: None,
            watch: Arc::default(),
            _keeps: Box::new(keeps),
        }
    }

    /// What is wanted with it, for whoever looks through it.
    ///
    /// # Errors
    /// When the system has no random bytes.
    pub fn wanted(&self, aim: Aim) -> Result<Wanted, PageError> {
        Wanted::new(Task::Look(aim), &self.name, self.watch.clone())
    }
}

impl Aim {
    /// Where such files are chosen.
    pub(crate) fn choosing(self) -> &'static str {
        match self {
            Self::Import => "/imports/new",
            Self::Look => "/opened/new",
            Self::Verify => "/verifications/new",
        }
    }

    /// How it is written in addresses and forms, as it is read from them.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Look => "look",
            Self::Verify => "verify",
        }
    }

    /// The page on which such files are chosen, with why this one was refused.
    pub(crate) fn refused(self, app: &App, visitor: &Visitor, error: &PageError) -> Response {
        match self {
            Self::Import => imports::refused_page(app, visitor, error),
            Self::Look => opened::refused_page(app, visitor, error),
            Self::Verify => verifications::refused_page(visitor, error),
        }
    }

    /// Does it, on a blocking thread; where its page is.
    fn reach(self, app: &App, file: &Arrived, opening: &Opening<'_>) -> Result<String, PageError> {
        match self {
            Self::Import => imports::checked(app, file, opening),
            Self::Look => opened::look_into(app, file, opening),
            Self::Verify => verifications::verified(app, file, opening),
        }
    }
}

/// Does what is wanted with a file that just arrived, with the log that lay beside it where there
/// is one. Call on a blocking thread. The address of the page that follows: that of the aim, or
/// the one that asks for the passphrase.
///
/// # Errors
/// When the file is refused for another reason.
pub(crate) fn arrive(
    app: &App,
    file: Arrived,
    log: Option<&std::path::Path>,
    aim: Aim,
) -> Result<String, PageError> {
    let opening = Opening::in_scratch(app.store.scratch()).with_log(log);
    arrived(app, file, &opening, aim)
}

/// The same with a passphrase, where there is one.
///
/// # Errors
/// As [`arrive`].
pub(crate) fn arrive_with(
    app: &App,
    file: Arrived,
    passphrase: Option<&Passphrase>,
    aim: Aim,
) -> Result<String, PageError> {
    let opening = Opening::in_scratch(app.store.scratch()).with_passphrase(passphrase);
    arrived(app, file, &opening, aim)
}

fn arrived(
    app: &App,
    mut file: Arrived,
    opening: &Opening<'_>,
    aim: Aim,
) -> Result<String, PageError> {
    let opening = opening.clone().within(&app.imports.limits);
    match aim.reach(app, &file, &opening) {
        Err(error) if error.code == "needs-passphrase" => {
            if let Some(summary) = &file.summary
                && !summary.is_about(&file.path)?
            {
                file.summary = None;
            }
            let id = random_key()?;
            app.jobs.locked.add(id, file, aim);
            Ok(format!("/locked/{id}"))
        }
        reached => reached,
    }
}

/// One file that waits.
struct Locked {
    id: Key,
    aim: Aim,
    /// One passphrase is tried at a time.
    file: Mutex<Arrived>,
    name: String,
    /// What is told of it, and proved by nothing.
    summary: Option<Summary>,
    since: Instant,
}

/// All files that wait, in this run of the program.
#[derive(Default)]
pub(crate) struct LockedFiles(Mutex<Vec<Arc<Locked>>>);

impl LockedFiles {
    fn all(&self) -> MutexGuard<'_, Vec<Arc<Locked>>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|file| file.since.elapsed() < AGE_MAX);
        all
    }

    fn add(&self, id: Key, file: Arrived, aim: Aim) {
        let mut all = self.all();
        if all.len() >= WAITING_COUNT_MAX {
            all.remove(0);
        }
        all.push(Arc::new(Locked {
            id,
            aim,
            name: file.name.clone(),
            summary: file.summary.clone(),
            file: Mutex::new(file),
            since: Instant::now(),
        }));
    }

    fn find(&self, id: Key) -> Result<Arc<Locked>, PageError> {
        let found = self.all().iter().find(|file| file.id == id).cloned();
        found.ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "locked-not-found"))
    }

    /// Whether this file still waits.
    pub(crate) fn is_here(&self, id: Key) -> bool {
        self.find(id).is_ok()
    }

    /// Lets go of a file.
    pub(crate) fn forget(&self, id: Key) {
        self.all().retain(|file| file.id != id);
    }
}

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/locked/{id}", get(show_locked).post(unlock))
        .route("/locked/{id}/cancellation", post(let_go))
}

/// `GET /locked/{id}`: asks for the passphrase.
async fn show_locked(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let locked = app.jobs.locked.find(key_of(&id)?)?;
    Ok(page(&visitor, &locked, None))
}

fn page(visitor: &Visitor, locked: &Locked, refused: Option<&PageError>) -> Response {
    page_with(visitor, locked, refused, None)
}

/// The same with the offer to rescue what is whole in a file that was opened and is damaged.
fn page_with(
    visitor: &Visitor,
    locked: &Locked,
    refused: Option<&PageError>,
    waiting: Option<&Waiting>,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("locked-title");
    let error = refused.map(|error| error.sentence(locale));
    let here = format!("/locked/{}", locked.id);
    let body = html! {
        (layout::heading(&title, html! {}))
        p { (user_text(&locked.name)) }
        @if let Some(waiting) = waiting { (offer(locale, waiting)) }
        @if let Some(summary) = &locked.summary { (told(locale, summary)) }
        p { (locale.text("locked-explanation")) }
        (forms::form(&here, false, html! {
            (forms::password(&Field {
                name: "passphrase",
                label: &locale.text("protect-passphrase"),
                error: error.as_deref(),
                required: true,
                autofocus: true,
                ..Field::default()
            }))
            div .form-buttons {
                button .button .primary type="submit" { (locale.text("locked-open")) }
                button .button type="submit" formaction={ (here) "/cancellation" } formnovalidate {
                    (locale.text("locked-other"))
                }
            }
        }))
    };
    let status = refused.map_or(StatusCode::OK, |error| error.status);
    plain_page(visitor, status, &title, None, body)
}

/// What the summary says, and that nobody proved it.
fn told(locale: Locale, summary: &Summary) -> Markup {
    let count = |key: &str, count: u64| locale.text_with(key, &[("count", Argument::Count(count))]);
    let contents = [
        count("list-count", summary.records_count),
        count("import-done-attachments", summary.attachments_count),
        count("import-done-emails", summary.emails_count),
        count("import-done-history", summary.history_count),
    ];
    let left_out: Vec<String> = summary
        .left_out
        .iter()
        .map(|section| section_name(locale, *section))
        .collect();
    let mut rows = vec![
        (
            locale.text("businesses-column-name"),
            user_text(&summary.business_name),
        ),
        (
            locale.text("command-made"),
            html! { (moment(locale, summary.made_at, "UTC")) ", " (user_text(&summary.made_by)) },
        ),
        (
            locale.text("backup-column-contents"),
            html! { (contents.join(" · ")) },
        ),
    ];
    if !left_out.is_empty() {
        rows.push((
            locale.text("backup-summary-left-out"),
            html! { (left_out.join(", ")) },
        ));
    }
    let warning = locale.text("backup-summary-not-proved");
    let body = html! { (facts(&rows)) p { strong { (warning) } } };
    panel(&locale.text("backup-summary-title"), body)
}

/// What the form sends.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    passphrase: String,
}

/// `POST /locked/{id}`: tries a passphrase.
async fn unlock(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let locked = app.jobs.locked.find(key_of(&id)?)?;
    let passphrase = Passphrase::new(typed.passphrase);
    let trying = locked.clone();
    let watch: Arc<Watch> = Arc::default();
    let task = Task::Unlock(locked.aim, locked.id);
    let wanted = Wanted::new(task, &locked.name, watch.clone())?;
    let reached = look(&app, wanted, move |app| {
        let mut file = trying.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.watch = watch;
        let opening = Opening::in_scratch(app.store.scratch())
            .with_passphrase(Some(&passphrase))
            .within(&app.imports.limits);
        trying.aim.reach(app, &file, &opening)
    });
    match reached.await {
        Ok(next) => Ok(Redirect::to(&next).into_response()),
        Err(error) => {
            tracing::info!(code = error.code, "a file stays locked");
            Ok(refused(&app, &visitor, &locked, &error))
        }
    }
}

/// The page that asks again, with what came of the last passphrase.
fn refused(app: &App, visitor: &Visitor, locked: &Locked, error: &PageError) -> Response {
    let waiting = app.jobs.rescues.told_by(error);
    page_with(visitor, locked, Some(error), waiting.as_deref())
}

/// The same for a file that may wait no longer.
pub(crate) fn refused_page(
    app: &App,
    visitor: &Visitor,
    id: Key,
    error: &PageError,
) -> Option<Response> {
    let locked = app.jobs.locked.find(id).ok()?;
    Some(refused(app, visitor, &locked, error))
}

/// `POST /locked/{id}/cancellation`: lets go of the file.
async fn let_go(State(app): State<Shared>, Path(id): Path<String>) -> Result<Response, PageError> {
    let locked = app.jobs.locked.find(key_of(&id)?)?;
    app.jobs.locked.forget(locked.id);
    Ok(Redirect::to(locked.aim.choosing()).into_response())
}
