//! Deleting a record: only when nothing refers to it, and History keeps what it was.

use super::names::{Names, list_path, record_part, record_path};
use super::rules::{deletable, referrers, unlocked};
use super::save::{digest, history_title};
use super::view::titled;
use super::{list, words};
use crate::attachments::attach::{attachments_of, remove_attachment};
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, SETTINGS, business_page_with};
use crate::stamp::stamp;
use crate::{PageError, Shared};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, Object};
use history::Stamp;
use interchange::spec;
use maud::{Markup, html};
use pages::forms;
use pages::layout::heading;
use pages::tables::panel;
use pages::{Argument, user_text};
use serde::Deserialize;
use store::{Business, StoreError, UnitOfWork};

/// More records that refer are counted and not listed.
const REFERRERS_LISTED_MAX: usize = 100;

/// `GET /businesses/{business}/record/{record}/deletion`: the question, or why not.
pub(super) async fn ask_before_deletion(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let key = key_of(&record)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        page(&visitor, opened.as_ref(), business, key, StatusCode::OK)
    })
    .await
}

/// The record was changed after the question was asked.
const CHANGED: &str = "record-changed-before-deletion";

/// The lock date keeps the record.
const LOCKED: [&str; 3] = ["date-locked", "figures-locked", "units-locked"];

/// Whether the page of the question says it.
fn is_told_on_page(code: &str) -> bool {
    ["record-in-use", CHANGED].contains(&code) || LOCKED.contains(&code)
}

/// What the question sends back.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The digest of the record that was to be deleted.
    #[serde(default)]
    base: String,
}

impl Asked {
    /// Nobody deletes a version that they have not seen.
    fn require_version(&self, object: &Object) -> Result<(), StoreError> {
        if self.base.is_empty() || self.base == digest(&object.content) {
            return Ok(());
        }
        Err(PageError::new(StatusCode::CONFLICT, CHANGED).into())
    }
}

/// `POST /businesses/{business}/record/{record}/deletion`.
pub(super) async fn delete_record(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
    Form(asked): Form<Asked>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let key = key_of(&record)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        let mut deleted = None;
        let refused = opened.write(&mut |work| {
            let object = deletable(&*work, key)?;
            asked.require_version(&object)?;
            delete_with_attachments(work, &object, &stamp, &[])?;
            deleted = Some(object.content_type);
            Ok(())
        });
        match (refused.map_err(PageError::from), deleted) {
            (Ok(()), Some(content_type)) => {
                Ok(Redirect::to(&list_path(business, content_type)).into_response())
            }
            (Err(error), _) if !is_told_on_page(error.code) => Err(error),
            _ => page(
                &visitor,
                opened.as_ref(),
                business,
                key,
                StatusCode::CONFLICT,
            ),
        }
    })
    .await
}

/// Deletes a record with the files on it, unless other records refer to it; whether it did. The
/// bytes are laid aside: History can bring the record back with its files.
///
/// # Errors
/// When the store cannot be written.
pub fn delete_with_attachments(
    work: &mut dyn UnitOfWork,
    object: &Object,
    stamp: &Stamp,
    facts: &[(String, String)],
) -> Result<bool, StoreError> {
    if !referrers(&*work, object.key)?.is_empty() {
        return Ok(false);
    }
    for attachment in attachments_of(&*work, object.key)? {
        remove_attachment(work, attachment.key, stamp)?;
    }
    work.delete_object_telling(object.key, &history_title(object), stamp, facts)?;
    work.shelve_blob(object.key)?;
    Ok(true)
}

fn page(
    visitor: &Visitor,
    opened: &dyn Business,
    business: Key,
    key: Key,
    status: StatusCode,
) -> Result<Response, PageError> {
    let reader = opened.read()?;
    let found = reader.object(key)?;
    let object = found.ok_or(StoreError::RecordNotFound(key))?;
    let locked = match unlocked(reader.as_ref(), key).map_err(PageError::from) {
        Ok(_) => None,
        Err(error) if LOCKED.contains(&error.code) => Some(error),
        Err(error) => return Err(error),
    };
    let shell = BusinessShell::read(business, reader.as_ref())?;
    let names = Names::new(reader.as_ref(), visitor.locale, business);
    let referrers = referrers(reader.as_ref(), key)?;
    let name = titled(&names, &object);
    let content = if let Some(error) = &locked {
        kept_by_lock(&names, key, error)
    } else if referrers.is_empty() {
        question(&names, &object, &name, status)
    } else {
        in_use(&names, key, &name, &referrers)?
    };
    let page = BusinessPage {
        title: &name,
        current_tab: spec(object.content_type).map_or(SETTINGS, list::tab_of),
        body: html! { (heading(&name, html! {})) (content) },
        notice: None,
        status: locked.map_or(status, |error| error.status),
    };
    Ok(business_page_with(visitor, &shell, page))
}

fn question(names: &Names<'_>, object: &Object, name: &str, status: StatusCode) -> Markup {
    let locale = names.locale;
    let key = object.key;
    let question = locale.text_with("record-delete-question", &[("name", Argument::Text(name))]);
    let action = record_part(names.business, key, "deletion");
    let back = record_path(names.business, key);
    panel(
        "",
        html! {
            @if status == StatusCode::CONFLICT {
                (forms::form_error(&locale.error(CHANGED, &[])))
            }
            (forms::form(&action, false, html! {
                (forms::hidden("base", &digest(&object.content)))
                p { (question) }
                div .form-buttons {
                    button .button .danger type="submit" { (locale.text("button-delete")) }
                    a .button href=(back) { (locale.text("button-cancel")) }
                }
            }))
        },
    )
}

/// Why the lock date keeps the record, with the way back to it.
fn kept_by_lock(names: &Names<'_>, key: Key, error: &PageError) -> Markup {
    let back = record_path(names.business, key);
    html! {
        (forms::form_error(&error.sentence(names.locale)))
        a .button href=(back) { (names.locale.text("button-back")) }
    }
}

/// Who refers to the record, each with its kind.
fn in_use(
    names: &Names<'_>,
    key: Key,
    name: &str,
    referrers: &[Key],
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let sight = names.sight()?;
    let mut are_hidden = false;
    let mut items = Vec::new();
    for referrer in referrers.iter().take(REFERRERS_LISTED_MAX) {
        if let Some(object) = names.reader().object(*referrer)? {
            if !sight.is_of(object.content_type) {
                are_hidden = true;
                continue;
            }
            let kind = words::kind_name(locale, object.content_type);
            let title = names.title_of(&object);
            let href = record_path(names.business, *referrer);
            items.push(html! { li { (kind) ": " a href=(href) { (user_text(&title)) } } });
        }
    }
    let count = u64::try_from(referrers.len()).unwrap_or(u64::MAX);
    let sentence = locale.text_with("record-in-use", &[("name", Argument::Text(name))]);
    Ok(html! {
        (forms::form_error(&sentence))
        (panel(
            &locale.text_with("record-used-by", &[("count", Argument::Count(count))]),
            html! {
                ul { @for item in &items { (item) } }
                @if are_hidden { p .muted { (locale.text("documents-hidden")) } }
                a .button href=(record_path(names.business, key)) { (locale.text("button-back")) }
            },
        ))
    })
}
