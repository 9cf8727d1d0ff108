//! Schedules: when backups are made by themselves, of which business, into which places.

use super::schedule_form::{Typed, form};
use super::words::{contents, names, place_name, rhythm};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::shell::{plain_page, success};
use crate::stamp::random_key;
use crate::{App, PageError, Shared};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::catalog_key;
use catalog::{Key, Place, Schedule};
use jiff::Timestamp;
use maud::{Markup, html};
use pages::tables::{BadgeKind, badge, empty, facts, moment};
use pages::{Locale, Notice, forms, layout, user_text};
use serde::Deserialize;

/// The address of the list.
const LIST: &str = "/keeping/schedules";

/// What all pages here show beside the schedules.
pub(super) struct Around {
    pub(super) places: Vec<Place>,
    /// Businesses by key, as a person knows them.
    pub(super) businesses: Vec<(Key, String)>,
    pub(super) zone: String,
}

impl Around {
    fn read(app: &App) -> Result<Self, PageError> {
        let businesses = app.store.businesses()?;
        Ok(Self {
            places: app.keeping.places()?,
            businesses: businesses
                .into_iter()
                .filter(|entry| entry.fault.is_none())
                .map(|entry| (catalog_key(entry.key), entry.name))
                .collect(),
            zone: app.time_zone.clone(),
        })
    }

    fn name_of(&self, business: Key) -> Option<&str> {
        let found = self.businesses.iter().find(|(key, _)| *key == business);
        found.map(|(_, name)| name.as_str())
    }
}

/// A schedule, and when it is due next for the business for which it comes first.
struct Shown {
    schedule: Schedule,
    next: Option<Timestamp>,
}

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Done {
    done: Option<String>,
}

impl Done {
    fn notice(&self, locale: Locale) -> Option<Notice> {
        let key = match self.done.as_deref()? {
            "proposed" => "schedule-proposed",
            "saved" => "schedule-saved",
            "paused" => "schedule-done-paused",
            "resumed" => "schedule-done-resumed",
            "removed" => "schedule-done-removed",
            _ => return None,
        };
        Some(success(locale.text(key)))
    }
}

/// `GET /keeping/schedules`.
pub(super) async fn list_schedules(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let (around, all) = blocking(move || Ok((Around::read(&app)?, shown(&app)?))).await?;
    let locale = visitor.locale;
    let title = locale.text("schedules-title");
    let body = html! {
        (layout::heading(&title, html! {
            @if !around.places.is_empty() {
                a .button .primary href={ (LIST) "/new" } { (locale.text("schedules-add")) }
            }
            a .button href="/keeping" { (locale.text("button-back")) }
        }))
        p .quiet { (locale.text("schedules-explained")) }
        @if around.places.is_empty() {
            (super::places::proposal(locale))
        } @else if all.is_empty() {
            (empty(&locale.text("schedules-none"), html! {
                a .button .primary href={ (LIST) "/new" } { (locale.text("schedules-add")) }
            }))
        }
        @for shown in &all { (panel(locale, &around, shown)) }
    };
    let notice = done.notice(locale);
    Ok(plain_page(&visitor, StatusCode::OK, &title, notice, body))
}

fn shown(app: &App) -> Result<Vec<Shown>, PageError> {
    let catalog = app.keeping.catalog()?;
    let businesses = app.store.businesses()?;
    let mut all = Vec::new();
    for schedule in catalog.schedules()? {
        let mut next: Option<Timestamp> = None;
        for entry in &businesses {
            let key = catalog_key(entry.key);
            let due = app.keeping.next_due(&schedule, key, &app.time_zone)?;
            next = [next, due].into_iter().flatten().min();
        }
        all.push(Shown { schedule, next });
    }
    Ok(all)
}

fn panel(locale: Locale, around: &Around, shown: &Shown) -> Markup {
    let schedule = &shown.schedule;
    let part = |act: &str| format!("{LIST}/{}/{act}", schedule.key);
    html! {
        section .panel {
            h2 {
                (rhythm(locale, schedule.rhythm)) " "
                @if !schedule.is_on {
                    (badge(BadgeKind::Warning, &locale.text("schedule-paused")))
                }
            }
            (facts(&rows(locale, around, shown)))
            div .form-buttons {
                a .button href={ (LIST) "/" (schedule.key) } { (locale.text("button-edit")) }
                @if schedule.is_on {
                    (forms::button_form(&part("pause"), &locale.text("schedule-pause"), &[]))
                } @else if !schedule.places.is_empty() {
                    (forms::button_form(&part("resumption"), &locale.text("schedule-resume"), &[]))
                }
                (forms::confirmation(
                    locale,
                    &part("removal"),
                    &locale.text("button-remove"),
                    &locale.text("schedule-remove-question"),
                ))
            }
        }
    }
}

fn rows(locale: Locale, around: &Around, shown: &Shown) -> Vec<(String, Markup)> {
    let schedule = &shown.schedule;
    let places: Vec<String> = schedule
        .places
        .iter()
        .filter_map(|key| place_name(&around.places, Some(*key)).map(str::to_owned))
        .collect();
    let of = match schedule.business {
        None => html! { (locale.text("schedule-all-businesses")) },
        Some(key) => match around.name_of(key) {
            Some(name) => html! { (user_text(name)) },
            None => html! { span .missing { (locale.text("schedule-business-gone")) } },
        },
    };
    let mut rows = vec![
        (locale.text("businesses-column-name"), of),
        (
            locale.text("places-title"),
            html! {
                @if places.is_empty() {
                    span .missing { (locale.text("schedule-no-places")) }
                } @else { (names(&places)) }
            },
        ),
        (
            locale.text("backup-contents"),
            html! {
                (contents(locale, schedule.contents))
                @if schedule.passphrase.is_some() { " · " (locale.text("kept-encrypted")) }
            },
        ),
        (
            locale.text("kept-next-due"),
            html! {
                @match shown.next {
                    Some(at) => (moment(locale, at, &around.zone)),
                    None if schedule.is_on && schedule.rhythm == catalog::Rhythm::OnClose => {
                        (locale.text("schedule-on-close"))
                    },
                    None => span .missing { (locale.text("kept-nothing-due")) },
                }
            },
        ),
    ];
    if schedule.is_rehearsed {
        let yes = html! { (locale.text("schedule-rehearsed-weekly")) };
        rows.push((locale.text("schedule-rehearsed"), yes));
    }
    if let Some(address) = &schedule.alarm_to {
        rows.push((
            locale.text("schedule-alarm-to"),
            html! { (user_text(address)) },
        ));
    }
    rows
}

/// `GET /keeping/schedules/new`.
pub(super) async fn new_schedule(
    State(app): State<Shared>,
    visitor: Visitor,
) -> Result<Response, PageError> {
    let around = blocking(move || Around::read(&app)).await?;
    let typed = Typed::of_new(&around.places);
    Ok(form_page(&visitor, &around, None, &typed, (&[], None)))
}

/// `POST /keeping/schedules/new`.
pub(super) async fn create_schedule(
    State(app): State<Shared>,
    visitor: Visitor,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    save(app, visitor, None, Typed::read(pairs)).await
}

/// `GET /keeping/schedules/{schedule}`.
pub(super) async fn edit_schedule(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(schedule): Path<String>,
) -> Result<Response, PageError> {
    let (around, schedule) =
        blocking(move || Ok((Around::read(&app)?, one(&app, &schedule)?))).await?;
    let mut typed = Typed::of(&schedule);
    typed.base = meanwhile::base_of(&schedule);
    let key = Some(schedule.key);
    Ok(form_page(&visitor, &around, key, &typed, (&[], None)))
}

/// `POST /keeping/schedules/{schedule}`.
pub(super) async fn change_schedule(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(schedule): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    save(app, visitor, Some(schedule), Typed::read(pairs)).await
}

async fn save(
    app: Shared,
    visitor: Visitor,
    changed: Option<String>,
    mut typed: Typed,
) -> Result<Response, PageError> {
    blocking(move || {
        let around = Around::read(&app)?;
        let _turn = meanwhile::one_at_a_time();
        let before = match changed.map(|key| one(&app, &key)).transpose() {
            // Removed meanwhile: what was typed comes back as the form of a new one.
            Err(error) if error.status == StatusCode::NOT_FOUND && !typed.base.is_empty() => {
                let told = meanwhile::told_of_deletion(visitor.locale);
                typed.base.clear();
                return Ok(form_page(
                    &visitor,
                    &around,
                    None,
                    &typed,
                    (&[], Some(&told)),
                ));
            }
            before => before?,
        };
        if let Some(before) = &before
            && meanwhile::is_another(&typed.base, before)
        {
            return Ok(conflict(&visitor, &around, before, typed));
        }
        let key = match &before {
            Some(before) => before.key,
            None => catalog_key(random_key()?),
        };
        match typed.schedule(
            visitor.locale,
            &around,
            key,
            app.keeping.now(),
            before.as_ref(),
        ) {
            Ok(mut schedule) => {
                if let Some(passphrase) = typed.new_passphrase() {
                    // The one before stays in the vault: backups that it protects lie in places.
                    schedule.passphrase = Some(app.keeping.keep_passphrase(&passphrase)?);
                }
                app.keeping.catalog()?.put_schedule(&schedule)?;
                Ok(Redirect::to(&format!("{LIST}?done=saved")).into_response())
            }
            Err(errors) => {
                let kept = before.map(|before| before.key);
                Ok(form_page(&visitor, &around, kept, &typed, (&errors, None)))
            }
        }
    })
    .await
}

/// The form again with what was typed, made from what is there now, which stands above it.
fn conflict(visitor: &Visitor, around: &Around, saved: &Schedule, mut typed: Typed) -> Response {
    let shown = Shown {
        schedule: saved.clone(),
        next: None,
    };
    let rows = rows(visitor.locale, around, &shown);
    let told = meanwhile::told(
        visitor.locale,
        html! {
            p { strong { (rhythm(visitor.locale, saved.rhythm)) } }
            (facts(&rows))
        },
    );
    typed.base = meanwhile::base_of(saved);
    form_page(visitor, around, Some(saved.key), &typed, (&[], Some(&told)))
}

fn form_page(
    visitor: &Visitor,
    around: &Around,
    key: Option<Key>,
    typed: &Typed,
    (errors, told): (&[(&'static str, String)], Option<&Markup>),
) -> Response {
    let locale = visitor.locale;
    let (title, action) = match key {
        Some(key) => ("schedule-edit-title", format!("{LIST}/{key}")),
        None => ("schedules-add", format!("{LIST}/new")),
    };
    let title = locale.text(title);
    let body = html! {
        (layout::heading(&title, html! {}))
        @if let Some(told) = told { (told) }
        (form(locale, &action, LIST, around, typed, errors))
    };
    let status = match (told, errors.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, true) => StatusCode::OK,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    plain_page(visitor, status, &title, None, body)
}

fn one(app: &App, schedule: &str) -> Result<Schedule, PageError> {
    let key: Key = schedule.parse().map_err(|_| PageError::not_found())?;
    let mut schedules = app.keeping.catalog()?.schedules()?.into_iter();
    schedules
        .find(|schedule| schedule.key == key)
        .ok_or_else(PageError::not_found)
}

/// `POST /keeping/schedules/{schedule}/pause`.
pub(super) async fn pause_schedule(
    State(app): State<Shared>,
    Path(schedule): Path<String>,
) -> Result<Response, PageError> {
    switch(app, schedule, false).await
}

/// `POST /keeping/schedules/{schedule}/resumption`.
pub(super) async fn resume_schedule(
    State(app): State<Shared>,
    Path(schedule): Path<String>,
) -> Result<Response, PageError> {
    switch(app, schedule, true).await
}

async fn switch(app: Shared, schedule: String, is_on: bool) -> Result<Response, PageError> {
    blocking(move || {
        let mut schedule = one(&app, &schedule)?;
        if schedule.is_on != is_on {
            schedule.is_on = is_on;
            // While it was paused it missed nothing, so it begins anew (SPEC-keeping.md, 1.5).
            schedule.since = app.keeping.now();
            app.keeping.catalog()?.put_schedule(&schedule)?;
        }
        Ok(())
    })
    .await?;
    let done = if is_on { "resumed" } else { "paused" };
    Ok(Redirect::to(&format!("{LIST}?done={done}")).into_response())
}

/// `POST /keeping/schedules/{schedule}/removal`.
pub(super) async fn remove_schedule(
    State(app): State<Shared>,
    Path(schedule): Path<String>,
) -> Result<Response, PageError> {
    blocking(move || {
        let schedule = one(&app, &schedule)?;
        Ok(app.keeping.catalog()?.remove_schedule(schedule.key)?)
    })
    .await?;
    Ok(Redirect::to(&format!("{LIST}?done=removed")).into_response())
}
