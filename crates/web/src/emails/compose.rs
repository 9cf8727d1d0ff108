//! The form of an email, opened for something to send or for a draft.

use super::form::Form;
use super::source::{self, Sending};
use super::typed::{Typed, query_of, report_of};
use super::{download, files, templates};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::request::Visitor;
use crate::shell::{BusinessShell, NO_TAB, business_page};
use crate::stamp::random_key;
use crate::{App, PageError, Shared, addresses};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use books::Key;
use mail::{MailError, MailSettings, Mailbox};
use maud::html;
use pages::layout;
use pages::tables::panel;

/// The account of a business; nothing when none was given.
pub(super) fn account(app: &App, business: Key) -> Result<Option<MailSettings>, MailError> {
    app.mailroom.vault()?.mail_settings(business)
}

/// `GET …/emails/new?record=KEY` or `?report=NAME&…`, both with `&language=`.
pub(super) async fn new_email(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let Some(settings) = account(&app, business)? else {
            return Ok(no_account(&visitor, &shell));
        };
        let query = query_of(&pairs);
        let asked = Typed::read(pairs);
        let asked = Typed {
            email: random_key()?.to_string(),
            query,
            ..asked
        };
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let sending = asked.sending(&names)?.ok_or_else(PageError::not_found)?;
        let typed = opened_form(&names, &asked, &sending, &settings)?;
        let form = Form {
            typed: &typed,
            sending: Some(&sending),
            draft: None,
            error: None,
        };
        form.page(&visitor, &shell, reader.as_ref())
    })
    .await
}

/// The form of a new email: whom it is for, and the template filled.
fn opened_form(
    names: &Names<'_>,
    asked: &Typed,
    sending: &Sending,
    settings: &MailSettings,
) -> Result<Typed, PageError> {
    let locale = asked.locale(names.locale);
    let reader = names.reader();
    let template = templates::template_for(reader, locale, &sending.purpose)?;
    let needs_balance = [&template.subject, &template.text]
        .iter()
        .any(|text| text.contains("{balance}"));
    let in_language = Names::new(reader, locale, names.business);
    let filled = template.fill(&source::values(&in_language, sending, needs_balance)?)?;
    let to = match sending.contact {
        Some(contact) => source::addresses_of(names, contact)?,
        None => Vec::new(),
    };
    let list = |all: &[Mailbox]| {
        let texts: Vec<String> = all.iter().map(Mailbox::to_string).collect();
        texts.join("\n")
    };
    let oneself = settings.copies_to_oneself.then(|| settings.from.clone());
    let (report, query) = report_of(sending);
    let offered = files::offered(reader, Some(sending), None)?;
    Ok(Typed {
        record: sending
            .record
            .map(|(key, _)| key.to_string())
            .unwrap_or_default(),
        report,
        query,
        language: locale.language.code().to_owned(),
        to: list(&to),
        bcc: list(oneself.as_slice()),
        reply_to: settings
            .reply_to
            .as_ref()
            .map(Mailbox::to_string)
            .unwrap_or_default(),
        subject: one_line(&filled.subject),
        text: filled.text,
        files: files::ticked_at_first(&offered, false),
        ..asked.clone()
    })
}

/// A subject without the holes that placeholders without a value leave.
pub(super) fn one_line(subject: &str) -> String {
    let words: Vec<&str> = subject
        .split([' ', '\n', '\r', '\t'])
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// `GET …/emails/{email}/edit`: a draft.
pub(super) async fn edit_draft(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, email)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, key) = (key_of(&business)?, key_of(&email)?);
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let shell = BusinessShell::read(business, reader.as_ref())?;
        let email = reader.email(key)?.ok_or(MailError::EmailNotFound(key))?;
        if !files::is_draft(reader.as_ref(), key)? {
            let state = email.state.code();
            return Err(MailError::WrongState { key, state }.into());
        }
        let (_, read) = download::read_kept(reader.as_ref(), key)?;
        let text = read.text.replace("\r\n", "\n");
        let mut typed = Typed::of_draft(&email, text);
        let names = Names::new(reader.as_ref(), visitor.locale, business);
        let sending = typed.sending(&names)?;
        let offered = files::offered(reader.as_ref(), sending.as_ref(), Some(key))?;
        typed.files = files::ticked_at_first(&offered, true);
        typed.language = visitor.locale.language.code().to_owned();
        let form = Form {
            typed: &typed,
            sending: sending.as_ref(),
            draft: Some(key),
            error: None,
        };
        form.page(&visitor, &shell, reader.as_ref())
    })
    .await
}

/// What stands in the place of the form while there is no account to send from.
pub(super) fn no_account(visitor: &Visitor, shell: &BusinessShell) -> Response {
    let locale = visitor.locale;
    let title = locale.text("email-new-title");
    let settings = addresses::business_part(shell.key, "settings/email");
    let body = html! {
        (layout::heading(&title, html! {}))
        (panel("", html! {
            p { (locale.text("email-no-account")) }
            p { a .button .primary href=(settings) { (locale.text("email-settings-open")) } }
        }))
    };
    business_page(visitor, shell, &title, NO_TAB, body)
}
