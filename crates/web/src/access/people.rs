//! The users of an installation, for its administrators: who there is, and what each may do.

mod form;

pub(super) use form::identity;

use super::cookies::SESSION;
use super::gate::Presents;
use super::letters::{self, Told};
use super::telling::tell;
use super::{current, new_password, users_of};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::shell::{plain_page, refusal, success};
use crate::stamp::random_key;
use crate::{PageError, Shared};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use books::Key;
use form::{Typed, form_page};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::Locale;
use pages::layout::heading;
use pages::tables::{BadgeKind, Column, badge, cell, table};
use pages::user_text;
use serde::Deserialize;
use users::{Event, EventKind, Purpose, Role, User};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/users", get(list).post(create))
        .route("/users/new", get(new))
        .route("/users/{user}", get(edit).post(change))
        .route("/users/{user}/removal", post(remove))
        .route("/users/{user}/link", post(make_link))
        .route("/users/{user}/letter", post(send_link))
        .route("/users/{user}/acting", post(begin_acting))
        .route("/account/acting/end", post(end_acting))
}

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
}

async fn list(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let people = blocking(move || Ok(users.sign_in.directory().users()?)).await?;
    let locale = visitor.locale;
    let title = locale.text("people-title");
    let columns = [
        Column::words(locale.text("sign-in-name")),
        Column::words(locale.text("people-full-name")),
        Column::words(locale.text("people-role")),
    ];
    let rows: Vec<Markup> = people.iter().map(|user| row(locale, user)).collect();
    let body = html! {
        (heading(&title, html! {
            a .button href="/users/log" { (locale.text("security-log-title")) }
            a .button href="/server/email" { (locale.text("server-email-title")) }
            a .button .primary href="/users/new" { (locale.text("people-new")) }
        }))
        (table(&title, &columns, &rows, None))
    };
    let notice = (!done.done.is_empty()).then(|| success(locale.text("people-saved")));
    Ok(plain_page(&visitor, StatusCode::OK, &title, notice, body))
}

fn row(locale: Locale, user: &User) -> Markup {
    let role = match user.role {
        Role::Administrator => locale.text("people-role-administrator"),
        Role::Member(_) => locale.text("people-role-member"),
    };
    html! {
        tr {
            (cell(html! { a href=(format!("/users/{}", user.key)) { (user_text(&user.name)) } }))
            (cell(html! { (user_text(&user.full_name)) }))
            (cell(html! {
                (role)
                @if user.is_disabled {
                    " " (badge(BadgeKind::Bad, &locale.text("people-disabled")))
                }
            }))
        }
    }
}

async fn new(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    users_of(&app)?;
    let businesses = form::businesses(app).await?;
    let typed = Typed::default();
    Ok(form_page(&visitor, None, &typed, &businesses, None, None))
}

async fn create(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let key = random_key()?;
    save(app, visitor, presented, key, pairs, true).await
}

async fn edit(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(user): Path<String>,
) -> Result<Response, PageError> {
    let user = one(&app, &user).await?;
    let businesses = form::businesses(app).await?;
    let typed = Typed::of_user(&user, visitor.locale);
    Ok(form_page(
        &visitor,
        Some(user.key),
        &typed,
        &businesses,
        None,
        None,
    ))
}

async fn change(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Path(user): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let user = match one(&app, &user).await {
        // Removed meanwhile: what was typed comes back as the form of a new one.
        Err(error) if error.status == StatusCode::NOT_FOUND => {
            let typed = Typed::read(pairs);
            if typed.base.is_empty() {
                return Err(error);
            }
            return removed_meanwhile(app, &visitor, typed).await;
        }
        user => user?,
    };
    save(app, visitor, presented, user.key, pairs, false).await
}

async fn removed_meanwhile(
    app: Shared,
    visitor: &Visitor,
    mut typed: Typed,
) -> Result<Response, PageError> {
    let businesses = form::businesses(app).await?;
    let told = meanwhile::told_of_deletion(visitor.locale);
    typed.base.clear();
    let mut response = form_page(visitor, None, &typed, &businesses, None, Some(told));
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// The form again with what was typed, made from what is there now, which stands above it.
async fn conflict(
    app: Shared,
    visitor: &Visitor,
    key: Key,
    mut typed: Typed,
) -> Result<Response, PageError> {
    let saved = one(&app, &key.to_string()).await?;
    let businesses = form::businesses(app).await?;
    let told = form::told(visitor.locale, &saved, &businesses);
    typed.base = meanwhile::base_of(&saved);
    let mut response = form_page(visitor, Some(key), &typed, &businesses, None, Some(told));
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

async fn save(
    app: Shared,
    visitor: Visitor,
    presented: users::Presented,
    key: Key,
    pairs: Vec<(String, String)>,
    is_new: bool,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let typed = Typed::read(pairs);
    let wanted = typed.clone();
    let locale = visitor.locale;
    let by = current::get().map(|current| current.key());
    let store = app.store.clone();
    let saved = blocking(move || {
        let now = Timestamp::now();
        let directory = users.sign_in.directory();
        let _turn = meanwhile::one_at_a_time();
        let before = directory.user(key)?;
        if let Some(before) = &before {
            meanwhile::require_made_from(&wanted.base, before)?;
        }
        let created_at = before.as_ref().map_or(now, |user| user.created_at);
        let known: Vec<Key> = store.businesses()?.iter().map(|it| it.key).collect();
        let user = wanted.user(key, created_at, locale, &known)?;
        directory.put_user(&user)?;
        if user.is_disabled {
            directory.end_sessions_of(key)?;
        }
        for (kind, detail) in changes(before.as_ref(), &user) {
            directory.note(&Event {
                at: now,
                kind,
                by,
                about: Some(key),
                address: presented.address.clone(),
                detail: detail.to_owned(),
            })?;
        }
        // Whoever had the address is told where links go no longer.
        let moved = before.filter(|before| before.email != user.email);
        Ok(moved.and_then(|before| letters::of_change(locale, &users, &before, Told::Email)))
    })
    .await;
    match saved {
        // A new user needs a way in: the next page offers the link.
        Ok(_) if is_new => Ok(Redirect::to(&format!("/users/{key}")).into_response()),
        Ok(notice) => {
            letters::post(&app, notice);
            Ok(Redirect::to("/users?done=1").into_response())
        }
        Err(error) if meanwhile::is_it(&error) => conflict(app, &visitor, key, typed).await,
        Err(error) if error.status == StatusCode::UNPROCESSABLE_ENTITY => {
            let businesses = form::businesses(app).await?;
            let shown = (!is_new).then_some(key);
            Ok(form_page(
                &visitor,
                shown,
                &typed,
                &businesses,
                Some(&error),
                None,
            ))
        }
        Err(error) => Err(error),
    }
}

/// What became another by saving a user, with a code that says more.
fn changes(before: Option<&User>, after: &User) -> Vec<(EventKind, &'static str)> {
    let mut changes = Vec::new();
    let is_role_alike = before.is_some_and(|before| before.role == after.role);
    let alike = before.map(|before| User {
        role: after.role.clone(),
        ..before.clone()
    });
    let was_disabled = before.map(|before| before.is_disabled);
    match (alike, was_disabled) {
        (None, _) => changes.push((EventKind::UserChanged, "made")),
        (_, Some(false)) if after.is_disabled => changes.push((EventKind::UserChanged, "disabled")),
        (_, Some(true)) if !after.is_disabled => changes.push((EventKind::UserChanged, "enabled")),
        (Some(alike), _) if alike != *after => changes.push((EventKind::UserChanged, "changed")),
        _ => {}
    }
    if !is_role_alike {
        changes.push((EventKind::AccessChanged, after.role.code()));
    }
    changes
}

async fn remove(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(user): Path<String>,
) -> Result<Response, PageError> {
    let user = one(&app, &user).await?;
    let users = users_of(&app)?;
    let key = user.key;
    let shared = app.clone();
    let removed = blocking(move || {
        users.sign_in.directory().remove_user(key)?;
        tell(&shared, EventKind::UserChanged, Some(key), "removed")
    })
    .await;
    match removed {
        Ok(()) => Ok(Redirect::to("/users?done=1").into_response()),
        Err(error) if error.code == "last-administrator" => {
            let title = visitor.locale.text("people-title");
            let notice = Some(refusal(error.sentence(visitor.locale)));
            let body = html! { (heading(&title, html! {})) };
            Ok(plain_page(&visitor, error.status, &title, notice, body))
        }
        Err(error) => Err(error),
    }
}

/// A link for a new password, shown once to the administrator, who passes it on.
async fn make_link(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Path(user): Path<String>,
) -> Result<Response, PageError> {
    let user = one(&app, &user).await?;
    let users = users_of(&app)?;
    let origin = users.origin.clone();
    let key = user.key;
    let secret = blocking(move || {
        let now = Timestamp::now();
        let by = current::get().map(|current| current.key());
        let (who, how) = ((key, by), (&presented, "made"));
        let made = users
            .sign_in
            .make_link_for(who, Purpose::Invitation, how, now);
        Ok(made?)
    })
    .await?;
    let businesses = form::businesses(app).await?;
    let typed = Typed::of_user(&user, visitor.locale);
    let link = new_password::made(&visitor, &origin, &secret);
    Ok(form_page(
        &visitor,
        Some(user.key),
        &typed,
        &businesses,
        None,
        Some(link),
    ))
}

/// A link for a new password, sent to the user's address: the administrator does not see it.
async fn send_link(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Path(user): Path<String>,
) -> Result<Response, PageError> {
    let user = one(&app, &user).await?;
    let (writing, meant, locale) = (app.clone(), user.clone(), visitor.locale);
    let letter = blocking(move || {
        let users = users_of(&writing)?;
        if !letters::can_write(&writing) {
            return Ok(None);
        }
        let now = Timestamp::now();
        let by = current::get().map(|current| current.key());
        let (who, how) = ((meant.key, by), (&presented, "sent"));
        let link = users
            .sign_in
            .make_link_for(who, Purpose::Invitation, how, now)?;
        Ok(letters::of_link(locale, &users, &meant, &link))
    })
    .await?;
    let notice = match letter.is_some() {
        true => success(locale.text("people-link-sent")),
        false => refusal(locale.text("people-link-unsent")),
    };
    letters::post(&app, letter);
    let businesses = form::businesses(app).await?;
    let typed = Typed::of_user(&user, locale);
    let told = pages::layout::notice_box(&notice);
    let key = Some(user.key);
    Ok(form_page(
        &visitor,
        key,
        &typed,
        &businesses,
        None,
        Some(told),
    ))
}

async fn begin_acting(
    State(app): State<Shared>,
    headers: HeaderMap,
    Presents(presented): Presents,
    Path(user): Path<String>,
) -> Result<Response, PageError> {
    act(app, &headers, presented, Some(key_of(&user)?)).await
}

async fn end_acting(
    State(app): State<Shared>,
    headers: HeaderMap,
    Presents(presented): Presents,
) -> Result<Response, PageError> {
    act(app, &headers, presented, None).await
}

async fn act(
    app: Shared,
    headers: &HeaderMap,
    presented: users::Presented,
    user: Option<Key>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let secret = SESSION
        .read(&users, headers)
        .ok_or_else(PageError::not_found)?;
    let asked = users.clone();
    let renewed = blocking(move || {
        let now = Timestamp::now();
        Ok(asked.sign_in.act_for(&secret, user, &presented, now)?)
    })
    .await?;
    let mut response = Redirect::to("/").into_response();
    SESSION.set(&users, &mut response, &renewed);
    Ok(response)
}

async fn one(app: &Shared, key: &str) -> Result<User, PageError> {
    let users = users_of(app)?;
    let key = key_of(key)?;
    blocking(move || {
        let user = users.sign_in.directory().user(key)?;
        user.ok_or_else(|| users::UsersError::UserNotFound.into())
    })
    .await
}
