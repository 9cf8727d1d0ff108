//! What a person does with an email that is kept: send, send again, withdraw, settle a doubt,
//! delete a draft. Every act writes its entry in History with the change (SPEC-emails.md, 4).

use super::email_path;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::stamp::stamp;
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use books::Key;
use history::Stamp;
use mail::{MailError, outbox};
use serde::Deserialize;
use store::{Business, EmailState};

/// Opens the business, does the act and leads back to the email.
async fn act(
    app: Shared,
    business: String,
    email: String,
    work: impl FnOnce(&dyn Business, Key, &Stamp) -> Result<(), MailError> + Send + 'static,
) -> Result<Response, PageError> {
    let (business, email) = (key_of(&business)?, key_of(&email)?);
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        work(opened.as_ref(), email, &stamp(&app, &zone)?)?;
        app.mailroom.ring();
        Ok(Redirect::to(&email_path(business, email)).into_response())
    })
    .await
}

/// Puts a draft, a failed, a doubtful or a held email into the outbox.
pub(super) async fn queue_email(
    State(app): State<Shared>,
    Path((business, email)): Path<(String, String)>,
) -> Result<Response, PageError> {
    act(app, business, email, |opened, key, stamp| {
        let found = {
            let reader = opened.read()?;
            let found = reader.email(key)?;
            let message = match &found {
                Some(email) if email.state == EmailState::Draft => reader.email_message(key)?,
                _ => None,
            };
            found.zip(message)
        };
        match found {
            Some((draft, message)) => outbox::queue(opened, &draft, &message, stamp),
            None => outbox::queue_again(opened, key, stamp),
        }
    })
    .await
}

/// Takes an email out of the outbox.
pub(super) async fn withdraw_email(
    State(app): State<Shared>,
    Path((business, email)): Path<(String, String)>,
) -> Result<Response, PageError> {
    act(app, business, email, |opened, key, stamp| {
        outbox::withdraw(opened, key, stamp)
    })
    .await
}

/// What a person found out about an email in doubt.
#[derive(Deserialize)]
pub(super) struct Found {
    arrived: String,
}

/// Settles a doubt.
pub(super) async fn settle_email(
    State(app): State<Shared>,
    Path((business, email)): Path<(String, String)>,
    Form(found): Form<Found>,
) -> Result<Response, PageError> {
    let was_sent = match found.arrived.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(PageError::bad_request()),
    };
    act(app, business, email, move |opened, key, stamp| {
        outbox::settle_doubt(opened, key, was_sent, stamp)
    })
    .await
}

/// Deletes a draft.
pub(super) async fn delete_draft(
    State(app): State<Shared>,
    Path((business, email)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, email) = (key_of(&business)?, key_of(&email)?);
    blocking(move || {
        outbox::delete_draft(app.store.open(business)?.as_ref(), email)?;
        let list = addresses::business_part(business, "emails");
        Ok(Redirect::to(&list).into_response())
    })
    .await
}
