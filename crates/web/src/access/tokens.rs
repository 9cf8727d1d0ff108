//! Access tokens for programs: made, listed and revoked by whoever they belong to (security.md
//! S38; SPEC-users.md, 3.7). The secret is shown once.

use super::gate::{Presents, sees};
use super::sign_in::is_answer;
use super::{Users, current, users_of};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{plain_page, refusal, success};
use crate::{PageError, Shared};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use books::Key;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use maud::{Markup, html};
use pages::forms::{self, Choice, Field};
use pages::layout::heading;
use pages::tables::{Column, cell, empty, moment, panel, table};
use pages::{Locale, user_text};
use serde::Deserialize;
use users::{
    AccessToken, Event, EventKind, Presented, Scope, Secret, TOKEN_LIFE_MAX, clean_token_name,
};

/// How many tokens one user may have.
const TOKENS_MAX: usize = 50;
/// The life that the form suggests, in days.
const LIFE_SUGGESTED_DAYS: i32 = 90;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/account/tokens", get(show).post(make))
        .route("/account/tokens/{token}/revocation", post(revoke))
}

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
}

/// What was typed.
#[derive(Debug, Default, Clone, Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    business: String,
    #[serde(default)]
    until: String,
}

/// What the page shows beside the form.
struct Shown {
    tokens: Vec<AccessToken>,
    /// The businesses that whoever asks may enter.
    businesses: Vec<(Key, String)>,
    zone: String,
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let shown = shown(app).await?;
    let notice = (!done.done.is_empty()).then(|| success(visitor.locale.text("token-revoked")));
    let typed = Typed::suggested(visitor.locale, &shown.zone);
    let body = body(visitor.locale, &shown, &typed);
    Ok(page(&visitor, StatusCode::OK, notice, body))
}

async fn make(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let shown = shown(app).await?;
    let locale = visitor.locale;
    let businesses: Vec<Key> = shown.businesses.iter().map(|(key, _)| *key).collect();
    let (wanted, zone) = (typed.clone(), shown.zone.clone());
    let made = blocking(move || {
        let now = Timestamp::now();
        let made = wanted.token(locale, &zone, &businesses, now)?;
        let (token, shown_once) = match &users.subscribed {
            Some(subscribed) => AccessToken::marked(made, &subscribed.mark),
            None => made,
        };
        keep(&users, &token, &presented, now)?;
        Ok((token.name, shown_once))
    })
    .await;
    match made {
        Ok((name, secret)) => Ok(made_page(&visitor, &name, &secret)),
        Err(error) if is_answer(&error) => {
            let notice = Some(refusal(error.sentence(locale)));
            let body = body(locale, &shown, &typed);
            Ok(page(&visitor, error.status, notice, body))
        }
        Err(error) => Err(error),
    }
}

async fn revoke(
    State(app): State<Shared>,
    Presents(presented): Presents,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let token = key_of(&token)?;
    let by = own()?;
    blocking(move || {
        let directory = users.sign_in.directory();
        // A token of somebody else, or one that is gone, is not ended, and nobody is told so.
        if !directory.tokens_of(by)?.iter().any(|it| it.key == token) {
            return Err(PageError::not_found());
        }
        directory.revoke_token(by, token)?;
        tell(&users, token, "revoked", &presented, Timestamp::now())
    })
    .await?;
    Ok(Redirect::to("/account/tokens?done=1").into_response())
}

/// Whose tokens they are: of whoever signed in, whomever an administrator acts for.
fn own() -> Result<Key, PageError> {
    let current = current::get().ok_or_else(PageError::not_found)?;
    let session = current.session().ok_or_else(PageError::not_found)?;
    Ok(session.user)
}

async fn shown(app: Shared) -> Result<Shown, PageError> {
    let users = users_of(&app)?;
    let by = own()?;
    blocking(move || {
        let businesses = app.store.businesses()?.into_iter();
        Ok(Shown {
            tokens: users.sign_in.directory().tokens_of(by)?,
            businesses: businesses
                .filter(|entry| entry.fault.is_none() && sees(&app, entry.key))
                .map(|entry| (entry.key, entry.name))
                .collect(),
            zone: app.time_zone.clone(),
        })
    })
    .await
}

/// Keeps a token, when there is room for one more.
fn keep(
    users: &Users,
    token: &AccessToken,
    presented: &Presented,
    now: Timestamp,
) -> Result<(), PageError> {
    let directory = users.sign_in.directory();
    if directory.tokens_of(token.user)?.len() >= TOKENS_MAX {
        return Err(refused("token-too-many"));
    }
    directory.put_token(token)?;
    tell(users, token.key, "made", presented, now)
}

fn tell(
    users: &Users,
    token: Key,
    detail: &str,
    presented: &Presented,
    at: Timestamp,
) -> Result<(), PageError> {
    Ok(users.sign_in.directory().note(&Event {
        at,
        kind: EventKind::TokenChanged,
        by: Some(own()?),
        about: Some(token),
        address: presented.address.clone(),
        detail: detail.to_owned(),
    })?)
}

fn refused(code: &'static str) -> PageError {
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, code)
}

impl Typed {
    /// What the form begins with.
    fn suggested(locale: Locale, zone: &str) -> Self {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let today = Timestamp::now().to_zoned(zone).date();
        let until = today.saturating_add(LIFE_SUGGESTED_DAYS.days());
        Self {
            scope: Scope::Read.code().to_owned(),
            until: locale.date(until),
            ..Self::default()
        }
    }

    /// The token that was meant, and its secret.
    fn token(
        &self,
        locale: Locale,
        zone: &str,
        businesses: &[Key],
        now: Timestamp,
    ) -> Result<(AccessToken, Secret), PageError> {
        if self.name.trim().is_empty() {
            return Err(refused("token-name-needed"));
        }
        let name = clean_token_name(&self.name)?;
        let scope = Scope::from_code(&self.scope).ok_or_else(PageError::bad_request)?;
        let business = match self.business.as_str() {
            "" => None,
            typed => Some(
                typed
                    .parse()
                    .ok()
                    .filter(|key| businesses.contains(key))
                    .ok_or_else(PageError::bad_request)?,
            ),
        };
        let life = self.life(locale, zone, now)?;
        Ok(AccessToken::new(own()?, &name, scope, business, now, life)?)
    }

    /// From now to the end of the last day.
    fn life(
        &self,
        locale: Locale,
        zone: &str,
        now: Timestamp,
    ) -> Result<SignedDuration, PageError> {
        let last = locale.parse_date(self.until.trim()).map_err(|error| {
            let arguments = error.arguments();
            PageError {
                arguments,
                ..refused(error.code())
            }
        })?;
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let end = last
            .tomorrow()
            .and_then(|day| day.to_zoned(zone))
            .map_err(|_| refused("token-end-refused"))?;
        let life = end.timestamp().duration_since(now);
        match life > SignedDuration::ZERO && life <= TOKEN_LIFE_MAX {
            true => Ok(life),
            false => Err(refused("token-end-refused")),
        }
    }
}

fn page(
    visitor: &Visitor,
    status: StatusCode,
    notice: Option<pages::Notice>,
    body: Markup,
) -> Response {
    let title = visitor.locale.text("token-title");
    plain_page(visitor, status, &title, notice, body)
}

fn body(locale: Locale, shown: &Shown, typed: &Typed) -> Markup {
    html! {
        (heading(&locale.text("token-title"), html! {
            a .button href="/account" { (locale.text("account-title")) }
        }))
        p { (locale.text("token-explained")) }
        p {
            (locale.text("token-where")) " "
            a href="/api" { (locale.text("api-title")) }
        }
        (list(locale, shown))
        (panel(&locale.text("token-new"), form(locale, shown, typed)))
    }
}

fn list(locale: Locale, shown: &Shown) -> Markup {
    if shown.tokens.is_empty() {
        return empty(&locale.text("token-none"), html! {});
    }
    let labels = [
        "token-name",
        "token-rights",
        "token-business",
        "token-until",
        "token-used",
    ];
    let mut columns: Vec<Column> = labels
        .iter()
        .map(|label| Column::words(locale.text(label)))
        .collect();
    columns.push(Column::words(""));
    let rows: Vec<Markup> = shown
        .tokens
        .iter()
        .map(|token| row(locale, shown, token))
        .collect();
    table(&locale.text("token-title"), &columns, &rows, None)
}

fn row(locale: Locale, shown: &Shown, token: &AccessToken) -> Markup {
    let business = match token.business {
        None => locale.text("token-business-all"),
        Some(key) => shown
            .businesses
            .iter()
            .find(|(known, _)| *known == key)
            .map_or_else(|| key.to_string(), |(_, name)| name.clone()),
    };
    html! {
        tr {
            (cell(user_text(&token.name)))
            (cell(html! { (locale.text(words_of(token.scope))) }))
            (cell(user_text(&business)))
            (cell(moment(locale, token.expires_at, &shown.zone)))
            (cell(match token.used_at {
                Some(at) => moment(locale, at, &shown.zone),
                None => html! { (locale.text("token-unused")) },
            }))
            (cell(forms::button_form(
                &format!("/account/tokens/{}/revocation", token.key),
                &locale.text("token-revoke"),
                &[],
            )))
        }
    }
}

fn words_of(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => "token-scope-read",
        Scope::Write => "token-scope-write",
    }
}

fn form(locale: Locale, shown: &Shown, typed: &Typed) -> Markup {
    let scopes = Scope::ALL.map(|scope| (scope.code(), locale.text(words_of(scope))));
    let scopes = scopes.each_ref().map(|(value, label)| Choice {
        value,
        label,
        group: "",
    });
    let keys: Vec<(String, &str)> = shown
        .businesses
        .iter()
        .map(|(key, name)| (key.to_string(), name.as_str()))
        .collect();
    let businesses: Vec<Choice<'_>> = keys
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    forms::form(
        "/account/tokens",
        false,
        html! {
            (forms::text(&Field {
                name: "name",
                label: &locale.text("token-name"),
                value: &typed.name,
                hint: Some(&locale.text("token-name-hint")),
                required: true,
                ..Field::default()
            }))
            (forms::radios(&Field {
                name: "scope",
                label: &locale.text("token-rights"),
                value: &typed.scope,
                hint: Some(&locale.text("token-rights-hint")),
                required: true,
                ..Field::default()
            }, &scopes))
            (forms::select(&Field {
                name: "business",
                label: &locale.text("token-business"),
                value: &typed.business,
                none_label: Some(&locale.text("token-business-all")),
                ..Field::default()
            }, &businesses))
            (forms::date(&Field {
                name: "until",
                label: &locale.text("people-until"),
                value: &typed.until,
                hint: Some(&locale.text("token-until-hint")),
                required: true,
                ..Field::default()
            }))
            (forms::submit(locale, &locale.text("token-make"), None))
        },
    )
}

/// The secret, shown once.
fn made_page(visitor: &Visitor, name: &str, secret: &Secret) -> Response {
    let locale = visitor.locale;
    let body = html! {
        (heading(&locale.text("token-title"), html! {}))
        (panel(name, html! {
            p { (locale.text("token-shown-once")) }
            p .secret dir="ltr" { (secret.0) }
            p { a .button .primary href="/account/tokens" { (locale.text("token-noted")) } }
        }))
    };
    let notice = Some(success(locale.text("token-made")));
    page(visitor, StatusCode::OK, notice, body)
}
