//! Kept backups of all businesses on one page: how safe each is, and the month of all together.

use super::calendar::{Days, Month};
use super::day::DayList;
use super::glance::Glance;
use super::mending::DAMAGED;
use super::page::{Asked, Read, going_on};
use super::words::{address, date_of};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::shell::{plain_page, refusal};
use crate::{App, PageError, Shared};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backup::{books_key, catalog_key};
use catalog::EntryFilter;
use maud::{Markup, html};
use pages::tables::{BadgeKind, Column, badge, cell, folds, moment, table};
use pages::{Locale, layout, user_text};

/// One business, and how safe it is.
struct Row {
    name: String,
    glance: Glance,
}

/// `GET /keeping`.
pub(super) async fn show_all(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let zone = app.time_zone.clone();
    let today = date_of(app.keeping.now(), &zone);
    let day = asked.day(today);
    let shared = app.clone();
    let looked = blocking(move || {
        let has_places = !shared.keeping.places()?.is_empty();
        let read = Read::month(&shared, None, day, &shared.time_zone)?;
        Ok((rows(&shared)?, read, has_places))
    })
    .await;
    let locale = visitor.locale;
    let (mut rows, read, has_places) = match looked {
        Err(error) if error.code == DAMAGED => return Ok(damaged(&visitor, &error)),
        looked => looked?,
    };
    rows.sort_by(|a, b| locale.compare(&a.name, &b.name));
    let days = Days::of(&read.entries, &read.runs, &zone);
    let month = Month {
        of: day,
        chosen: day,
        today,
        days: &days,
        href: "/keeping",
    };
    let list = DayList {
        date: day,
        zone: &zone,
        entries: &read.entries,
        runs: &read.runs,
        places: &read.places,
        names_businesses: true,
    };
    let title = locale.text("kept-all-title");
    let ongoing = app.keeping.ongoing();
    let body = html! {
        (layout::heading(&title, ways(locale)))
        @if let Some(ongoing) = &ongoing {
            (going_on(locale, books_key(ongoing.business), ongoing))
        }
        @if !has_places { (super::places::proposal(locale)) }
        @if !rows.is_empty() { (safety_table(locale, &rows)) }
        (month.markup(locale))
        (list.markup(locale))
    };
    let notice = asked.notice(locale);
    Ok(plain_page(&visitor, StatusCode::OK, &title, notice, body))
}

/// The page of a list that cannot be read: why, and the button that mends it.
fn damaged(visitor: &Visitor, error: &PageError) -> Response {
    let locale = visitor.locale;
    let title = locale.text("kept-all-title");
    let body = html! {
        (layout::heading(&title, html! {}))
        (layout::notice_box(&refusal(error.sentence(locale))))
        (super::mending::button(locale))
    };
    plain_page(visitor, error.status, &title, None, body)
}

/// Every business, by the zone in which its newest backup was made; none is opened.
fn rows(app: &App) -> Result<Vec<Row>, PageError> {
    let catalog = app.keeping.catalog()?;
    let mut rows = Vec::new();
    for entry in app.store.businesses()? {
        if entry.fault.is_some() {
            continue;
        }
        let newest = catalog.entries(&EntryFilter {
            limit: Some(1),
            ..EntryFilter::of(catalog_key(entry.key))
        })?;
        let zone = newest.first().map(|newest| newest.zone.clone());
        let zone = zone.unwrap_or_else(|| app.time_zone.clone());
        rows.push(Row {
            glance: Glance::of(app, entry.key, &zone),
            name: entry.name,
        });
    }
    Ok(rows)
}

/// The pages where things are set up.
fn ways(locale: Locale) -> Markup {
    html! {
        a .button href="/keeping/schedules" { (locale.text("schedules-title")) }
        a .button href="/keeping/places" { (locale.text("places-title")) }
        a .button href="/keeping/retention" { (locale.text("retention-title")) }
    }
}

fn safety_table(locale: Locale, rows: &[Row]) -> Markup {
    let title = locale.text("kept-all-safety");
    let columns = [
        Column::words(locale.text("businesses-column-name")),
        Column::words(locale.text("kept-last-good")),
        Column::words(locale.text("kept-proved-restorable")),
        Column::words(locale.text("kept-next-due")),
    ];
    let rows: Vec<Markup> = rows.iter().map(|row| safety_row(locale, row)).collect();
    let table = folds(table(&title, &columns, &rows, None));
    html! { div .folds-lines .safety-list { (table) } }
}

fn safety_row(locale: Locale, row: &Row) -> Markup {
    let glance = &row.glance;
    let when = |at: Option<jiff::Timestamp>| {
        html! {
            @match at {
                Some(at) => (moment(locale, at, &glance.zone)),
                None => span .missing { (locale.text("word-never")) },
            }
        }
    };
    html! {
        tr {
            (cell(html! {
                a href=(address(glance.business, "")) { (user_text(&row.name)) }
                @if !glance.alarms.is_empty() {
                    " " (badge(BadgeKind::Bad, &locale.text("kept-look-at")))
                }
                @for sentence in glance.sentences(locale) { p .quiet { (sentence) } }
            }))
            td data-label=(locale.text("kept-last-good")) {
                (when(glance.as_of))
                @if !glance.places.is_empty() {
                    br; span .quiet { (super::words::names(&glance.places)) }
                }
            }
            td data-label=(locale.text("kept-proved-restorable")) {
                (glance.rehearsal_words(locale))
            }
            td data-label=(locale.text("kept-next-due")) { (glance.next_words(locale)) }
        }
    }
}
