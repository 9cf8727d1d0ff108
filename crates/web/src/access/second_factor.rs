//! One's own second factor: added with an authenticator, taken away with the password.
//!
//! While it is being added its seed stands in the form that its owner sees, and nowhere else: it is
//! kept, sealed, once a code of it proves that an authenticator has it.

use super::cookies::SESSION;
use super::factor_rule::Factor;
use super::gate::Presents;
use super::letters::{self, Told};
use super::proving::{needs_password, present, proven, proven_anew};
use super::sign_in::is_answer;
use super::{Users, current, users_of};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::{plain_page, refusal, success};
use crate::{PageError, Shared};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::Locale;
use pages::forms::{self, Field, labelled};
use pages::layout::heading;
use pages::qr_code::qr_code;
use pages::tables::panel;
use serde::Deserialize;
use std::sync::Arc;
use users::{Credentials, SecondFactor, User, UsersError};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/account/second-factor", get(show).post(add))
        .route("/account/second-factor/removal", post(remove))
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    seed: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    present: String,
}

/// Who has signed in, whomever an administrator acts for, and how they prove who they are.
async fn own(users: &Arc<Users>) -> Result<(User, Credentials), PageError> {
    let current = current::get().ok_or_else(PageError::not_found)?;
    let users = users.clone();
    blocking(move || {
        let directory = users.sign_in.directory();
        let key = current.session().ok_or_else(PageError::not_found)?.user;
        let user = directory.user(key)?.ok_or(UsersError::UserNotFound)?;
        Ok((user, directory.credentials(key)?))
    })
    .await
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let (user, credentials) = own(&users).await?;
    if credentials.sealed_seed.is_some() {
        let left = credentials.recovery_codes.len();
        return Ok(kept_page(&visitor, left, None));
    }
    let made = SecondFactor::new(&user.name, &users.name)?;
    Ok(adding_page(&visitor, &made, None))
}

async fn add(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let (user, credentials) = own(&users).await?;
    if credentials.sealed_seed.is_some() {
        return Ok(Redirect::to("/account/second-factor").into_response());
    }
    let made = Arc::new(SecondFactor::from_typed(
        &typed.seed,
        &user.name,
        &users.name,
    )?);
    let secret = SESSION
        .read(&users, &headers)
        .ok_or_else(PageError::not_found)?;
    let adding = made.clone();
    let locale = visitor.locale;
    let added = blocking(move || {
        let now = Timestamp::now();
        proven(&users, &secret, &typed.present, &presented, now)?;
        let sign_in = &users.sign_in;
        sign_in.add_second_factor(&user, &adding, &typed.code, &presented, now)?;
        // Sessions that were begun with the password alone are over.
        let own = users::Session::digest_of(&secret.0);
        sign_in.end_other_sessions(user.key, own)?;
        let told = Told::SecondFactor;
        Ok(letters::of_change(locale, &users, &user, told))
    })
    .await;
    match added {
        Ok(notice) => {
            letters::post(&app, notice);
            Ok(codes_page(&visitor, &made))
        }
        Err(error) if is_answer(&error) => Ok(adding_page(&visitor, &made, Some(&error))),
        Err(error) => Err(error),
    }
}

async fn remove(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let (user, credentials) = own(&users).await?;
    let secret = SESSION
        .read(&users, &headers)
        .ok_or_else(PageError::not_found)?;
    let locale = visitor.locale;
    let removed = blocking(move || {
        let now = Timestamp::now();
        proven_anew(&users, &secret, &typed.present, &presented, now)?;
        users.sign_in.forget_second_factor(&user, &presented, now)?;
        let told = Told::SecondFactor;
        Ok(letters::of_change(locale, &users, &user, told))
    })
    .await;
    match removed {
        Ok(notice) => {
            letters::post(&app, notice);
            Ok(Redirect::to("/account?done=1").into_response())
        }
        Err(error) if is_answer(&error) => {
            let left = credentials.recovery_codes.len();
            Ok(kept_page(&visitor, left, Some(&error)))
        }
        Err(error) => Err(error),
    }
}

/// The way in and what to do with it: the square, the same in letters, and the first code.
fn adding_page(visitor: &Visitor, made: &SecondFactor, error: Option<&PageError>) -> Response {
    let locale = visitor.locale;
    let label = locale.text("second-factor-square");
    let is_needed = current::get().is_some_and(|current| current.factor == Factor::Needed);
    let body = html! {
        (heading(&locale.text("second-factor-title"), html! {}))
        @if is_needed { p { strong { (locale.text("factor-needed")) } } }
        (panel(&locale.text("second-factor-step-scan"), html! {
            p { (locale.text("second-factor-explained")) }
            div .second-factor {
                @if let Some(square) = qr_code(&made.url, &label) { (square) }
                div {
                    p { (locale.text("second-factor-typed")) }
                    p .secret dir="ltr" { (in_fours(&made.typed)) }
                    p .field-hint { (locale.text("second-factor-kind")) }
                }
            }
        }))
        (panel(&locale.text("second-factor-step-code"), forms::form(
            "/account/second-factor",
            false,
            html! {
                (forms::hidden("seed", &made.typed))
                (code_field(locale, error))
                @if needs_password() { (present(locale)) }
                (forms::submit(locale, &locale.text("second-factor-add"), Some("/account")))
            },
        )))
    };
    page(visitor, body, error)
}

fn code_field(locale: Locale, error: Option<&PageError>) -> Markup {
    let wrong = error
        .filter(|error| error.code == "code-refused")
        .map(|error| error.sentence(locale));
    labelled(
        &Field {
            name: "code",
            label: &locale.text("sign-in-code"),
            error: wrong.as_deref(),
            hint: Some(&locale.text("second-factor-code-hint")),
            ..Field::default()
        },
        html! {
            input .code-input type="text" id="code" name="code" value="" required
                inputmode="numeric" autocomplete="one-time-code" autofocus[error.is_some()]
                spellcheck="false" aria-describedby="code-hint" dir="ltr";
        },
    )
}

/// The codes on paper, shown once.
fn codes_page(visitor: &Visitor, made: &SecondFactor) -> Response {
    let locale = visitor.locale;
    let body = html! {
        (heading(&locale.text("second-factor-codes"), html! {}))
        (panel("", html! {
            p { (locale.text("second-factor-codes-explained")) }
            ol .recovery-codes dir="ltr" {
                @for code in &made.recovery_codes { li { code { (code.0) } } }
            }
            p { a .button .primary href="/account" { (locale.text("second-factor-codes-kept")) } }
        }))
    };
    let title = locale.text("second-factor-codes");
    let notice = Some(success(locale.text("second-factor-added")));
    plain_page(visitor, StatusCode::OK, &title, notice, body)
}

/// It is asked for already: how many codes on paper are left, and the way to take it away.
fn kept_page(visitor: &Visitor, left: usize, error: Option<&PageError>) -> Response {
    let locale = visitor.locale;
    let left = u64::try_from(left).unwrap_or(0);
    let left = locale.text_with(
        "second-factor-codes-left",
        &[("count", pages::Argument::Count(left))],
    );
    let body = html! {
        (heading(&locale.text("second-factor-title"), html! {}))
        (panel(&locale.text("second-factor-remove"), html! {
            p { (locale.text("second-factor-is-on")) " " (left) }
            p { (locale.text("second-factor-remove-explained")) }
            (forms::form("/account/second-factor/removal", false, html! {
                (present(locale))
                (forms::submit(locale, &locale.text("second-factor-remove"), Some("/account")))
            }))
        }))
    };
    page(visitor, body, error)
}

fn page(visitor: &Visitor, body: Markup, error: Option<&PageError>) -> Response {
    let locale = visitor.locale;
    let title = locale.text("second-factor-title");
    let status = error.map_or(StatusCode::OK, |error| error.status);
    let notice = error.map(|error| refusal(error.sentence(locale)));
    plain_page(visitor, status, &title, notice, body)
}

/// Signs in groups of four, as they are read out and typed.
fn in_fours(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let groups: Vec<String> = signs.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

/// Whether a second factor is asked of whoever signed in, for the page of the account.
pub(super) async fn is_kept(users: &Arc<Users>) -> Result<bool, PageError> {
    Ok(own(users).await?.1.sealed_seed.is_some())
}
