//! One email: where it stands, what it says exactly, and what can be done about it.
//!
//! The text is shown as text, whatever it holds: a message may have come with a file.

use super::compose::account;
use super::list::about;
use super::words::{failure_box, is_held, state_badge, state_sentence};
use super::{download, email_path};
use crate::long_work::{POLL, reload_without_scripts};
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::request::Visitor;
use crate::shell::{NO_TAB, business_page, with_business};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use mail::{MailError, ReadMessage};
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::tables::{Column, amount_cell, cell, facts, panel, progress, table};
use pages::{Locale, forms, layout, user_text};
use serde::Deserialize;
use store::{Email, EmailState, StoreError};

/// How long the page of an email that waits asks whether it was sent. Later the person does.
const WATCHED_S: i64 = 60;

/// Whether a script asks.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    poll: Option<String>,
}

/// `GET …/emails/{email}`.
pub(super) async fn show_email(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, email)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&email)?);
    let locale = visitor.locale;
    let asked_app = app.clone();
    let (shell, seen) = with_business(&app, business, move |reader, shell| {
        // The vault may lie in a database: it is asked where waiting is allowed.
        let kept = account(&asked_app, business);
        let has_account = kept.is_ok_and(|settings| settings.is_some());
        let email = reader.email(key)?.ok_or(MailError::EmailNotFound(key))?;
        let is_watched = has_account && is_watched(&email, Timestamp::now());
        if asked.poll.is_some() && !is_watched {
            return Ok(None);
        }
        let (bytes_count, read) = download::read_kept(reader, key)?;
        let names = Names::new(reader, locale, shell.key);
        let title = match email.subject.trim() {
            "" => locale.text("email-no-subject"),
            subject => subject.to_owned(),
        };
        let page = Page {
            names: &names,
            email: &email,
            read: &read,
            bytes_count: u64::try_from(bytes_count).unwrap_or(u64::MAX),
            zone: shell.zone(),
            is_watched,
            has_account,
        };
        Ok(Some((page.body(&title)?, title)))
    })
    .await?;
    let here = email_path(business, key);
    Ok(match seen {
        Some((body, title)) => business_page(&visitor, &shell, &title, NO_TAB, body),
        // The script is led to the page as it is now.
        None => Redirect::to(&here).into_response(),
    })
}

/// Whether the sender may take it at any moment.
fn is_watched(email: &Email, now: Timestamp) -> bool {
    let since = email.queued_at.unwrap_or(email.created_at);
    let is_recent = now.duration_since(since) < SignedDuration::from_secs(WATCHED_S);
    match email.state {
        EmailState::Queued => !email.is_held && is_recent,
        EmailState::Sending => is_recent,
        _ => false,
    }
}

/// What the page is made of.
struct Page<'a> {
    names: &'a Names<'a>,
    email: &'a Email,
    read: &'a ReadMessage,
    bytes_count: u64,
    zone: &'a str,
    is_watched: bool,
    has_account: bool,
}

impl Page<'_> {
    fn locale(&self) -> Locale {
        self.names.locale
    }

    fn here(&self) -> String {
        email_path(self.names.business, self.email.key)
    }

    fn body(&self, title: &str) -> Result<Markup, StoreError> {
        let list = addresses::business_part(self.names.business, "emails");
        Ok(html! {
            (layout::heading(title, html! {
                a .button href=(list) { (self.locale().text("emails-title")) }
            }))
            (self.standing())
            (panel("", facts(&self.facts()?)))
            (panel(&self.locale().text("email-text"), html! {
                div .user-block dir="auto" { (self.read.text) }
            }))
            @if !self.read.attachments.is_empty() { (self.files()) }
            (self.whole_message())
        })
    }

    /// Where it stands, what went wrong, and what can be done.
    fn standing(&self) -> Markup {
        let (locale, email) = (self.locale(), self.email);
        let waits_for_account =
            !self.has_account && email.state == EmailState::Queued && !is_held(email);
        panel(
            "",
            html! {
                p { (state_badge(locale, email)) " " (state_sentence(locale, email)) }
                @if let Some(code) = &email.failure {
                    (failure_box(locale, code, email.failure_reason.as_deref().unwrap_or_default()))
                }
                @if waits_for_account {
                    p { (locale.text("email-no-account")) " "
                        a href=(addresses::business_part(self.names.business, "settings/email")) {
                            (locale.text("email-settings-open"))
                        }
                    }
                }
                @if self.is_watched {
                    (reload_without_scripts())
                    (progress(
                        locale,
                        &format!("{}?{POLL}=1", self.here()),
                        &locale.text("email-being-sent"),
                        None,
                    ))
                }
                div .form-buttons { (self.acts()) }
            },
        )
    }

    fn acts(&self) -> Markup {
        let locale = self.locale();
        let at = |part: &str| format!("{}/{part}", self.here());
        let button = |part: &str, label: &str, values: &[(&str, &str)]| {
            forms::button_form(&at(part), &locale.text(label), values)
        };
        let asked = |part: &str, label: &str, question: &str| {
            forms::confirmation(
                locale,
                &at(part),
                &locale.text(label),
                &locale.text(question),
            )
        };
        match self.email.state {
            EmailState::Draft => html! {
                a .button .primary href=(at("edit")) {
                    (icon(Icon::Edit)) (locale.text("email-edit"))
                }
                (button("queueing", "email-send", &[]))
                (asked("deletion", "button-delete", "email-delete-question"))
            },
            EmailState::Queued if self.email.is_held => html! {
                (asked("queueing", "email-send", "email-held-question"))
                (button("withdrawal", "email-withdraw", &[]))
            },
            EmailState::Queued => button("withdrawal", "email-withdraw", &[]),
            EmailState::Failed => html! {
                (button("queueing", "email-retry", &[]))
                // What was refused for good, such as a wrong address, can only be written anew.
                @if let Some((record, _)) = self.email.record {
                    @let part = format!("emails/new?record={record}");
                    a .button href=(addresses::business_part(self.names.business, &part)) {
                        (icon(Icon::Envelope)) (locale.text("email-new-title"))
                    }
                }
            },
            EmailState::Uncertain => html! {
                (button("arrival", "email-arrived", &[("arrived", "yes")]))
                (button("arrival", "email-not-arrived", &[("arrived", "no")]))
                (asked("queueing", "email-send-again", "email-send-again-question"))
            },
            EmailState::Sending | EmailState::Sent => html! {},
        }
    }

    fn facts(&self) -> Result<Vec<(String, Markup)>, StoreError> {
        let (locale, email) = (self.locale(), self.email);
        let mut rows = Vec::new();
        let people = |texts: &[String]| {
            html! {
                @for (number, text) in texts.iter().enumerate() {
                    @if number > 0 { br; }
                    (user_text(text))
                }
            }
        };
        let mut add = |key: &str, value: Markup| rows.push((locale.text(key), value));
        add("email-from", html! { (user_text(&email.from)) });
        for (key, list) in [
            ("email-to", &email.to),
            ("email-cc", &email.cc),
            ("email-bcc", &email.bcc),
        ] {
            if !list.is_empty() {
                add(key, people(list));
            }
        }
        if let Some(reply_to) = &email.reply_to {
            add("email-reply-to", html! { (user_text(reply_to)) });
        }
        let about = about(self.names, email)?;
        if !about.0.is_empty() {
            add("email-column-about", about);
        }
        for (key, at) in [
            ("email-created-at", Some(email.created_at)),
            ("email-queued-at", email.queued_at),
            ("email-sent-at", email.sent_at),
        ] {
            if let Some(at) = at {
                add(key, html! { (locale.instant(at, self.zone)) });
            }
        }
        if email.attempts_count > 0 {
            let count = u64::from(email.attempts_count);
            add("email-attempts", html! { (locale.count(count)) });
        }
        add("email-message-id", html! { code { (email.message_id) } });
        Ok(rows)
    }

    fn files(&self) -> Markup {
        let locale = self.locale();
        let title = locale.text("email-files");
        let columns = [
            Column::words(locale.text("attachments-column-name")),
            Column::amounts(locale.text("attachments-column-size")),
        ];
        let files = self.read.attachments.iter().enumerate();
        let rows: Vec<Markup> = files
            .map(|(number, file)| {
                let href = format!("{}/attachments/{number}", self.here());
                let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
                let name = match file.name.trim() {
                    "" => locale.text("email-file-nameless"),
                    name => name.to_owned(),
                };
                html! {
                    tr {
                        (cell(html! { a href=(href) { (user_text(&name)) } }))
                        (amount_cell(&locale.bytes(size)))
                    }
                }
            })
            .collect();
        panel(&title, table(&title, &columns, &rows, None))
    }

    fn whole_message(&self) -> Markup {
        let locale = self.locale();
        let href = format!("{}/message", self.here());
        panel(
            "",
            html! {
                p {
                    a .button href=(href) {
                        (icon(Icon::Download)) (locale.text("email-message-download"))
                    }
                    " " span .muted { (locale.bytes(self.bytes_count)) }
                }
                p .field-hint { (locale.text("email-message-hint")) }
            },
        )
    }
}
