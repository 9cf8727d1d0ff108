//! A new password by a link: asked for by whoever forgot it, or sent as an invitation.

use super::gate::Presents;
use super::sign_in::{answer, is_answer};
use super::users_of;
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::{plain_page, success};
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use jiff::Timestamp;
use maud::html;
use pages::forms::{self, Field};
use pages::layout::heading;
use serde::Deserialize;
use users::Secret;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/new-password", get(ask))
        .route("/new-password/{secret}", get(show).post(take))
}

/// Explains who can make a link: an administrator on the users' page, or the command line.
async fn ask(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    users_of(&app)?;
    let locale = visitor.locale;
    let title = locale.text("new-password-title");
    let body = html! {
        (heading(&title, html! {}))
        p { (locale.text("new-password-ask")) }
        p { a .button href="/sign-in" { (locale.text("button-back")) } }
    };
    Ok(plain_page(&visitor, StatusCode::OK, &title, None, body))
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    password: String,
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
    let taken = blocking(move || {
        let now = Timestamp::now();
        let wanted = &typed.password;
        Ok(users
            .sign_in
            .use_link(&link, wanted, &presented, now)
            .map(drop)?)
    })
    .await;
    match taken {
        Ok(()) => Ok(Redirect::to("/sign-in").into_response()),
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
