//! The list of businesses, found by looking at what is stored.

use crate::access;
use crate::blocking::blocking;
use crate::imports::{exchange_message, exchange_notes, standing_badge};
use crate::request::Visitor;
use crate::shell::{plain_page, success};
use crate::{PageError, Shared, addresses};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use books::Key;
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::tables::{
    BadgeKind, Column, badge, cell, empty, folds_named, labelled_amount_cell, labelled_cell,
    moment, table,
};
use pages::{Argument, Locale, forms, layout, user_text};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::BusinessEntry;

/// What has just been done, by the business it was done to.
#[derive(Deserialize)]
pub(super) struct Done {
    restored: Option<String>,
    /// A business that came back in the place of the one that had replaced it.
    undone: Option<String>,
}

pub(super) async fn list_businesses(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let zone = app.time_zone.clone();
    let visitor_locale = visitor.locale;
    let (mut entries, trash_count, exchanges, entrances) = blocking(move || {
        // The Trash only decides about a link; that it cannot be read is said on its own page.
        let trash_count = app.store.trash().map_or(1, |trash| trash.len());
        let mut entries = app.store.businesses()?;
        entries.retain(|entry| access::sees(&app, entry.key));
        // They name businesses that a member may not know.
        let exchanges = match access::current::governs() {
            true => exchange_notes(&app)?,
            false => Vec::new(),
        };
        let entrances = access::entrances(&app, entries.iter(), visitor_locale);
        Ok((entries, trash_count, exchanges, entrances))
    })
    .await?;
    let locale = visitor.locale;
    entries.sort_by(|a, b| locale.compare(&a.name, &b.name).then(a.key.cmp(&b.key)));
    let came_back = [
        (done.restored, "trash-restored"),
        (done.undone, "replace-undone"),
    ];
    let notice = came_back.into_iter().find_map(|(key, sentence)| {
        let key = key?;
        let entry = entries.iter().find(|entry| entry.key.to_string() == key)?;
        let name = Argument::Text(&entry.name);
        let mut text = locale.text_with(sentence, &[("name", name)]);
        if sentence == "replace-undone" && entry.standing.is_own() {
            text = format!("{text} {}", locale.text("answer-back"));
        }
        Some(success(text))
    });
    let title = locale.text("businesses-title");
    let governs = access::current::governs();
    let body = html! {
        (layout::heading(&title, html! { @if governs { (add_menu(locale)) } }))
        @for (exchange, state) in &exchanges { (exchange_message(locale, exchange, *state)) }
        @if entries.is_empty() {
            (empty(
                &locale.text("businesses-empty"),
                html! { @for way in ways(locale, Some("button")) { (way) " " } },
            ))
        } @else {
            (rows(locale, &zone, &entries, &entrances))
        }
        @if governs && !entries.is_empty() {
            p { a href="/keeping" { (icon(Icon::History)) " " (locale.text("kept-all-title")) } }
        }
        @if governs && trash_count > 0 {
            p { a href="/trash" { (icon(Icon::Bin)) " " (locale.text("trash-link")) } }
        }
    };
    Ok(plain_page(&visitor, StatusCode::OK, &title, notice, body))
}

/// Add Business, which opens to its ways; works without scripts.
fn add_menu(locale: Locale) -> Markup {
    let label = html! { (icon(Icon::Add)) (locale.text("businesses-add")) };
    layout::menu(label, &ways(locale, None))
}

/// Creating, importing, and looking into a file; as buttons where the list is empty.
fn ways(locale: Locale, class: Option<&str>) -> [Markup; 4] {
    let way = |href: &str, sign: Icon, label: &str| {
        html! { a class=[class] href=(href) { (icon(sign)) (locale.text(label)) } }
    };
    [
        way("/businesses/new", Icon::Add, "businesses-create"),
        way("/imports/new", Icon::Upload, "businesses-import"),
        way("/opened/new", Icon::History, "opened-title"),
        way("/verifications/new", Icon::Success, "verify-title"),
    ]
}

fn rows(
    locale: Locale,
    zone: &str,
    entries: &[BusinessEntry],
    entrances: &BTreeMap<Key, String>,
) -> Markup {
    let columns = [
        Column::words(locale.text("businesses-column-name")),
        Column::amounts(locale.text("businesses-column-size")),
        Column::words(locale.text("businesses-column-changed")),
        Column::words(locale.text("businesses-column-backup")),
        Column::words(locale.text("list-column-actions")),
    ];
    let rows: Vec<Markup> = entries
        .iter()
        .map(|entry| row(locale, zone, entry, entrances.get(&entry.key)))
        .collect();
    folds_named(table(
        &locale.text("businesses-title"),
        &columns,
        &rows,
        None,
    ))
}

fn row(locale: Locale, zone: &str, entry: &BusinessEntry, first: Option<&String>) -> Markup {
    let summary = addresses::business(entry.key);
    let href = first.unwrap_or(&summary);
    let when = |at: Option<jiff::Timestamp>| at.map(|at| moment(locale, at, zone));
    let changed = when(entry.last_change);
    let backup = when(entry.last_backup);
    let question = locale.text_with(
        "businesses-remove-question",
        &[("name", Argument::Text(&entry.name))],
    );
    html! {
        tr {
            (cell(html! {
                @if let Some(fault) = &entry.fault {
                    (user_text(&entry.name)) " "
                    (badge(BadgeKind::Bad, &locale.text("businesses-unreadable")))
                    p .quiet { (user_text(fault)) }
                } @else {
                    a href=(href) { (user_text(&entry.name)) }
                    @if let Some(badge) = standing_badge(locale, entry.standing) { " " (badge) }
                }
            }))
            (labelled_amount_cell(
                &locale.text("businesses-column-size"),
                &locale.bytes(entry.bytes_count),
            ))
            (labelled_cell(
                &locale.text("businesses-column-changed"),
                html! { @if let Some(when) = &changed { (when) } },
            ))
            (labelled_cell(&locale.text("businesses-column-backup"), html! {
                @match &backup {
                    Some(when) => (when),
                    None => span .quiet { (locale.text("businesses-backup-never")) },
                }
            }))
            (cell(forms::confirmation(
                locale,
                &addresses::business_part(entry.key, "removal"),
                &locale.text("businesses-remove"),
                &question,
            )))
        }
    }
}
