//! All emails of a business, newest first, by state, record, contact or words.

use super::words::{state_badge, state_key};
use super::{email_path, statements};
use crate::imports::emails_wait;
use crate::page_error::key_of;
use crate::records::names::{Named, Names, record_path};
use crate::records::search::Query;
use crate::request::Visitor;
use crate::shell::{NO_TAB, business_page, with_business};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query as AskedFor, State};
use axum::response::Response;
use books::Key;
use jiff::Timestamp;
use maud::{Markup, html};
use pages::forms::{self, Choice, Field};
use pages::tables::{Column, cell, empty, moment, pager, panel, table};
use pages::{Argument, Locale, layout, user_text};
use serde::Deserialize;
use store::{Email, EmailFilter, EmailPlace, EmailState, Reader, StoreError};

/// How many emails a page has.
const PAGE_EMAILS_COUNT: usize = 100;
/// How many emails a search looks at before it shows what it has found; the next page goes on.
const SEARCHED_COUNT_MAX: usize = 20_000;
/// The table of emails that files of the other program have. Nobody knows its columns.
const CARRIED: &str = "Emails";

/// What the address asks for after `?`.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    record: String,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    before: String,
}

impl Asked {
    fn filter(&self) -> EmailFilter {
        EmailFilter {
            state: EmailState::from_code(&self.state),
            record: self.record.parse().ok(),
            contact: self.contact.parse().ok(),
        }
    }

    /// The place from which the page goes on: an instant and a key.
    fn place(&self) -> Option<EmailPlace> {
        let (at, key) = self.before.split_once('_')?;
        Some((at.parse::<Timestamp>().ok()?, key.parse().ok()?))
    }

    /// The address of this list from a place on, or from its beginning.
    fn href(&self, path: &str, before: Option<EmailPlace>) -> String {
        let mut query: Vec<String> = [
            ("state", &self.state),
            ("record", &self.record),
            ("contact", &self.contact),
            ("q", &self.q),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", addresses::escaped(value)))
        .collect();
        if let Some((at, key)) = before {
            query.push(format!(
                "before={}",
                addresses::escaped(&format!("{at}_{key}"))
            ));
        }
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", query.join("&"))
        }
    }
}

/// What was found.
struct Found {
    emails: Vec<Email>,
    next: Option<EmailPlace>,
}

/// `GET …/emails`.
pub(super) async fn list_emails(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    AskedFor(asked): AskedFor<Asked>,
) -> Result<Response, PageError> {
    let locale = visitor.locale;
    let (shell, (title, body)) = with_business(&app, key_of(&key)?, move |reader, shell| {
        let names = Names::new(reader, locale, shell.key);
        let title = locale.text("emails-title");
        let body = body(&names, &asked, &title, shell.zone())?;
        Ok((title, body))
    })
    .await?;
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

fn body(names: &Names<'_>, asked: &Asked, title: &str, zone: &str) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let reader = names.reader();
    let found = find(names, asked)?;
    let path = addresses::business_part(names.business, "emails");
    let settings = addresses::business_part(names.business, "settings/email");
    let mut rows = Vec::with_capacity(found.emails.len());
    for email in &found.emails {
        rows.push(row(names, email, zone)?);
    }
    let columns = [
        "email-column-state",
        "emails-column-date",
        "emails-column-to",
        "emails-column-subject",
        "email-column-about",
    ]
    .map(|key| Column::words(locale.text(key)));
    Ok(html! {
        (layout::heading(title, html! {
            a .button href=(statements::new_path(names.business)) {
                (locale.text("email-statements-title"))
            }
            a .button href=(settings) { (locale.text("email-settings-title")) }
        }))
        p .quiet { (locale.text("emails-explanation")) }
        @if let Some(notice) = emails_wait(locale, store::standing(reader)?) { (notice) }
        (counts(locale, reader, &path)?)
        (filter_form(names, asked, &path)?)
        @if rows.is_empty() {
            (nothing(locale, asked, &found))
        } @else {
            (table(title, &columns, &rows, None))
        }
        (pages_of(locale, asked, &path, &found))
        (carried(locale, reader)?)
    })
}

/// The emails of the page; with words to search for, as many as were found among those looked at.
fn find(names: &Names<'_>, asked: &Asked) -> Result<Found, StoreError> {
    let filter = asked.filter();
    let query = Query::new(&asked.q);
    let mut before = asked.place();
    if query.is_empty() {
        let page = names.reader().emails(&filter, before, PAGE_EMAILS_COUNT)?;
        return Ok(Found {
            emails: page.emails,
            next: page.next_before,
        });
    }
    let mut found = Vec::new();
    let mut looked_at = 0_usize;
    loop {
        let page = names.reader().emails(&filter, before, 500)?;
        looked_at = looked_at.saturating_add(page.emails.len());
        for email in page.emails {
            let contact = email.contact.map(|key| names.text(key)).transpose()?;
            let texts = [Some(&email.subject), email.failure_reason.as_ref()];
            let people = [&email.to, &email.cc, &email.bcc];
            let texts = texts.into_iter().flatten().chain(contact.as_ref());
            let texts = texts.chain(people.into_iter().flatten());
            if query.finds(texts.map(String::as_str)) {
                let place = (email.created_at, email.key);
                found.push(email);
                if found.len() == PAGE_EMAILS_COUNT {
                    return Ok(Found {
                        emails: found,
                        next: Some(place),
                    });
                }
            }
        }
        before = page.next_before;
        if before.is_none() || looked_at >= SEARCHED_COUNT_MAX {
            return Ok(Found {
                emails: found,
                next: before,
            });
        }
    }
}

fn row(names: &Names<'_>, email: &Email, zone: &str) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let at = email
        .sent_at
        .or(email.queued_at)
        .unwrap_or(email.created_at);
    let subject = match email.subject.trim() {
        "" => locale.text("email-no-subject"),
        subject => subject.to_owned(),
    };
    let href = email_path(names.business, email.key);
    Ok(html! {
        tr {
            (cell(state_badge(locale, email)))
            (cell(moment(locale, at, zone)))
            (cell(html! {
                @for (number, to) in email.to.iter().take(3).enumerate() {
                    @if number > 0 { br; }
                    (user_text(to))
                }
                @if email.to.len() > 3 { " …" }
            }))
            (cell(html! { a href=(href) { (user_text(&subject)) } }))
            (cell(about(names, email)?))
        }
    })
}

/// The record and the contact, where they are here: what an imported email names may be gone.
pub(super) fn about(names: &Names<'_>, email: &Email) -> Result<Markup, StoreError> {
    let mut links = Vec::new();
    for key in [email.record.map(|(key, _)| key), email.contact]
        .into_iter()
        .flatten()
    {
        if let Named::Record { title, .. } = names.named(key)? {
            let href = record_path(names.business, key);
            links.push(html! { a href=(href) { (user_text(&title)) } });
        }
    }
    Ok(html! {
        @for (number, link) in links.iter().enumerate() {
            @if number > 0 { br; }
            (link)
        }
    })
}

/// How many there are in each state, each leading to those.
fn counts(locale: Locale, reader: &dyn Reader, path: &str) -> Result<Markup, StoreError> {
    let counts = reader.email_counts()?;
    Ok(html! {
        @if !counts.is_empty() {
            p {
                @for (number, (state, count)) in counts.iter().enumerate() {
                    @if number > 0 { " · " }
                    a href={ (path) "?state=" (state.code()) } { (locale.text(state_key(*state))) }
                    " " (locale.count(*count))
                }
            }
        }
    })
}

fn filter_form(names: &Names<'_>, asked: &Asked, path: &str) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let labels = EmailState::ALL.map(|state| (state.code(), locale.text(state_key(state))));
    let choices: Vec<Choice<'_>> = labels
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            group: "",
        })
        .collect();
    let mut fixed = Vec::new();
    for (name, text) in [("record", &asked.record), ("contact", &asked.contact)] {
        if let Ok(key) = text.parse::<Key>() {
            let mut without = asked.clone();
            match name {
                "record" => without.record.clear(),
                _ => without.contact.clear(),
            }
            fixed.push((name, key, names.link(key)?, without.href(path, None)));
        }
    }
    Ok(html! {
        form .tools method="get" action=(path) role="search" {
            @for (name, key, ..) in &fixed { (forms::hidden(name, &key.to_string())) }
            (forms::select(
                &Field {
                    name: "state",
                    label: &locale.text("email-column-state"),
                    value: &asked.state,
                    none_label: Some(&locale.text("email-filter-all")),
                    ..Field::default()
                },
                &choices,
            ))
            (forms::text(&Field {
                name: "q",
                label: &locale.text("email-filter-words"),
                value: &asked.q,
                ..Field::default()
            }))
            button .button type="submit" { (locale.text("button-search")) }
        }
        @for (_, _, link, without) in &fixed {
            p {
                (locale.text("email-filter-about")) " " (link) " "
                a .button href=(without) { (locale.text("email-filter-remove")) }
            }
        }
    })
}

fn nothing(locale: Locale, asked: &Asked, found: &Found) -> Markup {
    let is_all = asked.href("", None).is_empty();
    let message = if found.next.is_some() {
        locale.text("email-search-goes-on")
    } else if is_all {
        locale.text("emails-empty")
    } else {
        locale.text("email-nothing-found")
    };
    empty(&message, html! {})
}

fn pages_of(locale: Locale, asked: &Asked, path: &str, found: &Found) -> Markup {
    let first = (!asked.before.is_empty()).then(|| asked.href(path, None));
    let next = found.next.map(|place| asked.href(path, Some(place)));
    if first.is_none() && next.is_none() {
        return html! {};
    }
    let count = u64::try_from(found.emails.len()).unwrap_or(u64::MAX);
    let shown = locale.text_with("emails-count", &[("count", Argument::Count(count))]);
    pager(locale, first.as_deref(), next.as_deref(), &shown)
}

/// Rows of the other program's table: counted, and kept as they are.
fn carried(locale: Locale, reader: &dyn Reader) -> Result<Markup, StoreError> {
    let tables = reader.carried_tables()?;
    if !tables.iter().any(|table| table.name == CARRIED) {
        return Ok(html! {});
    }
    let count = Argument::Count(reader.carried_size(CARRIED)?.0);
    Ok(panel(
        "",
        html! {
            p { (locale.text_with("emails-count", &[("count", count)])) }
            p .quiet { (locale.text("emails-carried")) }
        },
    ))
}
