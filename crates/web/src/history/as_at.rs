//! A record as it was right after an entry of the trail, by the same views as the record today and
//! with nothing to do on it. A deleted record can be looked at too.

use super::list::titled;
use crate::page_error::key_of;
use crate::records::names::{Names, record_part, record_path};
use crate::records::{view, words};
use crate::request::Visitor;
use crate::shell::{BusinessShell, NO_TAB, business_page, with_business};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, State};
use axum::response::Response;
use books::{Key, Object};
use history::{Contents, Entry};
use maud::{Markup, html};
use pages::tables::empty;
use pages::{Argument, Locale, layout};
use store::{EntryFilter, Reader, StoreError};

/// How many entries of a record are read at once, looking for those around a moment.
const ENTRIES_AT_ONCE: usize = 100;

/// The entries about a record around a moment.
struct Around {
    /// The last one at or before it.
    at: Option<Entry>,
    /// The one before that.
    older: Option<u64>,
    /// The first one after the moment.
    newer: Option<Entry>,
}

/// `GET /businesses/{business}/record/{record}/as-at/{sequence}`.
pub(super) async fn show_record_as_at(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record, sequence)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let locale = visitor.locale;
    let record = key_of(&record)?;
    let sequence: u64 = sequence.parse().map_err(|_| PageError::not_found())?;
    let (shell, (title, body)) = with_business(&app, key_of(&business)?, move |reader, shell| {
        let around = around(reader, record, sequence)?;
        let contents = contents_at(reader, record, &around)?.ok_or_else(PageError::not_found)?;
        let names = Names::new(reader, locale, shell.key);
        let object = object_of(record, contents);
        let name = match &object {
            Some(object) => names.title_of(object),
            None => last_title(locale, &around, record),
        };
        let title = locale.text_with("history-as-at-title", &[("name", Argument::Text(&name))]);
        let content = match &object {
            Some(object) => html! {
                p .kind-line { (words::kind_name(locale, object.content_type)) }
                (view::content_only(&names, object)?)
            },
            None => empty(&locale.text("history-as-at-none"), html! {}),
        };
        let body = html! {
            (layout::heading(&title, ways(locale, shell, reader, record, &around)?))
            p .notice .info { (when(locale, shell, &around)) }
            (content)
        };
        Ok((title, body))
    })
    .await?;
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

fn filter(record: Key) -> EntryFilter {
    EntryFilter {
        object: Some(record),
        ..EntryFilter::default()
    }
}

fn around(reader: &dyn Reader, record: Key, sequence: u64) -> Result<Around, StoreError> {
    let below = sequence.checked_add(1);
    let mut page = reader
        .entries(&filter(record), below, 2)?
        .entries
        .into_iter();
    let at = page.next();
    let older = page.next().map(|entry| entry.sequence);
    let mut newer = None;
    let mut before = None;
    loop {
        let page = reader.entries(&filter(record), before, ENTRIES_AT_ONCE)?;
        let is_end = page.entries.iter().any(|entry| entry.sequence <= sequence);
        let mut later = page.entries.into_iter().rev();
        newer = later.find(|entry| entry.sequence > sequence).or(newer);
        before = page.next_before;
        if is_end || before.is_none() {
            break;
        }
    }
    Ok(Around { at, older, newer })
}

/// What the record was; nothing when neither the trail nor the business knows it.
fn contents_at(
    reader: &dyn Reader,
    record: Key,
    around: &Around,
) -> Result<Option<Contents>, StoreError> {
    if let Some(entry) = &around.at {
        return Ok(Some(entry.draft.after.clone()));
    }
    if let Some(entry) = &around.newer {
        return Ok(Some(entry.draft.before.clone()));
    }
    Ok(reader.object(record)?.map(|object| Contents {
        content_type: Some(object.content_type),
        content: Some(object.content),
    }))
}

fn object_of(key: Key, contents: Contents) -> Option<Object> {
    Some(Object {
        key,
        content_type: contents.content_type?,
        content: contents.content?,
        timestamp: None,
    })
}

fn last_title(locale: Locale, around: &Around, record: Key) -> String {
    let known = around.at.as_ref().or(around.newer.as_ref());
    let title = known.map_or("", |entry| entry.draft.title.as_str());
    titled(locale, title, &record.to_string())
}

fn when(locale: Locale, shell: &BusinessShell, around: &Around) -> String {
    match &around.at {
        Some(entry) => {
            let at = locale.instant(entry.draft.stamp.instant, shell.zone());
            let number = locale.count(entry.sequence);
            let told = [
                ("when", Argument::Text(&at)),
                ("number", Argument::Text(&number)),
            ];
            locale.text_with("history-as-at-explained", &told)
        }
        None => locale.text("history-as-at-first"),
    }
}

/// To the entry before, the entry after, the record today and its history.
fn ways(
    locale: Locale,
    shell: &BusinessShell,
    reader: &dyn Reader,
    record: Key,
    around: &Around,
) -> Result<Markup, StoreError> {
    let as_at = |sequence: u64| record_part(shell.key, record, &format!("as-at/{sequence}"));
    let history = addresses::business_part(shell.key, &format!("history?record={record}"));
    let is_there = reader.object(record)?.is_some();
    Ok(html! {
        @if let Some(older) = around.older {
            a .button href=(as_at(older)) { (locale.text("history-next-older")) }
        }
        @if let Some(newer) = &around.newer {
            a .button href=(as_at(newer.sequence)) { (locale.text("history-next-newer")) }
        }
        @if is_there {
            a .button href=(record_path(shell.key, record)) {
                (locale.text("history-as-at-today"))
            }
        }
        a .button href=(history) { (locale.text("record-history")) }
    })
}
