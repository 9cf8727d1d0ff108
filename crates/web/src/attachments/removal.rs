//! Removing an attachment: its record goes with a History entry; its bytes are laid aside.

use super::{attach, place_of};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::stamp::stamp;
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use store::StoreError;

/// `POST /businesses/{business}/attachments/{attachment}/removal`.
pub(super) async fn remove_attachment(
    State(app): State<Shared>,
    Path((business, attachment)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let key = key_of(&attachment)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        let mut owner = attach::BUSINESS;
        opened.write(&mut |work| {
            let removed = attach::remove_attachment(work, key, &stamp).map_err(not_found)?;
            owner = removed.shown_on();
            Ok(())
        })?;
        Ok(Redirect::to(&place_of(business, owner)).into_response())
    })
    .await
}

/// A record that is not there is called an attachment here.
pub(super) fn not_found(error: StoreError) -> StoreError {
    match error {
        StoreError::RecordNotFound(_) => {
            PageError::new(StatusCode::NOT_FOUND, "attachment-not-found").into()
        }
        other => other,
    }
}
