//! The first start of a server: its console shows a code, with which the first administrator is
//! made.

use super::gate::Presents;
use super::own_email;
use super::people::identity;
use super::sign_in::{answer, is_answer};
use super::users_of;
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::stamp::random_key;
use crate::{PageError, Shared};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use jiff::Timestamp;
use maud::html;
use pages::forms::{self, Field};
use pages::layout::heading;
use serde::Deserialize;
use users::{Role, Secret, User, clean_full_name, clean_name};

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/setup", get(show).post(make))
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    code: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    full_name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    if users.subscribed.is_some() {
        return Err(PageError::not_found());
    }
    let nobody = blocking(move || Ok(users.sign_in.directory().users()?.is_empty())).await?;
    match nobody {
        true => Ok(page(&visitor, &Typed::default(), None)),
        false => Err(PageError::not_found()),
    }
}

async fn make(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let key = random_key()?;
    let secret = Secret(typed.code.trim().to_owned());
    let wanted = (
        typed.name.clone(),
        typed.full_name.trim().to_owned(),
        typed.email.trim().to_owned(),
        typed.password.clone(),
    );
    let made = blocking(move || {
        let (name, full_name, email, password) = wanted;
        let now = Timestamp::now();
        let name = clean_name(&name)?;
        let email = own_email::clean(&email)?;
        let user = User {
            key,
            full_name: clean_full_name(&full_name, &name)?,
            name,
            email,
            role: Role::Administrator,
            is_disabled: false,
            created_at: now,
        };
        Ok(users
            .sign_in
            .set_up(&secret, &user, &password, &presented, now)?)
    })
    .await;
    match made {
        Ok(()) => Ok(Redirect::to("/sign-in").into_response()),
        Err(error) if is_answer(&error) => Ok(page(&visitor, &typed, Some(&error))),
        Err(error) => Err(error),
    }
}

fn page(visitor: &Visitor, typed: &Typed, error: Option<&PageError>) -> Response {
    let locale = visitor.locale;
    let title = locale.text("setup-title");
    let body = html! {
        (heading(&title, html! {}))
        p { (locale.text("setup-explained")) }
        (forms::form("/setup", false, html! {
            (forms::text(&Field {
                name: "code",
                label: &locale.text("setup-code"),
                value: &typed.code,
                hint: Some(&locale.text("setup-code-hint")),
                required: true,
                autofocus: true,
                ..Field::default()
            }))
            (identity(locale, &typed.name, &typed.full_name, &typed.email))
            (forms::password(&Field {
                name: "password",
                label: &locale.text("sign-in-password"),
                hint: Some(&locale.text("people-password-hint")),
                required: true,
                ..Field::default()
            }))
            (forms::submit(locale, &locale.text("setup-button"), None))
        }))
    };
    answer(visitor, &title, body, error)
}
