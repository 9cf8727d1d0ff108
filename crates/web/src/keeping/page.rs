//! The calendar of one business: the answer at a glance, the month, the chosen day.

use super::calendar::{Days, Month, bounds};
use super::day::DayList;
use super::glance::Glance;
use super::words::{address, date_of};
use crate::access::current;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessPage, NO_TAB, business_page_with, success, with_business};
use crate::{App, PageError, Shared};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backup::{Ongoing, catalog_key};
use catalog::{BackupEntry, EntryFilter, Key, Place, Run, RunFilter, RunKind};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use pages::{Argument, Locale, Notice, NoticeKind, forms, layout};
use serde::Deserialize;

/// How many runs are looked through for those that made nothing because nothing had changed.
const RUNS_LOOKED_THROUGH: usize = 2000;

/// Which month and day are looked at, and what was just done.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    month: Option<String>,
    day: Option<String>,
    done: Option<String>,
}

impl Asked {
    /// The chosen day: the one asked for, the last of a month asked for that is over, else today.
    pub(super) fn day(&self, today: Date) -> Date {
        if let Some(day) = self.day.as_deref().and_then(|day| day.parse().ok()) {
            return day;
        }
        let month = self.month.as_deref().map(|month| format!("{month}-01"));
        let first: Option<Date> = month.and_then(|first| first.parse().ok());
        match first {
            Some(first) if first.first_of_month() != today.first_of_month() => {
                first.last_of_month()
            }
            _ => today,
        }
    }

    /// What was just done, in words; the codes are those that `acts` leads back with.
    pub(super) fn notice(&self, locale: Locale) -> Option<Notice> {
        let key = match self.done.as_deref()? {
            "trashed" => "kept-done-trashed",
            "brought-back" => "kept-done-brought-back",
            "stopped" => "kept-done-stopped",
            _ => return None,
        };
        Some(success(locale.text(key)))
    }
}

/// What the catalogue tells of a month.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) entries: Vec<BackupEntry>,
    pub(super) runs: Vec<Run>,
    pub(super) places: Vec<Place>,
}

impl Read {
    /// The entries and runs of the month of a day, of one business or of all.
    pub(super) fn month(
        app: &App,
        business: Option<Key>,
        day: Date,
        zone: &str,
    ) -> Result<Self, PageError> {
        let catalog = app.keeping.catalog()?;
        let (first, after) = bounds(day);
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let begin = |day: Date| {
            let zoned = day.to_zoned(zone.clone());
            zoned.map_or(jiff::Timestamp::MAX, |zoned| zoned.timestamp())
        };
        let entries = catalog.entries(&EntryFilter {
            business,
            from: Some(begin(first)),
            before: Some(begin(after)),
            ..EntryFilter::default()
        })?;
        let mut runs = catalog.runs(&RunFilter {
            business,
            kind: Some(RunKind::Backup),
            until: Some(begin(after)),
            limit: Some(RUNS_LOOKED_THROUGH),
            ..RunFilter::default()
        })?;
        runs.retain(|run| run.began_at >= begin(first) && run.began_at < begin(after));
        Ok(Self {
            entries,
            runs,
            places: catalog.places()?,
        })
    }
}

/// `GET …/keeping`.
pub(super) async fn show_calendar(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let shared = app.clone();
    let (shell, (glance, today, day, read)) = with_business(&app, key, move |reader, shell| {
        let glance = Glance::read(&shared, reader, shell);
        let today = date_of(shared.keeping.now(), shell.zone());
        let day = asked.day(today);
        let read = Read::month(&shared, Some(catalog_key(key)), day, shell.zone());
        // A broken catalogue is told by the glance; the page stays.
        Ok((glance, today, (day, asked), read.unwrap_or_default()))
    })
    .await?;
    let (day, asked) = day;
    let locale = visitor.locale;
    let href = address(key, "");
    let days = Days::of(&read.entries, &read.runs, shell.zone());
    let month = Month {
        of: day,
        chosen: day,
        today,
        days: &days,
        href: &href,
    };
    let list = DayList {
        date: day,
        zone: shell.zone(),
        entries: &read.entries,
        runs: &read.runs,
        places: &read.places,
        names_businesses: false,
    };
    let title = locale.text("kept-title");
    let ongoing = app.keeping.ongoing();
    let body = html! {
        (layout::heading(&title, ways(locale, &glance)))
        @if let Some(banner) = glance.banner(locale) { (banner) }
        @if let Some(ongoing) = &ongoing { (going_on(locale, key, ongoing)) }
        (glance.panel(locale))
        @if !glance.has_places && current::governs() { (super::places::proposal(locale)) }
        (month.markup(locale))
        (list.markup(locale))
    };
    let page = BusinessPage {
        title: &title,
        current_tab: NO_TAB,
        body,
        notice: asked.notice(locale),
        status: StatusCode::OK,
    };
    Ok(business_page_with(&visitor, &shell, page))
}

/// What can be done here, and where it is set up.
fn ways(locale: Locale, glance: &Glance) -> Markup {
    let part = |part: &str| address(glance.business, part);
    let mut more = vec![html! { a href=(part("/retention")) { (locale.text("retention-title")) } }];
    if current::governs() {
        more.push(html! { a href="/keeping/schedules" { (locale.text("schedules-title")) } });
        more.push(html! { a href="/keeping/places" { (locale.text("places-title")) } });
        more.push(html! { a href="/keeping" { (locale.text("kept-all-title")) } });
    }
    html! {
        @if glance.has_places {
            a .button .primary href=(part("/new")) { (locale.text("kept-run")) }
        }
        @if glance.newest.is_some() {
            (forms::button_form(&part("/rehearsals"), &locale.text("kept-rehearse-newest"), &[]))
        }
        (layout::menu(html! { (locale.text("kept-more")) }, &more))
    }
}

/// What goes on just now; of this business it can be stopped.
pub(super) fn going_on(locale: Locale, business: books::Key, ongoing: &Ongoing) -> Markup {
    let is_ours = ongoing.business == catalog_key(business);
    let kind = locale.text(&format!("kept-ongoing-{}", ongoing.kind.code()));
    let text = if is_ours {
        kind
    } else {
        locale.text_with("kept-ongoing-elsewhere", &[("work", Argument::Text(&kind))])
    };
    html! {
        (layout::notice_box(&Notice { kind: NoticeKind::Information, text }))
        @if is_ours {
            (forms::button_form(
                &address(business, "/cancellation"),
                &locale.text("button-stop"),
                &[],
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_past_month_is_opened_at_its_end_and_this_one_at_today() {
        let today = date(2026, 11, 22);
        let asked = |month: &str, day: &str| Asked {
            month: (!month.is_empty()).then(|| month.to_owned()),
            day: (!day.is_empty()).then(|| day.to_owned()),
            done: None,
        };
        assert_eq!(asked("", "").day(today), today);
        assert_eq!(asked("2026-11", "").day(today), today);
        assert_eq!(asked("2026-02", "").day(today), date(2026, 2, 28));
        assert_eq!(asked("2026-02", "2026-01-03").day(today), date(2026, 1, 3));
        assert_eq!(asked("nonsense", "x").day(today), today);
    }
}
