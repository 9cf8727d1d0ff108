//! Signing in and out.

use super::cookies::{BEGUN, DEVICE, SESSION};
use super::gate::Presents;
use super::{Users, current, users_of};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::{plain_page, refusal};
use crate::{PageError, Shared};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use faces::preferences::own_path;
use jiff::Timestamp;
use maud::{Markup, html};
use pages::forms::{self, Field, labelled};
use pages::layout::heading;
use serde::Deserialize;
use users::{SignedIn, Step};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/sign-in", get(show).post(take_password))
        .route("/sign-in/code", get(show_code).post(take_code))
        .route("/account/sign-out", post(sign_out))
}

/// What was typed, and where to go then.
#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    back: String,
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(typed): Query<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    if current::get().is_some() {
        return Ok(Redirect::to(own_path(&typed.back)).into_response());
    }
    let sign_up = sign_up_of(&users);
    if sign_up.is_none() {
        let nobody = blocking(move || Ok(users.sign_in.directory().users()?.is_empty())).await?;
        if nobody {
            return Ok(Redirect::to("/setup").into_response());
        }
    }
    Ok(page(&visitor, &typed, sign_up.as_deref(), None))
}

async fn take_password(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let asked = users.clone();
    let (name, password) = (typed.name.clone(), typed.password.clone());
    let step = blocking(move || {
        let now = Timestamp::now();
        Ok(asked.sign_in.begin(&name, &password, &presented, now)?)
    })
    .await;
    match step {
        Ok(Step::Done(done)) => Ok(enter(&users, &done, &typed.back)),
        Ok(Step::Code(begun)) => {
            let back = percent_encoding::utf8_percent_encode(
                own_path(&typed.back),
                percent_encoding::NON_ALPHANUMERIC,
            );
            let mut response = Redirect::to(&format!("/sign-in/code?back={back}")).into_response();
            BEGUN.set(&users, &mut response, &begun);
            Ok(response)
        }
        Err(error) if is_answer(&error) => {
            let sign_up = sign_up_of(&users);
            Ok(page(&visitor, &typed, sign_up.as_deref(), Some(&error)))
        }
        Err(error) => Err(error),
    }
}

async fn show_code(visitor: Visitor, Query(typed): Query<Typed>) -> Response {
    code_page(&visitor, &typed, None)
}

async fn take_code(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let Some(begun) = BEGUN.read(&users, &headers) else {
        return Ok(Redirect::to("/sign-in").into_response());
    };
    let asked = users.clone();
    let code = typed.code.clone();
    let done = blocking(move || {
        let now = Timestamp::now();
        Ok(asked.sign_in.take_code(&begun, &code, &presented, now)?)
    })
    .await;
    match done {
        Ok(done) => {
            let mut response = enter(&users, &done, &typed.back);
            BEGUN.clear(&users, &mut response);
            Ok(response)
        }
        // The password was typed too long ago.
        Err(error) if error.code == "sign-in-refused" => {
            Ok(Redirect::to("/sign-in").into_response())
        }
        Err(error) if is_answer(&error) => Ok(code_page(&visitor, &typed, Some(&error))),
        Err(error) => Err(error),
    }
}

async fn sign_out(
    State(app): State<Shared>,
    headers: HeaderMap,
    Presents(presented): Presents,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    if let Some(secret) = SESSION.read(&users, &headers) {
        let asked = users.clone();
        blocking(move || {
            Ok(asked
                .sign_in
                .sign_out(&secret, &presented, Timestamp::now())?)
        })
        .await?;
    }
    let mut response = Redirect::to("/sign-in").into_response();
    SESSION.clear(&users, &mut response);
    response.headers_mut().insert(
        header::HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    Ok(response)
}

/// The browser gets the session, and a device where it had none.
fn enter(users: &Users, done: &SignedIn, back: &str) -> Response {
    let mut response = Redirect::to(own_path(back)).into_response();
    SESSION.set(users, &mut response, &done.session);
    if let Some(device) = &done.device {
        DEVICE.set(users, &mut response, device);
    }
    response
}

/// Whether it is said on the form, and not on a page of its own.
pub(super) fn is_answer(error: &PageError) -> bool {
    // The form's own answer says when to try again, like any other.
    error.say_when();
    matches!(
        error.status,
        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::TOO_MANY_REQUESTS
    )
}

/// A password that the person has already; browsers fill it in.
pub(super) fn present_password(field: &Field<'_>) -> Markup {
    labelled(
        field,
        html! {
            input type="password" id=(field.name) name=(field.name) value=""
                autocomplete="current-password" required[field.required]
                autofocus[field.autofocus];
        },
    )
}

/// Where newcomers make an account of their own, where they do.
fn sign_up_of(users: &Users) -> Option<String> {
    users.subscribed.as_ref().map(|it| it.sign_up.clone())
}

fn page(
    visitor: &Visitor,
    typed: &Typed,
    sign_up: Option<&str>,
    error: Option<&PageError>,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("sign-in-title");
    // Whoever has made an account has done so with an email address.
    let name = match sign_up {
        Some(_) => "sign-in-name-or-email",
        None => "sign-in-name",
    };
    let body = html! {
        (heading(&title, html! {}))
        (forms::form("/sign-in", false, html! {
            (forms::hidden("back", own_path(&typed.back)))
            (labelled(
                &Field { name: "name", label: &locale.text(name), ..Field::default() },
                html! {
                    input type="text" id="name" name="name" value=(typed.name) required
                        autocomplete="username" autocapitalize="none" spellcheck="false"
                        autofocus[typed.name.is_empty()];
                },
            ))
            (present_password(&Field {
                name: "password",
                label: &locale.text("sign-in-password"),
                required: true,
                autofocus: !typed.name.is_empty(),
                ..Field::default()
            }))
            (forms::submit(locale, &locale.text("sign-in-button"), None))
            p { a href="/new-password" { (locale.text("sign-in-forgotten")) } }
            @if let Some(address) = sign_up {
                p { a href=(address) { (locale.text("sign-up-lead")) } }
            }
        }))
    };
    answer(visitor, &title, body, error)
}

fn code_page(visitor: &Visitor, typed: &Typed, error: Option<&PageError>) -> Response {
    let locale = visitor.locale;
    let title = locale.text("sign-in-code-title");
    let body = html! {
        (heading(&title, html! {}))
        (forms::form("/sign-in/code", false, html! {
            (forms::hidden("back", own_path(&typed.back)))
            (labelled(
                &Field {
                    name: "code",
                    label: &locale.text("sign-in-code"),
                    hint: Some(&locale.text("sign-in-code-hint")),
                    ..Field::default()
                },
                html! {
                    input type="text" id="code" name="code" value="" required autofocus
                        autocomplete="one-time-code" autocapitalize="none" spellcheck="false"
                        aria-describedby="code-hint";
                },
            ))
            (forms::submit(locale, &locale.text("sign-in-button"), Some("/sign-in")))
        }))
    };
    answer(visitor, &title, body, error)
}

/// A page of those who are not signed in, with what was wrong at its top.
pub(super) fn answer(
    visitor: &Visitor,
    title: &str,
    body: Markup,
    error: Option<&PageError>,
) -> Response {
    let status = error.map_or(StatusCode::OK, |error| error.status);
    let notice = error.map(|error| refusal(error.sentence(visitor.locale)));
    plain_page(visitor, status, title, notice, body)
}
