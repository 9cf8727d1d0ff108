//! The security log for administrators: who signed in, was refused, or changed who may do what, the
//! newest line first (SPEC-users.md, 4.2).

use super::users_of;
use crate::blocking::blocking;
use crate::history::choice;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::{PageError, Shared, addresses};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use books::Key;
use jiff::Timestamp;
use maud::{Markup, html};
use pages::layout::heading;
use pages::tables::{Column, cell, empty, folds, moment, pager, table};
use pages::{Locale, user_text};
use serde::Deserialize;
use std::collections::HashMap;
use users::{Directory, Event, EventKind, UsersError};

/// Where it is.
const PATH: &str = "/users/log";
/// A page shows so many lines.
const PAGE_ROWS_MAX: usize = 100;
/// Lines are read so many at a time.
const CHUNK_ROWS: usize = 1_000;
/// A page looks through so many lines at most; what it did not reach is on the next one.
const LOOKED_ROWS_MAX: usize = 50_000;

pub(super) fn routes() -> Router<Shared> {
    Router::new().route(PATH, get(show))
}

/// What the address asks for after `?`.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    /// Lines by or about this user, by key; all where it is empty.
    #[serde(default)]
    user: String,
    /// Lines of this kind, by code; all where it is empty.
    #[serde(default)]
    kind: String,
    /// Lines before this moment.
    #[serde(default)]
    before: String,
}

impl Asked {
    fn fits(&self, event: &Event) -> bool {
        let user = self.user.parse::<Key>().ok();
        let is_theirs = |user: Key| event.by == Some(user) || event.about == Some(user);
        (self.user.is_empty() || user.is_some_and(is_theirs))
            && (self.kind.is_empty() || self.kind == event.kind.code())
    }

    fn address(&self, before: Option<Timestamp>) -> String {
        let (user, kind) = (
            addresses::escaped(&self.user),
            addresses::escaped(&self.kind),
        );
        let before = before.map(|at| addresses::escaped(&at.to_string()));
        let before = before.unwrap_or_default();
        format!("{PATH}?user={user}&kind={kind}&before={before}")
    }
}

/// The lines of a page, and before which moment the next one begins.
struct Lines {
    events: Vec<Event>,
    older: Option<Timestamp>,
}

/// What the page is made of.
struct Read {
    lines: Lines,
    /// Keys and names to sign in with.
    users: Vec<(Key, String)>,
    /// What keys are called: users and businesses.
    names: HashMap<Key, String>,
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    let shared = app.clone();
    let (asked, read) = blocking(move || {
        let directory = users.sign_in.directory();
        let lines = lines(directory, &asked)?;
        let people = directory.users()?;
        let users: Vec<(Key, String)> = people.into_iter().map(|it| (it.key, it.name)).collect();
        let mut names: HashMap<Key, String> = users.iter().cloned().collect();
        // A list that cannot be read leaves keys where names would stand.
        for entry in shared.store.businesses().unwrap_or_default() {
            names.insert(entry.key, entry.name);
        }
        let read = Read {
            lines,
            users,
            names,
        };
        Ok((asked, read))
    })
    .await?;
    let locale = visitor.locale;
    let title = locale.text("security-log-title");
    let body = html! {
        (heading(&title, html! {
            a .button href="/users" { (locale.text("people-title")) }
        }))
        p .muted { (locale.text("security-log-explained")) }
        (filter(locale, &asked, &read.users))
        (page(locale, &app.time_zone, &asked, &read))
    };
    Ok(plain_page(&visitor, StatusCode::OK, &title, None, body))
}

/// The lines that fit, from the newest on.
fn lines(directory: &dyn Directory, asked: &Asked) -> Result<Lines, UsersError> {
    let mut before: Option<Timestamp> = asked.before.parse().ok();
    let mut events = Vec::new();
    let mut looked = 0_usize;
    loop {
        let part = directory.events(before, CHUNK_ROWS)?;
        let is_last = part.len() < CHUNK_ROWS;
        for event in part {
            before = Some(event.at);
            if asked.fits(&event) {
                events.push(event);
            }
            if events.len() == PAGE_ROWS_MAX {
                let older = before;
                return Ok(Lines { events, older });
            }
        }
        looked = looked.saturating_add(CHUNK_ROWS);
        if is_last || looked >= LOOKED_ROWS_MAX {
            let older = before.filter(|_| !is_last);
            return Ok(Lines { events, older });
        }
    }
}

/// The form; it asks by GET, so that a filtered page has an address.
fn filter(locale: Locale, asked: &Asked, users: &[(Key, String)]) -> Markup {
    let users: Vec<(String, String)> = users
        .iter()
        .map(|(key, name)| (key.to_string(), name.clone()))
        .collect();
    let kinds: Vec<(String, String)> = EventKind::ALL
        .into_iter()
        .map(|kind| (kind.code().to_owned(), label_of(locale, kind)))
        .collect();
    html! {
        form .tools method="get" action=(PATH) {
            (choice(locale, "user", "history-filter-user", &asked.user, &users))
            (choice(locale, "kind", "security-log-what", &asked.kind, &kinds))
            div .form-buttons {
                button .button type="submit" { (locale.text("history-filter-apply")) }
            }
        }
    }
}

fn page(locale: Locale, zone: &str, asked: &Asked, read: &Read) -> Markup {
    let lines = &read.lines;
    let columns = ["when", "what", "by", "about", "address", "detail"]
        .map(|column| Column::words(locale.text(&format!("security-log-{column}"))));
    let rows: Vec<Markup> = lines
        .events
        .iter()
        .map(|event| row(locale, zone, event, &read.names))
        .collect();
    let newest = (!asked.before.is_empty()).then(|| asked.address(None));
    let older = lines.older.map(|before| asked.address(Some(before)));
    let title = locale.text("security-log-title");
    html! {
        @if rows.is_empty() {
            (empty(&locale.text("security-log-empty"), html! {}))
        } @else {
            (folds(table(&title, &columns, &rows, None)))
        }
        @if newest.is_some() || older.is_some() {
            (pager(locale, newest.as_deref(), older.as_deref(), ""))
        }
    }
}

fn row(locale: Locale, zone: &str, event: &Event, names: &HashMap<Key, String>) -> Markup {
    let named = |key: Option<Key>| {
        html! {
            @if let Some(key) = key {
                @match names.get(&key) {
                    Some(name) => (user_text(name)),
                    None => code { (key) },
                }
            }
        }
    };
    html! {
        tr {
            (cell(moment(locale, event.at, zone)))
            (cell(html! { (label_of(locale, event.kind)) }))
            (cell(named(event.by)))
            (cell(named(event.about)))
            (cell(html! { (event.address) }))
            (cell(html! { @if !event.detail.is_empty() { code { (event.detail) } } }))
        }
    }
}

/// What a line says that happened.
fn label_of(locale: Locale, kind: EventKind) -> String {
    locale.text(&format!("event-{}", kind.code()))
}
