//! Verifying any backup file on a page: what `tijori verify` says, in words
//! (docs/SPEC-backup.md, 7.3).

mod page;

use crate::backups::finished_file;
use crate::imports::{self, SentForm, sent_file};
use crate::locked::{Aim, Arrived, arrive};
use crate::looking::look;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::stamp::random_key;
use crate::{App, PageError, Shared, uploads};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use backup::{BackupError, Damage, Opening, Verification, find_damage_with, verify_with};
use books::Key;
use std::sync::{Arc, Mutex, PoisonError};

/// How many results are kept to be looked at again.
const KEPT_COUNT_MAX: usize = 20;

/// What became of one file.
pub(crate) struct Verified {
    id: Key,
    file_name: String,
    /// What was found in it, or why nothing could be.
    answer: Result<Verification, PageError>,
    /// Which blocks of it are damaged, where that can be found out.
    damage: Option<Damage>,
    /// Why it would be refused, with the number under which it waits for whoever wants to rescue
    /// what is whole in it; none where there is nothing to rescue.
    refused: Option<PageError>,
}

/// The results of this run of the program.
#[derive(Default)]
pub(crate) struct Verifications(Mutex<Vec<Arc<Verified>>>);

impl Verifications {
    fn add(&self, verified: Verified) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT_COUNT_MAX {
            all.remove(0);
        }
        all.push(Arc::new(verified));
    }

    fn find(&self, id: Key) -> Result<Arc<Verified>, PageError> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.iter().find(|verified| verified.id == id).cloned();
        found.ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "verification-not-found"))
    }
}

pub(crate) fn routes() -> Router<Shared> {
    let upload = post(verify_upload).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/verifications/new", get(new_verification))
        .route("/verifications", upload.get(new_verification))
        .route("/verifications/{id}", get(show_verification))
        .route(
            "/verifications/backups/{business}/{id}",
            post(verify_backup),
        )
}

async fn new_verification(State(app): State<Shared>, visitor: Visitor) -> Response {
    let unfinished = uploads::unfinished(&app, visitor.locale, Aim::Verify).await;
    page::choosing(&visitor, None, &unfinished)
}

/// `POST /verifications`: a file that is sent.
async fn verify_upload(State(app): State<Shared>, visitor: Visitor, sent: SentForm) -> Response {
    let reached = async {
        let arrived = sent_file(&app, sent).await?;
        look(&app, arrived.wanted(Aim::Verify)?, move |app| {
            arrive(app, arrived, None, Aim::Verify)
        })
        .await
    };
    match reached.await {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => refused_page(&visitor, &error),
    }
}

/// The page that says why a file could not be taken.
pub(crate) fn refused_page(visitor: &Visitor, error: &PageError) -> Response {
    page::choosing(visitor, Some(error), &maud::html! {})
}

/// `POST /verifications/backups/{business}/{id}`: a finished backup that waits for its download.
async fn verify_backup(
    State(app): State<Shared>,
    Path((business, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (path, name, held) = finished_file(&app, key_of(&business)?, key_of(&id)?)?;
    let arrived = Arrived::held(path, name, held);
    let next = look(&app, arrived.wanted(Aim::Verify)?, move |app| {
        arrive(app, arrived, None, Aim::Verify)
    });
    Ok(Redirect::to(&next.await?).into_response())
}

/// `GET /verifications/{id}`: the result.
async fn show_verification(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let verified = app.jobs.verifications.find(key_of(&id)?)?;
    let refused = verified.refused.as_ref();
    let waiting = refused.and_then(|refused| app.jobs.rescues.told_by(refused));
    Ok(page::result(&visitor, &verified, waiting.as_deref()))
}

/// Whether a refusal says something about the file: a missing passphrase, a full disk and a person
/// who stopped it do not.
fn tells_of_the_file(error: &PageError) -> bool {
    let is_ours = error.status.is_server_error();
    let codes = ["needs-passphrase", "wrong-passphrase", "cancelled"];
    !is_ours && !codes.contains(&error.code)
}

/// Looks through a file that is damaged or altered for what is whole in it, so that the page of
/// the result leads to it; nothing where it is none of the two, or nothing comes out.
fn rescuable(
    app: &App,
    file: &Arrived,
    opening: &Opening<'_>,
    answer: &Result<Verification, BackupError>,
) -> Option<PageError> {
    let error = match answer {
        Err(error) => error,
        Ok(verification) => verification.faults.first()?,
    };
    let code = error.code();
    if !backup::is_rescuable(error) {
        return None;
    }
    let refused = PageError::new(StatusCode::UNPROCESSABLE_ENTITY, code);
    let arguments = error.arguments().into_iter();
    let refused = arguments.fold(refused, |refused, (name, value)| refused.with(name, value));
    Some(imports::rescuable(app, file, opening, refused))
}

/// Verifies a file and keeps what came of it; the address of its page.
///
/// # Errors
/// When a passphrase is missing or wrong, it was stopped, or this computer could not do it. A file
/// that is no good is no error: its page says so.
pub(crate) fn verified(
    app: &App,
    file: &Arrived,
    opening: &Opening<'_>,
) -> Result<String, PageError> {
    let answer = verify_with(&file.path, &file.name, opening, &*file.watch);
    let refused = rescuable(app, file, opening, &answer);
    let answer = answer.map_err(PageError::from);
    if let Err(error) = &answer
        && !tells_of_the_file(error)
    {
        return Err(error.clone());
    }
    let is_altered = answer
        .as_ref()
        .is_err_and(|error| matches!(error.code, "altered" | "encryption-damaged"));
    let damage = match is_altered {
        // What cannot be found out is not told; the refusal stands without it.
        true => find_damage_with(&file.path, opening).unwrap_or_default(),
        false => None,
    };
    let id = random_key()?;
    app.jobs.verifications.add(Verified {
        id,
        file_name: file.name.clone(),
        answer,
        damage,
        refused,
    });
    Ok(format!("/verifications/{id}"))
}
