//! Undoing one change (SPEC-history.md, section 11): the record becomes what it was before, by a
//! new entry that names the one it undoes. Nothing is taken out of the trail.
//!
//! Only a record that is as the change left it is touched; otherwise the page shows what changed
//! since. A deleted record comes back with the files that went with it in the same save.

use super::action_label;
use super::difference::difference;
use super::list::titled;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::records::deletion::delete_with_attachments;
use crate::records::lock::require_unlocked;
use crate::records::names::{Names, record_path};
use crate::records::save::history_title;
use crate::request::Visitor;
use crate::shell::{BusinessPage, BusinessShell, NO_TAB, business_page_with};
use crate::stamp::stamp;
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::{Key, Object, kinds};
use history::{Action, Contents, Entry, Stamp, Undoing, undoing};
use interchange::{decode, references};
use maud::{Markup, html};
use pages::tables::panel;
use pages::{Argument, Locale, forms, layout};
use store::{Business, Reader, StoreError, UnitOfWork};

/// `GET /businesses/{business}/history/{sequence}/undoing`: the question, or why not.
pub(super) async fn ask_before_undoing(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, sequence)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let sequence = number_of(&sequence)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        page(&visitor, opened.as_ref(), sequence, None)
    })
    .await
}

/// `POST /businesses/{business}/history/{sequence}/undoing`.
pub(super) async fn undo_change(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, sequence)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let sequence = number_of(&sequence)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        let mut outcome = Ok(business);
        let mut is_there = false;
        opened.write(&mut |work| {
            let entry = work.entry(sequence)?.ok_or_else(PageError::not_found)?;
            outcome = undo(work, &entry, &stamp)?;
            // Nothing is read after it was stored: where that failed, the page would deny it.
            if let Ok(record) = outcome {
                is_there = work.object(record)?.is_some();
            }
            Ok(())
        })?;
        match outcome {
            Ok(record) => {
                let history = format!("history?record={record}");
                Ok(Redirect::to(&if is_there {
                    record_path(business, record)
                } else {
                    addresses::business_part(business, &history)
                })
                .into_response())
            }
            Err(code) => page(&visitor, opened.as_ref(), sequence, Some(code)),
        }
    })
    .await
}

fn number_of(text: &str) -> Result<u64, PageError> {
    text.parse().map_err(|_| PageError::not_found())
}

/// The record that was touched, or the code of the reason why none was.
type Outcome = Result<Key, &'static str>;

fn undo(work: &mut dyn UnitOfWork, entry: &Entry, stamp: &Stamp) -> Result<Outcome, StoreError> {
    let change = &entry.draft;
    let Some(key) = change.object else {
        return Ok(Err(history::UndoRefusal::NoRecord.code()));
    };
    let object = work.object(key)?;
    let now = object.as_ref().map(contents_of).unwrap_or_default();
    let wanted = match undoing(change, &now) {
        Ok(wanted) => wanted,
        Err(refusal) => return Ok(Err(refusal.code())),
    };
    let wanted_object = match &wanted {
        Undoing::Put(contents) => object_of(key, contents),
        Undoing::Delete => None,
    };
    require_unlocked(&*work, object.as_ref(), wanted_object.as_ref())?;
    let facts = [("undoes".to_owned(), entry.sequence.to_string())];
    match (wanted, object) {
        (Undoing::Put(contents), before) => {
            put_back(work, key, &contents, stamp, &facts)?;
            if before.is_none() {
                bring_back_files(work, entry, key, stamp, &facts)?;
            }
        }
        (Undoing::Delete, Some(object)) => {
            if !delete_with_attachments(work, &object, stamp, &facts)? {
                return Ok(Err("record-in-use"));
            }
        }
        (Undoing::Delete, None) => {}
    }
    Ok(Ok(key))
}

fn contents_of(object: &Object) -> Contents {
    Contents {
        content_type: Some(object.content_type),
        content: Some(object.content.clone()),
    }
}

/// The record that has these contents.
fn object_of(key: Key, contents: &Contents) -> Option<Object> {
    Some(Object {
        key,
        content_type: contents.content_type?,
        content: contents.content.clone()?,
        timestamp: None,
    })
}

fn put_back(
    work: &mut dyn UnitOfWork,
    key: Key,
    contents: &Contents,
    stamp: &Stamp,
    facts: &[(String, String)],
) -> Result<(), StoreError> {
    let (Some(content_type), Some(content)) = (contents.content_type, contents.content.clone())
    else {
        return Ok(());
    };
    let object = Object {
        key,
        content_type,
        content,
        timestamp: None,
    };
    let title = history_title(&object);
    work.put_object_telling(key, content_type, &object.content, &title, stamp, facts)?;
    work.unshelve_blob(key)?;
    Ok(())
}

/// Brings back the files that were deleted in the same save as their record.
fn bring_back_files(
    work: &mut dyn UnitOfWork,
    deletion: &Entry,
    owner: Key,
    stamp: &Stamp,
    facts: &[(String, String)],
) -> Result<(), StoreError> {
    // The entries of one save stand side by side; a record's files go before it.
    let mut sequence = deletion.sequence;
    while let Some(before) = sequence.checked_sub(1) {
        sequence = before;
        let Some(entry) = work.entry(sequence)? else {
            break;
        };
        let draft = &entry.draft;
        if draft.stamp.commit != deletion.draft.stamp.commit {
            break;
        }
        if let Some(key) = draft.object
            && draft.action == Action::Delete
            && is_file_on(&draft.before, owner)
            && work.object(key)?.is_none()
        {
            put_back(work, key, &draft.before, stamp, facts)?;
        }
    }
    Ok(())
}

fn is_file_on(contents: &Contents, owner: Key) -> bool {
    let Some(content) = &contents.content else {
        return false;
    };
    contents.content_type == Some(kinds::ATTACHMENT)
        && decode(kinds::ATTACHMENT, content).is_ok_and(|record| {
            references(kinds::ATTACHMENT, &record)
                .iter()
                .any(|(_, named)| *named == owner)
        })
}

/// The question with what would change, or the reason why not with what changed since.
fn page(
    visitor: &Visitor,
    opened: &dyn Business,
    sequence: u64,
    refused: Option<&'static str>,
) -> Result<Response, PageError> {
    let locale = visitor.locale;
    let reader = opened.read()?;
    let reader: &dyn Reader = reader.as_ref();
    let shell = BusinessShell::read(opened.key(), reader)?;
    let entry = reader.entry(sequence)?.ok_or_else(PageError::not_found)?;
    let draft = &entry.draft;
    let record = draft.object.ok_or_else(PageError::not_found)?;
    let names = Names::new(reader, locale, shell.key);
    let object = reader.object(record)?;
    let now = object.as_ref().map(contents_of).unwrap_or_default();
    let refused = refused.or_else(|| undoing(draft, &now).err().map(|refusal| refusal.code()));
    let title = format!(
        "{} · {}",
        label(locale, draft.action),
        titled(locale, &draft.title, shell.name())
    );
    let content = match refused {
        None => question(
            locale,
            &shell,
            &entry,
            difference(&names, &now, &draft.before)?,
        ),
        Some(code) => {
            let since = difference(&names, &draft.after, &now)?;
            html! {
                (forms::form_error(&locale.error(code, &[])))
                @if now != draft.after {
                    (panel(&locale.text("history-undo-since"), since))
                }
            }
        }
    };
    let back = addresses::business_part(shell.key, &format!("history/{sequence}"));
    let actions = html! { a .button href=(back) { (locale.text("button-back")) } };
    let page = BusinessPage {
        title: &title,
        current_tab: NO_TAB,
        body: html! { (layout::heading(&title, actions)) (content) },
        notice: None,
        status: match refused {
            None => StatusCode::OK,
            Some(_) => StatusCode::CONFLICT,
        },
    };
    Ok(business_page_with(visitor, &shell, page))
}

/// What the button is called.
pub(super) fn label(locale: Locale, action: Action) -> String {
    locale.text(if action == Action::Delete {
        "history-bring-back"
    } else {
        "history-undo"
    })
}

fn question(locale: Locale, shell: &BusinessShell, entry: &Entry, would: Markup) -> Markup {
    let sequence = entry.sequence;
    let action = addresses::business_part(shell.key, &format!("history/{sequence}/undoing"));
    let back = addresses::business_part(shell.key, &format!("history/{sequence}"));
    let number = locale.count(sequence);
    let done = action_label(locale, entry.draft.action);
    let told = [
        ("number", Argument::Text(&number)),
        ("what", Argument::Text(&done)),
    ];
    let question = match entry.draft.action {
        Action::Create => locale.text_with("history-undo-question-create", &told),
        Action::Delete => locale.text_with("history-undo-question-delete", &told),
        _ => locale.text_with("history-undo-question-change", &told),
    };
    html! {
        (panel("", forms::form(&action, false, html! {
            p { (question) }
            p .quiet { (locale.text("history-undo-adds")) }
            div .form-buttons {
                button .button .primary type="submit" { (label(locale, entry.draft.action)) }
                a .button href=(back) { (locale.text("button-cancel")) }
            }
        })))
        (panel(&locale.text("history-undo-would"), would))
    }
}
