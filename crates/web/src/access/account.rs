//! One's own account: the password, and where one is signed in.

use super::cookies::SESSION;
use super::current::Current;
use super::gate::Presents;
use super::letters::{self, Told};
use super::own_access::Allowed;
use super::proving::of_present;
use super::sign_in::{is_answer, present_password};
use super::{current, own_access, own_email, second_factor, users_of};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::{plain_page, refusal, success};
use crate::{PageError, Shared};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::layout::heading;
use pages::tables::{BadgeKind, Column, badge, cell, folds_named, moment, panel, table};
use pages::{Locale, user_text};
use serde::Deserialize;
use std::sync::Arc;
use users::Session;

/// Where sessions are ended.
const ENDING: &str = "/account/sessions/ending";

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/account", get(show))
        .route("/account/password", post(change_password))
        .route(ENDING, post(end_sessions))
}

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let own = Own::read(&app, visitor.locale).await?;
    let notice = (!done.done.is_empty()).then(|| success(visitor.locale.text("account-done")));
    Ok(page(&visitor, &app.time_zone, &own, None, notice))
}

/// What the page shows of whoever looks at it.
struct Own {
    sessions: Vec<Session>,
    has_second_factor: bool,
    /// Where they may work; everywhere where nothing is said.
    allowed: Option<Vec<Allowed>>,
}

impl Own {
    async fn read(app: &Shared, locale: Locale) -> Result<Self, PageError> {
        let shared = app.clone();
        Ok(Self {
            sessions: sessions(app).await?,
            has_second_factor: second_factor::is_kept(&users_of(app)?).await?,
            allowed: blocking(move || own_access::read(&shared, locale)).await?,
        })
    }
}

/// Passwords as they were typed.
#[derive(Debug, Default, Deserialize)]
struct Passwords {
    #[serde(default)]
    present: String,
    #[serde(default)]
    wanted: String,
}

async fn change_password(
    State(app): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Presents(presented): Presents,
    Form(typed): Form<Passwords>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let secret = SESSION
        .read(&users, &headers)
        .ok_or_else(PageError::not_found)?;
    let (asked, locale, whose) = (users.clone(), visitor.locale, signed_in()?);
    let changed = blocking(move || {
        let now = Timestamp::now();
        let (present, wanted) = (&typed.present, &typed.wanted);
        users
            .sign_in
            .change_password(&secret, present, wanted, &presented, now)?;
        Ok(letters::of_change(
            locale,
            &asked,
            &whose.user,
            Told::Password,
        ))
    })
    .await;
    match changed {
        Ok(notice) => {
            letters::post(&app, notice);
            Ok(Redirect::to("/account?done=1").into_response())
        }
        Err(error) if is_answer(&error) => refused(&app, &visitor, &of_present(error)).await,
        Err(error) => Err(error),
    }
}

/// The page again, with what was wrong at its top.
pub(super) async fn refused(
    app: &Shared,
    visitor: &Visitor,
    error: &PageError,
) -> Result<Response, PageError> {
    let own = Own::read(app, visitor.locale).await?;
    Ok(page(visitor, &app.time_zone, &own, Some(error), None))
}

/// Which session is meant; all but this one where nothing is said.
#[derive(Debug, Default, Deserialize)]
struct Meant {
    #[serde(default)]
    session: String,
}

/// Ends one session of one's own, or every one but this one.
async fn end_sessions(
    State(app): State<Shared>,
    Presents(presented): Presents,
    Form(meant): Form<Meant>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let current = signed_in()?;
    blocking(move || {
        let own = current.session().ok_or_else(PageError::not_found)?;
        let sign_in = &users.sign_in;
        match meant.session.as_str() {
            "" => sign_in.end_other_sessions(own.user, own.digest)?,
            name => sign_in.end_session_named(own.user, name, &presented, Timestamp::now())?,
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/account?done=1").into_response())
}

fn signed_in() -> Result<Arc<Current>, PageError> {
    current::get().ok_or_else(PageError::not_found)
}

async fn sessions(app: &Shared) -> Result<Vec<Session>, PageError> {
    let users = users_of(app)?;
    let current = signed_in()?;
    blocking(move || {
        let own = current.session().ok_or_else(PageError::not_found)?;
        Ok(users.sign_in.open_sessions(own.user, Timestamp::now())?)
    })
    .await
}

fn page(
    visitor: &Visitor,
    zone: &str,
    own: &Own,
    error: Option<&PageError>,
    done: Option<pages::Notice>,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("account-title");
    let current = current::get();
    let who = current.as_ref().map(|current| current.full_name());
    let is_acting = current.is_some_and(|current| current.administrator().is_some());
    let body = html! {
        (heading(&title, html! {
            (forms::button_form("/account/sign-out", &locale.text("sign-out-button"), &[]))
        }))
        @if let Some(who) = &who { p { (user_text(who)) } }
        @if is_acting {
            // What proves who somebody is belongs to nobody but them (SPEC-users.md, 3.8).
            p .muted { (locale.text("account-acting")) }
            (own_access::own_panel(locale, own.allowed.as_deref()))
        } @else {
            (all_of_it(locale, zone, own))
        }
    };
    let status = error.map_or(StatusCode::OK, |error| error.status);
    let notice = error.map(|error| refusal(error.sentence(locale))).or(done);
    plain_page(visitor, status, &title, notice, body)
}

/// What one may see and change of one's own.
fn all_of_it(locale: Locale, zone: &str, own: &Own) -> Markup {
    html! {
        (panel(&locale.text("account-password"), forms::form("/account/password", false, html! {
            (present_password(&Field {
                name: "present",
                label: &locale.text("account-password-present"),
                required: true,
                ..Field::default()
            }))
            (forms::password(&Field {
                name: "wanted",
                label: &locale.text("account-password-wanted"),
                hint: Some(&locale.text("people-password-hint")),
                required: true,
                ..Field::default()
            }))
            (forms::submit(locale, &locale.text("button-save"), None))
        })))
        (own_email::own_panel(locale))
        (own_access::own_panel(locale, own.allowed.as_deref()))
        (second_factor_panel(locale, own.has_second_factor))
        (panel(&locale.text("token-title"), html! {
            p { (locale.text("token-explained")) }
            p { a .button href="/account/tokens" { (locale.text("token-title")) } }
        }))
        (panel(&locale.text("account-sessions"), html! {
            (rows(locale, zone, &own.sessions))
            (forms::button_form(ENDING, &locale.text("account-sessions-end"), &[]))
        }))
    }
}

/// Whether a second factor is asked for, and the way to change that.
fn second_factor_panel(locale: Locale, is_kept: bool) -> Markup {
    let (state, act) = match is_kept {
        true => ("second-factor-is-on", "second-factor-remove"),
        false => ("second-factor-off", "second-factor-set-up"),
    };
    panel(
        &locale.text("second-factor-title"),
        html! {
            p { (locale.text(state)) }
            p { a .button href="/account/second-factor" { (locale.text(act)) } }
        },
    )
}

fn rows(locale: Locale, zone: &str, sessions: &[Session]) -> Markup {
    let columns = [
        Column::words(locale.text("account-session-browser")),
        Column::words(locale.text("account-session-address")),
        Column::words(locale.text("account-session-seen")),
        Column::words(locale.text("list-column-actions")),
    ];
    let current = current::get();
    let own = current.as_deref().and_then(Current::session);
    let rows: Vec<Markup> = sessions
        .iter()
        .map(|session| {
            let is_this = own.is_some_and(|own| own.digest == session.digest);
            row(locale, zone, session, is_this)
        })
        .collect();
    folds_named(table(
        &locale.text("account-sessions"),
        &columns,
        &rows,
        None,
    ))
}

/// A session; the one in hand has no button, because it ends by signing out.
fn row(locale: Locale, zone: &str, session: &Session, is_this: bool) -> Markup {
    let seen = locale.text("account-session-seen");
    html! {
        tr {
            (cell(html! { (user_text(&session.browser)) }))
            td data-label=(locale.text("account-session-address")) { (session.address) }
            td data-label=(seen) { (moment(locale, session.seen_at, zone)) }
            (cell(html! {
                @if is_this {
                    (badge(BadgeKind::Good, &locale.text("account-session-this")))
                } @else {
                    (forms::button_form(
                        ENDING,
                        &locale.text("account-session-end"),
                        &[("session", &session.name())],
                    ))
                }
            }))
        }
    }
}
