//! The other program's trail, as an imported file carried it: kept as it came, shown like ours, and
//! not provable.

use super::difference::difference;
use super::list::CHANGES;
use crate::page_error::key_of;
use crate::records::names::{Names, record_path};
use crate::records::words;
use crate::request::Visitor;
use crate::shell::{BusinessShell, NO_TAB, business_page, with_business};
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use books::Key;
use history::Contents;
use jiff::Timestamp;
use maud::{Markup, html};
use pages::tables::{self, Column, amount_cell, cell, empty, facts, pager, panel, table};
use pages::{Argument, Locale, layout, user_text};
use serde::Deserialize;
use store::{Cell, Reader, StoreError};

/// How many rows a page has.
const PAGE_ROWS_COUNT: u64 = 100;
/// .NET ticks at the beginning of 1970, in units of 100 ns.
const TICKS_AT_1970: i64 = 621_355_968_000_000_000;

/// One row of the table.
#[derive(Debug, Default)]
struct Change {
    object: Option<Key>,
    user: String,
    at: Option<Timestamp>,
    before: Contents,
    after: Contents,
}

/// Which page of the list.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    from: u64,
}

/// Rows in the order in which they came, a hundred a page.
pub(super) async fn list_imported_changes(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let locale = visitor.locale;
    let from = asked.from;
    let (shell, (count, body)) = with_business(&app, key_of(&key)?, move |reader, shell| {
        let until = from.saturating_add(PAGE_ROWS_COUNT);
        let mut changes = Vec::new();
        let count = each_change(reader, |at, change| {
            if (from..until).contains(&at) {
                changes.push((at, change()));
            }
        })?;
        let names = Names::new(reader, locale, shell.key);
        let mut rows = Vec::with_capacity(changes.len());
        for (at, change) in &changes {
            rows.push(row(&names, shell, *at, change)?);
        }
        Ok((count, rows))
    })
    .await?;
    let title = locale.text("history-imported-title");
    let here = addresses::business_part(shell.key, "history/imported");
    let page = |from: u64| format!("{here}?from={from}");
    let previous = (from > 0).then(|| page(from.saturating_sub(PAGE_ROWS_COUNT)));
    let next = from.saturating_add(PAGE_ROWS_COUNT);
    let next = (next < count).then(|| page(next));
    let shown = locale.text_with("history-count", &[("count", Argument::Count(count))]);
    let body = html! {
        (layout::heading(&title, html! {}))
        p .quiet { (locale.text("history-legacy")) }
        @if body.is_empty() {
            (empty(&locale.text("history-empty"), html! {}))
        } @else {
            (table(&title, &columns(locale), &body, None))
            (pager(locale, previous.as_deref(), next.as_deref(), &shown))
        }
    };
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

/// One change and its difference.
pub(super) async fn show_imported_change(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((key, row)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let locale = visitor.locale;
    let wanted: u64 = row.parse().map_err(|_| PageError::not_found())?;
    let (shell, body) = with_business(&app, key_of(&key)?, move |reader, shell| {
        let mut found = None;
        each_change(reader, |at, change| {
            if at == wanted {
                found = Some(change());
            }
        })?;
        let change = found.ok_or_else(PageError::not_found)?;
        let names = Names::new(reader, locale, shell.key);
        let record = match change.object {
            Some(record) => names.link(record)?,
            None => html! {},
        };
        let rows = [
            (
                locale.text("history-column-when"),
                html! { (when(locale, shell, &change)) },
            ),
            (locale.text("history-column-who"), user_text(&change.user)),
            (
                locale.text("history-column-what"),
                html! { (what(locale, &change)) },
            ),
            (locale.text("history-column-record"), record),
        ];
        Ok(html! {
            (panel("", facts(&rows)))
            (panel(
                &locale.text("history-difference-title"),
                difference(&names, &change.before, &change.after)?,
            ))
        })
    })
    .await?;
    let title = locale.text("history-imported-title");
    let list = addresses::business_part(shell.key, "history/imported");
    let body = html! {
        (layout::heading(&title, html! { a .button href=(list) { (locale.text("button-back")) } }))
        p .quiet { (locale.text("history-legacy")) }
        (body)
    };
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

/// Visits the rows with their places from 0; a row is read only when it is asked for. Returns how
/// many there are; none when the business carries no such table.
fn each_change(
    reader: &dyn Reader,
    mut visit: impl FnMut(u64, &dyn Fn() -> Change),
) -> Result<u64, StoreError> {
    let tables = reader.carried_tables()?;
    let Some(table) = tables.into_iter().find(|table| table.name == CHANGES) else {
        return Ok(0);
    };
    let columns: Vec<String> = table
        .columns
        .into_iter()
        .map(|column| column.name)
        .collect();
    let mut count = 0;
    reader.each_carried_row(CHANGES, &mut |cells| {
        visit(count, &|| change_of(&columns, &cells));
        count += 1;
        Ok(())
    })?;
    Ok(count)
}

/// Reads a row by the names of its columns; a cell of another sort than expected is no value.
fn change_of(columns: &[String], cells: &[Cell]) -> Change {
    let cell = |name: &str| {
        let at = columns
            .iter()
            .position(|column| column.eq_ignore_ascii_case(name))?;
        cells.get(at)
    };
    let text = |name: &str| match cell(name)? {
        Cell::Text(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        _ => None,
    };
    let key = |name: &str| text(name)?.to_ascii_lowercase().parse().ok();
    let content = |name: &str| match cell(name)? {
        Cell::Blob(bytes) => Some(bytes.clone()),
        _ => None,
    };
    let at = match cell("Timestamp") {
        Some(Cell::Integer(ticks)) => moment(*ticks),
        _ => None,
    };
    Change {
        object: key("Object"),
        user: text("User").unwrap_or_default(),
        at,
        before: Contents {
            content_type: key("ContentTypeBefore"),
            content: content("ContentBefore"),
        },
        after: Contents {
            content_type: key("ContentTypeAfter"),
            content: content("ContentAfter"),
        },
    }
}

/// The moment of .NET ticks.
fn moment(ticks: i64) -> Option<Timestamp> {
    let since = i128::from(ticks) - i128::from(TICKS_AT_1970);
    Timestamp::from_nanosecond(since * 100).ok()
}

fn columns(locale: Locale) -> [Column; 6] {
    [
        Column::amounts(locale.text("history-column-number")),
        Column::words(locale.text("history-column-when")),
        Column::words(locale.text("history-column-who")),
        Column::words(locale.text("history-column-what")),
        Column::words(locale.text("history-column-record")),
        Column::words(locale.text("history-column-difference")),
    ]
}

fn row(
    names: &Names<'_>,
    shell: &BusinessShell,
    at: u64,
    change: &Change,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let kind = change.after.content_type.or(change.before.content_type);
    let address = addresses::business_part(shell.key, &format!("history/imported/{at}"));
    let name = change.object.map(|record| names.text(record)).transpose()?;
    Ok(html! {
        tr {
            (amount_cell(&locale.count(at.saturating_add(1))))
            (cell(match change.at {
                Some(at) => tables::moment(locale, at, shell.zone()),
                None => html! { (when(locale, shell, change)) },
            }))
            (cell(user_text(&change.user)))
            (cell(html! { (what(locale, change)) }))
            (cell(html! {
                @if let Some(kind) = kind {
                    span .quiet { (words::kind_name(locale, kind)) } " "
                }
                @if let (Some(record), Some(name)) = (change.object, &name) {
                    a href=(record_path(shell.key, record)) { (user_text(name)) }
                }
            }))
            (cell(html! { a href=(address) { (locale.text("button-view")) } }))
        }
    })
}

fn when(locale: Locale, shell: &BusinessShell, change: &Change) -> String {
    change.at.map_or_else(
        || locale.text("word-unknown"),
        |at| locale.instant(at, shell.zone()),
    )
}

fn what(locale: Locale, change: &Change) -> String {
    locale.text(match (&change.before.content, &change.after.content) {
        (None, Some(_)) => "history-action-created",
        (Some(_), None) => "history-action-deleted",
        _ => "history-action-changed",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_moments() {
        assert_eq!(moment(TICKS_AT_1970), Some(Timestamp::UNIX_EPOCH));
        assert_eq!(
            moment(638_000_000_000_000_000).map(|at| at.to_string()),
            Some("2022-09-28T22:13:20Z".to_owned())
        );
        assert_eq!(moment(i64::MAX), None);
    }

    #[test]
    fn rows_are_read_by_the_names_of_their_columns() {
        let columns = ["User", "Object", "ContentAfter"].map(str::to_owned);
        let cells = [
            Cell::Text(b"a@example.org".to_vec()),
            Cell::Text(b"5EA52BC4-90AE-4E4A-AEC4-EF1224B279AD".to_vec()),
            Cell::Integer(5),
        ];
        let change = change_of(&columns, &cells);
        assert_eq!(change.user, "a@example.org");
        assert!(change.object.is_some());
        assert_eq!(change.after.content, None);
        assert_eq!(change.at, None);
    }
}
