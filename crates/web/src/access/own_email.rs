//! One's own address: where links for a new password and notices go.
//!
//! Whoever could change it could have a new password sent to themselves, so a proof is asked for
//! (`proof`), and the address before is told.

use super::gate::Presents;
use super::letters::{self, Told};
use super::sign_in::is_answer;
use super::{account, current, users_of};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::{PageError, Shared};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use jiff::Timestamp;
use mail::Mailbox;
use maud::{Markup, html};
use pages::Locale;
use pages::forms::{self, Field};
use pages::tables::panel;
use serde::Deserialize;
use users::{Event, EventKind, User, UsersError};

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/account/email", post(change))
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    email: String,
}

/// An address as it is kept: empty, or one that letters can go to.
///
/// # Errors
/// `email-address-invalid`.
pub(super) fn clean(typed: &str) -> Result<String, PageError> {
    match typed.trim() {
        "" => Ok(String::new()),
        address => Ok(Mailbox::new(None, address)?.address().to_owned()),
    }
}

/// The panel on one's account. Whoever acts for another changes nothing of theirs.
pub(super) fn own_panel(locale: Locale) -> Markup {
    let Some(current) = current::get().filter(|it| it.administrator().is_none()) else {
        return html! {};
    };
    panel(
        &locale.text("people-email"),
        forms::form(
            "/account/email",
            false,
            html! {
                (forms::email(&Field {
                    name: "email",
                    label: &locale.text("people-email"),
                    value: &current.user.email,
                    hint: Some(&locale.text("account-email-hint")),
                    ..Field::default()
                }))
                (forms::submit(locale, &locale.text("button-save"), None))
            },
        ),
    )
}

async fn change(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let current = current::get()
        .filter(|current| current.administrator().is_none())
        .ok_or_else(PageError::not_found)?;
    let locale = visitor.locale;
    let changed = blocking(move || {
        let now = Timestamp::now();
        let directory = users.sign_in.directory();
        let before = directory
            .user(current.user.key)?
            .ok_or(UsersError::UserNotFound)?;
        let email = clean(&typed.email)?;
        if email == before.email {
            return Ok(None);
        }
        directory.put_user(&User {
            email,
            ..before.clone()
        })?;
        directory.note(&Event {
            at: now,
            kind: EventKind::EmailChanged,
            by: Some(before.key),
            about: Some(before.key),
            address: presented.address.clone(),
            detail: String::new(),
        })?;
        Ok(letters::of_change(locale, &users, &before, Told::Email))
    })
    .await;
    match changed {
        Ok(notice) => {
            letters::post(&app, notice);
            Ok(Redirect::to("/account?done=1").into_response())
        }
        Err(error) if is_answer(&error) => account::refused(&app, &visitor, &error).await,
        Err(error) => Err(error),
    }
}
