//! What is done with kept backups at the press of a button. What may take long becomes a job.

use super::job::{Work, begin};
use super::words::{address, day_address};
use crate::access::telling::tell;
use crate::backups::Answers;
use crate::blocking::blocking;
use crate::locked::Aim;
use crate::page_error::key_of;
use crate::{App, PageError, Shared};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use backup::{Passphrase, catalog_key};
use books::Key;
use catalog::{BackupEntry, Contents};
use users::EventKind;

/// The key of an entry in an address, when the entry is of the business in that address: whoever
/// may see one business gets nothing of another.
pub(super) fn entry_of(app: &App, business: Key, entry: &str) -> Result<BackupEntry, PageError> {
    let key: catalog::Key = entry.parse().map_err(|_| PageError::not_found())?;
    let found = app.keeping.catalog()?.entry(key)?;
    let found = found.filter(|entry| entry.business == catalog_key(business));
    found.ok_or_else(PageError::not_found)
}

/// The same on a thread that may wait.
async fn entry_key(
    app: &Shared,
    (business, entry): (String, String),
) -> Result<(Key, BackupEntry), PageError> {
    let business = key_of(&business)?;
    let app = app.clone();
    blocking(move || Ok((business, entry_of(&app, business, &entry)?))).await
}

/// `POST …/keeping`: a backup into the places that were ticked.
pub(super) async fn begin_run(
    State(app): State<Shared>,
    Path(key): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let has = |wanted: &str| pairs.iter().any(|(name, _)| name == wanted);
    let places = pairs
        .iter()
        .filter(|(name, _)| name == "place")
        .map(|(_, value)| value.parse().map_err(|_| PageError::bad_request()))
        .collect::<Result<Vec<catalog::Key>, PageError>>()?;
    if places.is_empty() {
        return Err(PageError::new(
            axum::http::StatusCode::UNPROCESSABLE_ENTITY,
            "keeping-no-places",
        ));
    }
    let contents = Contents {
        attachments: has("attachments"),
        emails: has("emails"),
        history: has("history"),
    };
    let field = |wanted: &str| {
        let mut found = pairs.iter().filter(|(name, _)| name == wanted);
        Passphrase::new(found.next().map_or("", |(_, value)| value.as_str()))
    };
    let answers = Answers {
        protect: String::new(),
        passphrase: field("passphrase"),
        again: field("passphrase_again"),
    };
    let protection = answers.protection(&[])?;
    let passphrase = protection.map(|it| it.encryption.passphrase().clone());
    begin(&app, key, Work::Run(places, contents, passphrase)).await
}

/// `POST …/rehearsals`: brings the newest backup back for a test.
pub(super) async fn rehearse_newest(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    begin(&app, key_of(&key)?, Work::Rehearse(None, None)).await
}

/// `POST …/entries/{entry}/rehearsal`.
pub(super) async fn rehearse(
    State(app): State<Shared>,
    Path(path): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, entry) = entry_key(&app, path).await?;
    begin(&app, business, Work::Rehearse(Some(entry.key), None)).await
}

/// `POST …/entries/{entry}/verification`.
pub(super) async fn verify(
    State(app): State<Shared>,
    Path(path): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, entry) = entry_key(&app, path).await?;
    begin(&app, business, Work::Verify(entry.key, None)).await
}

/// `POST …/entries/{entry}/import`: fetches the file and leads to its preview.
pub(super) async fn begin_import(
    State(app): State<Shared>,
    Path(path): Path<(String, String)>,
) -> Result<Response, PageError> {
    fetch(&app, path, Aim::Import).await
}

/// `POST …/entries/{entry}/look`: fetches the file and opens it to be looked into.
pub(super) async fn look_inside(
    State(app): State<Shared>,
    Path(path): Path<(String, String)>,
) -> Result<Response, PageError> {
    fetch(&app, path, Aim::Look).await
}

/// Importing and opening files is for administrators, as it is with files that are uploaded.
async fn fetch(app: &Shared, path: (String, String), aim: Aim) -> Result<Response, PageError> {
    if !crate::access::current::governs() {
        return Err(PageError::not_found());
    }
    let (business, entry) = entry_key(app, path).await?;
    begin(app, business, Work::Fetch(entry.key, aim)).await
}

/// `POST …/entries/{entry}/removal`: to the Trash of its place.
pub(super) async fn move_to_trash(
    State(app): State<Shared>,
    Path((business, entry)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let entry = entry_of(&app, business, &entry)?;
        let entry = app.keeping.move_to_trash(entry.key)?;
        tell(&app, EventKind::BackupDeleted, Some(business), "to-trash")?;
        Ok(back_to_day(&entry, "trashed"))
    })
    .await
}

/// `POST …/entries/{entry}/restoration`: out of the Trash of its place.
pub(super) async fn bring_back(
    State(app): State<Shared>,
    Path((business, entry)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let entry = entry_of(&app, business, &entry)?;
        let entry = app.keeping.bring_back(entry.key)?;
        Ok(back_to_day(&entry, "brought-back"))
    })
    .await
}

fn back_to_day(entry: &BackupEntry, done: &str) -> Response {
    let day = day_address(entry.business, entry.made_at, &entry.zone);
    Redirect::to(&format!("{day}&done={done}#day")).into_response()
}

/// `POST …/cancellation`: stops what goes on for this business, whoever asked for it.
pub(super) async fn stop_ongoing(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let is_ours = |ongoing: backup::Ongoing| ongoing.business == catalog_key(key);
    if app.keeping.ongoing().is_some_and(is_ours) {
        app.keeping.cancel();
    }
    Ok(Redirect::to(&address(key, "?done=stopped")).into_response())
}

/// `POST …/retention/now`: lets go what no rule keeps.
pub(super) async fn retire_now(
    State(app): State<Shared>,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    begin(&app, key_of(&key)?, Work::Retire).await
}
