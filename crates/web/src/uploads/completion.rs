//! All pieces are there: they become the file, which is looked through like any that arrives.

use super::kept::Upload;
use super::protocol::{find, uploads};
use crate::imports::not_written;
use crate::locked::{Aim, Arrived, arrive};
use crate::long_work::Watch;
use crate::looking::look;
use crate::request::Visitor;
use crate::{App, PageError, Shared};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{BackupError, Phase, Progress};
use serde::Deserialize;
use std::fs::File;
use std::io::{BufWriter, Write};
use tempfile::NamedTempFile;

/// What the file was sent for.
#[derive(Deserialize)]
pub(super) struct SentFor {
    #[serde(default)]
    pub aim: Aim,
}

/// `POST /uploads/{id}/completion`: leads to what is in the file, or to why it was refused.
pub(super) async fn complete(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(SentFor { aim }): Query<SentFor>,
) -> Response {
    match completed(&app, &id, aim).await {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => {
            tracing::info!(code = error.code, "a file that came in pieces was refused");
            aim.refused(&app, &visitor, &error)
        }
    }
}

async fn completed(app: &Shared, id: &str, aim: Aim) -> Result<String, PageError> {
    let upload = find(app, id).await?;
    if !upload.is_complete() {
        return Err(PageError::new(StatusCode::CONFLICT, "upload-incomplete"));
    }
    let file = NamedTempFile::with_prefix_in("upload-", app.store.scratch());
    let file = file.map_err(not_written)?;
    let out = file.reopen().map_err(not_written)?;
    let arrived = Arrived::held(file.path().to_owned(), upload.begun.name.clone(), file);
    look(app, arrived.wanted(aim)?, move |app| {
        put_together(app, &upload, out, &arrived.watch)?;
        arrive(app, arrived, None, aim)
    })
    .await
}

/// Writes the pieces into the file that is looked through, and lets go of them. Until all of them
/// are there and proved to be what they were, they stay, so that it can be tried again.
fn put_together(app: &App, upload: &Upload, out: File, watch: &Watch) -> Result<(), PageError> {
    let uploads = uploads(app)?;
    let mut out = BufWriter::new(out);
    let whole = upload.begun.bytes_count;
    uploads.write(upload, &mut out, &mut |done| {
        let going_on = watch.at(Phase::Reading, done, whole);
        going_on.map_err(|stopped| BackupError::from(stopped).into())
    })?;
    out.flush().map_err(not_written)?;
    if let Err(error) = uploads.remove(upload.begun.id) {
        // They go when their time is over.
        tracing::warn!(code = error.code, "pieces of a file were left");
    }
    Ok(())
}
