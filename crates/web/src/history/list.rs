//! The list of entries: newest first, filtered, a hundred a page.

use super::filter::{Asked, Understood};
use super::{action_label, of_record, who};
use crate::page_error::key_of;
use crate::records::names::{record_part, record_path};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessShell, NO_TAB, business_page, with_business};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use books::Key;
use history::Entry;
use jiff::civil::Date;
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::tables::{Column, amount_cell, cell, empty, folds, moment, pager, table};
use pages::{Argument, Locale, layout, user_text};
use std::collections::HashSet;
use store::{EntryPage, Reader, StoreError};

/// How many entries a page has.
const PAGE_ENTRIES_COUNT: usize = 100;
/// The other program's trail, as imported files carry it.
pub(super) const CHANGES: &str = "Changes";

/// What the page is made of.
struct Read {
    understood: Understood,
    page: EntryPage,
    /// The records of the page that are not there any more.
    gone: HashSet<Key>,
    users: Vec<String>,
    entries_count: u64,
    imported_count: u64,
    /// The record the page is about, when it is about one: what it is called.
    about: Option<String>,
}

/// The History of a business, or of one record of it.
pub(super) async fn list_history(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let locale = visitor.locale;
    let question = asked.clone();
    let (shell, read) = with_business(&app, key_of(&key)?, move |reader, shell| {
        let understood = question.understood(locale, shell.zone())?;
        let (filter, before) = (&understood.filter, understood.before);
        let page = of_record::entries(reader, filter, before, PAGE_ENTRIES_COUNT)?;
        let gone = gone(reader, &page)?;
        let carried = reader.carried_tables()?;
        let has_changes = carried.iter().any(|table| table.name == CHANGES);
        let about = match understood.filter.object {
            None => None,
            Some(record) => Some(match reader.object(record)? {
                Some(object) => {
                    crate::records::names::Names::new(reader, locale, shell.key).title_of(&object)
                }
                // A deleted record is called what it was called last.
                None => last_name(locale, &page, record),
            }),
        };
        Ok(Read {
            understood,
            page,
            users: reader.history_user_names()?,
            entries_count: reader.history_head()?.sequence,
            gone,
            imported_count: if has_changes {
                reader.carried_size(CHANGES)?.0
            } else {
                0
            },
            about,
        })
    })
    .await?;
    let title = match &read.about {
        None => locale.text("history-title"),
        Some(name) => locale.text_with("history-of-record", &[("name", Argument::Text(name))]),
    };
    let body = html! {
        (layout::heading(&title, actions(locale, &shell, &asked)))
        p .quiet {
            (locale.text("history-explanation")) " "
            (locale.text_with("history-count", &[("count", Argument::Count(read.entries_count))]))
        }
        @if read.imported_count > 0 {
            p {
                a href=(addresses::business_part(shell.key, "history/imported")) {
                    (locale.text("history-legacy"))
                }
                " " span .tab-count { (locale.count(read.imported_count)) }
            }
        }
        (asked.form(locale, &shell, &read.users, &read.understood))
        (entries(locale, &shell, &asked, &read))
    };
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

/// The filtered trail as a file, and the proof of the whole.
fn actions(locale: Locale, shell: &BusinessShell, asked: &Asked) -> Markup {
    let verification = addresses::business_part(shell.key, "history/verification");
    html! {
        a .button href=(verification) { (locale.text("history-verify")) }
        a .button href=(asked.export_address(shell.key, "trail.csv")) {
            (icon(Icon::Download)) (locale.text("history-export-csv"))
        }
        a .button href=(asked.export_address(shell.key, "trail.json")) {
            (icon(Icon::Download)) (locale.text("history-export-json"))
        }
    }
}

fn entries(locale: Locale, shell: &BusinessShell, asked: &Asked, read: &Read) -> Markup {
    let page = &read.page;
    if page.entries.is_empty() {
        return empty(&locale.text("history-empty"), html! {});
    }
    let columns = [
        Column::amounts(locale.text("history-column-number")),
        Column::words(locale.text("history-column-when")),
        Column::words(locale.text("history-column-who")),
        Column::words(locale.text("history-column-what")),
        Column::words(locale.text("history-column-record")),
        Column::words(locale.text("history-column-difference")),
    ];
    let rows: Vec<Markup> = page
        .entries
        .iter()
        .map(|entry| row(locale, shell, entry, &read.gone))
        .collect();
    let next = page
        .next_before
        .map(|before| asked.address(shell.key, before));
    let newest = asked
        .before
        .parse::<u64>()
        .is_ok()
        .then(|| asked.address(shell.key, u64::MAX));
    let count = Argument::Count(page.entries.len() as u64);
    let shown = locale.text_with("history-count", &[("count", count)]);
    html! {
        (folds(table(&locale.text("history-title"), &columns, &rows, None)))
        @if next.is_some() || newest.is_some() {
            (pager(locale, newest.as_deref(), next.as_deref(), &shown))
        }
    }
}

/// The records of a page that were deleted: their pages are those of the past.
fn gone(reader: &dyn Reader, page: &EntryPage) -> Result<HashSet<Key>, StoreError> {
    let mut gone = HashSet::new();
    for entry in &page.entries {
        if let Some(record) = entry.draft.object.filter(|it| !gone.contains(it))
            && reader.object(record)?.is_none()
        {
            gone.insert(record);
        }
    }
    Ok(gone)
}

/// What a deleted record was called last.
fn last_name(locale: Locale, page: &EntryPage, record: Key) -> String {
    let mut entries = page.entries.iter();
    let entry = entries.find(|entry| entry.draft.object == Some(record));
    entry.map_or_else(
        || record.to_string(),
        |entry| {
            let draft = &entry.draft;
            let kind = draft.after.content_type.or(draft.before.content_type);
            titled(locale, &draft.title, &unnamed(locale, kind, record))
        },
    )
}

/// Where the record of an entry is looked at: as it is, or, where it is gone, as it last was.
pub(super) fn place_of(business: Key, record: Key, entry: &Entry, is_gone: bool) -> String {
    if !is_gone {
        return record_path(business, record);
    }
    // What an entry deleted is seen as it was before it.
    let was = entry.draft.after.content.is_none();
    let sequence = entry.sequence.saturating_sub(u64::from(was));
    record_part(business, record, &format!("as-at/{sequence}"))
}

fn row(locale: Locale, shell: &BusinessShell, entry: &Entry, gone: &HashSet<Key>) -> Markup {
    let draft = &entry.draft;
    let address = addresses::business_part(shell.key, &format!("history/{}", entry.sequence));
    let kind = draft.after.content_type.or(draft.before.content_type);
    html! {
        tr {
            (amount_cell(&locale.count(entry.sequence)))
            (cell(moment(locale, draft.stamp.instant, shell.zone())))
            (cell(who(locale, &draft.stamp)))
            (cell(html! { (action_label(locale, draft.action)) }))
            (cell(html! {
                @match (draft.object, kind) {
                    (Some(record), kind) => {
                        @if let Some(kind) = kind.filter(|_| !draft.title.trim().is_empty()) {
                            span .quiet { (words::kind_name(locale, kind)) } " "
                        }
                        a href=(place_of(shell.key, record, entry, gone.contains(&record))) {
                            (user_text(&titled(
                                locale,
                                &draft.title,
                                &unnamed(locale, kind, record),
                            )))
                        }
                    },
                    (None, _) => (user_text(&draft.title)),
                }
            }))
            (cell(html! { a href=(address) { (locale.text("button-view")) } }))
        }
    }
}

/// What stands for the name of a record that has none: a starting balance, a location. Its kind
/// says more than its key does.
pub(super) fn unnamed(locale: Locale, kind: Option<Key>, record: Key) -> String {
    kind.map_or_else(|| record.to_string(), |kind| words::kind_name(locale, kind))
}

/// The title, or what stands for one. A record that is called by its day alone is stored with it as
/// `yyyy-MM-dd`, and shown as the reader writes days.
pub(super) fn titled(locale: Locale, title: &str, otherwise: &str) -> String {
    match title.trim() {
        "" => otherwise.to_owned(),
        title => day_of(title).map_or_else(|| title.to_owned(), |day| locale.date(day)),
    }
}

/// The day that a title is, and nothing else.
fn day_of(title: &str) -> Option<Date> {
    let day: Date = title.parse().ok()?;
    (day.to_string() == title).then_some(day)
}
