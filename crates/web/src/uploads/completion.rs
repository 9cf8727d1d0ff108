//! All pieces are there: they become the file, which is looked through like any that arrives.

use super::kept::Upload;
use super::protocol::{find, uploads};
use crate::blocking::blocking;
use crate::imports::{not_written, refused_page};
use crate::locked::{Aim, Arrived, arrive};
use crate::request::Visitor;
use crate::{App, PageError, Shared};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::io::{BufWriter, Write};
use tempfile::NamedTempFile;

/// `POST /uploads/{id}/completion`: leads to what is in the file, or to why it was refused.
pub(super) async fn complete(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Response {
    match completed(&app, &id).await {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => {
            tracing::info!(code = error.code, "a file that came in pieces was refused");
            refused_page(&app, &visitor, &error)
        }
    }
}

async fn completed(app: &Shared, id: &str) -> Result<String, PageError> {
    let upload = find(app, id).await?;
    if !upload.is_complete() {
        return Err(PageError::new(StatusCode::CONFLICT, "upload-incomplete"));
    }
    let app = app.clone();
    blocking(move || {
        let file = NamedTempFile::with_prefix_in("upload-", app.store.scratch());
        let mut file = file.map_err(not_written)?;
        put_together(&app, &upload, &mut file)?;
        let arrived = Arrived::held(file.path().to_owned(), upload.begun.name.clone(), file);
        arrive(&app, arrived, None, Aim::Import)
    })
    .await
}

/// Writes the pieces into the file that is looked through, and lets go of them. Until all of them
/// are there and proved to be what they were, they stay, so that it can be tried again.
fn put_together(app: &App, upload: &Upload, file: &mut NamedTempFile) -> Result<(), PageError> {
    let uploads = uploads(app)?;
    let mut out = BufWriter::new(file);
    uploads.write(upload, &mut out, &mut |_| Ok(()))?;
    out.flush().map_err(not_written)?;
    if let Err(error) = uploads.remove(upload.begun.id) {
        // They go when their time is over.
        tracing::warn!(code = error.code, "pieces of a file were left");
    }
    Ok(())
}
