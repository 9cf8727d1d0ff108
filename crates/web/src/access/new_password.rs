//! A new password by a link: asked for by whoever forgot it, or sent as an invitation.
//!
//! Whoever asks is answered alike whether there is such a user or not (security.md S32).

use super::gate::Presents;
use super::letters::{self, Told};
use super::sign_in::{answer, is_answer};
use super::users_of;
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::success;
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use jiff::Timestamp;
use maud::html;
use pages::forms::{self, Field, labelled};
use pages::layout::heading;
use serde::Deserialize;
use users::Secret;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/new-password", get(ask).post(send_link))
        .route("/new-password/{secret}", get(show).post(take))
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
}

/// Whether the server can write to its users.
async fn can_write(app: &Shared) -> Result<bool, PageError> {
    users_of(app)?;
    let app = app.clone();
    blocking(move || Ok(letters::can_write(&app))).await
}

async fn ask(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let can_write = can_write(&app).await?;
    Ok(asking_page(&visitor, can_write, "", None))
}

/// Sends a link to whoever is meant, and says the same to whoever asked in any case.
async fn send_link(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    if !can_write(&app).await? {
        return Ok(asking_page(&visitor, false, "", None));
    }
    let (asked, name, locale) = (users.clone(), typed.name.clone(), visitor.locale);
    let letter = blocking(move || {
        let now = Timestamp::now();
        let meant = asked.sign_in.ask_for_link(&name, &presented, now)?;
        Ok(meant.and_then(|(user, secret)| letters::of_link(locale, &asked, &user, &secret)))
    })
    .await;
    match letter {
        Ok(letter) => {
            letters::post(&app, letter);
            Ok(asked_page(&visitor))
        }
        Err(error) if is_answer(&error) => {
            Ok(asking_page(&visitor, true, &typed.name, Some(&error)))
        }
        Err(error) => Err(error),
    }
}

/// The form that asks for a link; without a mail account, who can make one: an administrator on the
/// users' page, or the command line.
fn asking_page(
    visitor: &Visitor,
    can_write: bool,
    name: &str,
    error: Option<&PageError>,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("new-password-title");
    let body = html! {
        (heading(&title, html! {}))
        @if can_write {
            p { (locale.text("new-password-by-email")) }
            (forms::form("/new-password", false, html! {
                (labelled(
                    &Field {
                        name: "name",
                        label: &locale.text("new-password-name"),
                        ..Field::default()
                    },
                    html! {
                        input type="text" id="name" name="name" value=(name) required autofocus
                            autocomplete="username" autocapitalize="none" spellcheck="false";
                    },
                ))
                (forms::submit(locale, &locale.text("new-password-send"), Some("/sign-in")))
            }))
        } @else {
            p { (locale.text("new-password-ask")) }
            p { a .button href="/sign-in" { (locale.text("button-back")) } }
        }
    };
    answer(visitor, &title, body, error)
}

/// What everybody is told who asked.
fn asked_page(visitor: &Visitor) -> Response {
    let locale = visitor.locale;
    let title = locale.text("new-password-title");
    let body = html! {
        (heading(&title, html! {}))
        (pages::layout::notice_box(&success(locale.text("new-password-asked"))))
        p { (locale.text("new-password-asked-hint")) }
        p { a .button href="/sign-in" { (locale.text("button-back")) } }
    };
    answer(visitor, &title, body, None)
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(secret): Path<String>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let link = Secret(secret.clone());
    blocking(move || {
        Ok(users
            .sign_in
            .look_at_link(&link, Timestamp::now())
            .map(drop)?)
    })
    .await?;
    Ok(page(&visitor, &secret, None))
}

async fn take(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Path(secret): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let link = Secret(secret.clone());
    let locale = visitor.locale;
    let taken = blocking(move || {
        let now = Timestamp::now();
        let wanted = &typed.password;
        let user = users.sign_in.use_link(&link, wanted, &presented, now)?;
        Ok(letters::of_change(locale, &users, &user, Told::Password))
    })
    .await;
    match taken {
        Ok(notice) => {
            letters::post(&app, notice);
            Ok(Redirect::to("/sign-in").into_response())
        }
        Err(error) if is_answer(&error) && error.code != "link-refused" => {
            Ok(page(&visitor, &secret, Some(&error)))
        }
        Err(error) => Err(error),
    }
}

fn page(visitor: &Visitor, secret: &str, error: Option<&PageError>) -> Response {
    let locale = visitor.locale;
    let title = locale.text("new-password-title");
    let body = html! {
        (heading(&title, html! {}))
        (forms::form(&format!("/new-password/{secret}"), false, html! {
            (forms::password(&Field {
                name: "password",
                label: &locale.text("sign-in-password"),
                hint: Some(&locale.text("people-password-hint")),
                required: true,
                autofocus: true,
                ..Field::default()
            }))
            (forms::submit(locale, &locale.text("button-save"), None))
        }))
    };
    answer(visitor, &title, body, error)
}

/// The notice that a link was made, with the link: shown once, to the administrator who made it.
pub(super) fn made(visitor: &Visitor, origin: &str, secret: &Secret) -> maud::Markup {
    let locale = visitor.locale;
    let address = format!("{origin}/new-password/{}", secret.0);
    html! {
        (pages::layout::notice_box(&success(locale.text("people-link-made"))))
        p { code { (address) } }
    }
}
