//! Lock Date: the day up to which no reported figure may change.
//!
//! Forward it moves freely. Whoever moves it back or removes it says why, and the reason stands in
//! the entry of History (docs/SPEC-settings.md, 8).

use super::meanwhile;
use super::saving::{changed, put_as_it_is, single, write};
use crate::page_error::key_of;
use crate::records::limits::broken_by_text;
use crate::records::lock::{DATE, IS_ON, is_moved_back, locked_until};
use crate::records::value::day;
use crate::request::Visitor;
use crate::shell::{
    BusinessPage, BusinessShell, SETTINGS, business_page_with, success, with_business,
};
use crate::{PageError, Shared, addresses, history};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use books::kinds;
use interchange::{Edit, FieldValue, Shape, decode};
use jiff::civil::Date;
use maud::html;
use pages::forms::{self, Field};
use pages::layout::heading;
use pages::tables::panel;
use pages::{Argument, Locale};
use serde::Deserialize;
use store::StoreError;

const PAGE: &str = "settings/lock-date";
/// The name of the reason among the facts of an entry.
pub(crate) const REASON: &str = "reason";

/// What was typed, and whether something has just been saved.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    date: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    saved: String,
    #[serde(default)]
    base: String,
}

/// What is wrong: the field and a finished sentence.
type Wrong = Option<(&'static str, String)>;

/// `GET /businesses/{business}/settings/lock-date`.
pub(super) async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Query(asked): Query<Typed>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (shell, (until, base)) = read(&app, business).await?;
    let typed = Typed {
        date: until.map_or_else(String::new, |date| visitor.locale.date(date)),
        reason: String::new(),
        saved: asked.saved,
        base,
    };
    Ok(page(&visitor, &shell, &typed, until, &None))
}

/// The day that is kept, and what the form is made from.
async fn read(
    app: &Shared,
    business: books::Key,
) -> Result<(BusinessShell, (Option<Date>, String)), PageError> {
    with_business(app, business, |reader, _| {
        let base = meanwhile::base(reader, kinds::LOCK_DATE)?;
        Ok((locked_until(reader)?, base))
    })
    .await
}

/// `POST /businesses/{business}/settings/lock-date`.
pub(super) async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let (shell, (until, now)) = read(&app, business).await?;
    let wanted = match wanted(visitor.locale, &typed) {
        Ok(wanted) => wanted,
        Err(wrong) => return Ok(page(&visitor, &shell, &typed, until, &Some(wrong))),
    };
    let reason = typed.reason.trim().to_owned();
    let base = typed.base.clone();
    let saved = write(&app, business, move |work, stamp| {
        meanwhile::require_same(&*work, kinds::LOCK_DATE, &base)?;
        let before = work.object(kinds::LOCK_DATE)?;
        let edits = [
            Edit::Set(DATE, wanted.and_then(day)),
            Edit::Set(IS_ON, wanted.map(|_| FieldValue::Flag(true))),
        ];
        let after = changed(before.as_ref(), kinds::LOCK_DATE, &edits)?;
        if before.is_none() && after.content.is_empty() {
            return Ok(());
        }
        // Looked at inside the unit of work: the date may have moved since the page was made.
        let old = single(&*work, kinds::LOCK_DATE)?;
        let new = decode(kinds::LOCK_DATE, &after.content).ok();
        let goes_back = is_moved_back(Some(&old), new.as_ref());
        if goes_back && reason.is_empty() {
            return Err(StoreError::from(needs_a_reason()));
        }
        let facts = [(REASON.to_owned(), reason.clone())];
        let facts = if reason.is_empty() { &[][..] } else { &facts };
        put_as_it_is(work, &after, stamp, facts)
    })
    .await;
    match saved {
        Ok(()) => {
            let page = addresses::business_part(business, &format!("{PAGE}?saved=1"));
            Ok(Redirect::to(&page).into_response())
        }
        Err(error) if error.code == "reason-needed" => {
            let wrong = ("reason", error.sentence(visitor.locale));
            Ok(page(&visitor, &shell, &typed, until, &Some(wrong)))
        }
        // The page says which day is kept now, above what was typed.
        Err(error) if meanwhile::is_it(&error) => {
            let wrong = ("date", error.sentence(visitor.locale));
            let typed = Typed { base: now, ..typed };
            Ok(page(&visitor, &shell, &typed, until, &Some(wrong)))
        }
        Err(error) => Err(error),
    }
}

fn needs_a_reason() -> PageError {
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "reason-needed")
}

/// The day that was typed, none for no lock; or what is wrong.
fn wanted(locale: Locale, typed: &Typed) -> Result<Option<Date>, (&'static str, String)> {
    if let Some(rule) = broken_by_text(Shape::Text, typed.reason.trim()) {
        return Err(("reason", locale.error(rule.code, &rule.arguments)));
    }
    if typed.date.trim().is_empty() {
        return Ok(None);
    }
    locale
        .parse_date(&typed.date)
        .map(Some)
        .map_err(|error| ("date", locale.error(error.code(), &error.arguments())))
}

fn page(
    visitor: &Visitor,
    shell: &BusinessShell,
    typed: &Typed,
    until: Option<Date>,
    wrong: &Wrong,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("settings-lock-date");
    let action = addresses::business_part(shell.key, PAGE);
    let back = addresses::business_part(shell.key, "settings");
    let error = |field: &str| {
        let (name, sentence) = wrong.as_ref()?;
        (*name == field).then_some(sentence.as_str())
    };
    let now = match until {
        Some(date) => {
            let date = locale.date_long(date);
            locale.text_with("settings-lock-now", &[("date", Argument::Text(&date))])
        }
        None => locale.text("settings-lock-none"),
    };
    let body = html! {
        (heading(&title, history::button(locale, shell.key, kinds::LOCK_DATE)))
        (panel("", html! {
            p { strong { (now) } }
            p .muted { (locale.text("settings-lock-explained")) }
        }))
        (forms::form(&action, false, html! {
            (meanwhile::field(&typed.base))
            (forms::date(&Field {
                name: "date",
                label: &locale.text("settings-lock-until"),
                value: &typed.date,
                error: error("date"),
                hint: Some(&locale.text("settings-lock-until-hint")),
                autofocus: true,
                ..Field::default()
            }))
            (forms::text(&Field {
                name: "reason",
                label: &locale.text("settings-lock-reason"),
                value: &typed.reason,
                error: error("reason"),
                hint: Some(&locale.text("settings-lock-reason-hint")),
                ..Field::default()
            }))
            (forms::submit(locale, &locale.text("button-save"), Some(&back)))
        }))
    };
    let page = BusinessPage {
        title: &title,
        current_tab: SETTINGS,
        body,
        notice: (!typed.saved.is_empty()).then(|| success(locale.text("settings-saved"))),
        status: if wrong.is_some() {
            StatusCode::UNPROCESSABLE_ENTITY
        } else {
            StatusCode::OK
        },
    };
    business_page_with(visitor, shell, page)
}
