//! A damaged file before the decision, and the decision.

use super::job::Waiting;
use super::words::{counts_table, list, totals};
use crate::blocking::blocking;
use crate::businesses::time_zone_of;
use crate::long_work::Watch;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::stamp::{random_key, stamp};
use crate::{PageError, Shared, addresses};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use backup::{ImportRequest, RescueItem, rescue_csv};
use interchange::{Plain, json_text};
use maud::{Markup, html};
use pages::forms::Field;
use pages::tables::{facts, panel};
use pages::{Argument, Locale, forms, layout, user_text};
use serde::Deserialize;
use std::sync::Arc;

/// The offer on the page of a refusal: what could be rescued, in numbers, and the way to all of it.
pub(crate) fn offer(locale: Locale, waiting: &Waiting) -> Markup {
    panel(
        &locale.text("rescue-title"),
        html! {
            p { (locale.text("rescue-explained")) }
            (counts_table(locale, &waiting.report.counts))
            p { a .button href={ "/rescues/" (waiting.id) } { (locale.text("rescue-list")) } }
        },
    )
}

/// The page: why it was refused, what is certain, uncertain and lost, and the form.
pub(super) async fn show_rescue(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let waiting = app.jobs.rescues.find(key_of(&id)?)?;
    Ok(page(&visitor, &waiting, None))
}

fn page(visitor: &Visitor, waiting: &Arc<Waiting>, refused: Option<&PageError>) -> Response {
    let locale = visitor.locale;
    let title = locale.text("rescue-title");
    let report = &waiting.report;
    let told = match &report.told {
        Some(told) => totals(locale, told),
        None => locale.text("rescue-not-told"),
    };
    let figures = [
        (locale.text("rescue-told"), html! { (told) }),
        (
            locale.text("rescue-now"),
            html! { (totals(locale, &report.now)) },
        ),
    ];
    let complete = match report.is_complete {
        true => "rescue-complete",
        false => "rescue-incomplete",
    };
    let address = format!("/rescues/{}", waiting.id);
    let body = html! {
        (layout::heading(&title, html! {}))
        (forms::form_error(&refused.unwrap_or(&waiting.refused).sentence(locale)))
        p { (user_text(&report.file_name)) }
        p { (locale.text("rescue-explained")) }
        (panel("", counts_table(locale, &report.counts)))
        (panel("", facts(&figures)))
        (panel(&locale.text("rescue-list"), html! {
            @if !report.is_whole() { p { (locale.text(complete)) } }
            (list(locale, &report.items, &address))
        }))
        (decision(locale, waiting, &address))
    };
    let status = refused.map_or(StatusCode::OK, |error| error.status);
    plain_page(visitor, status, &title, None, body)
}

fn decision(locale: Locale, waiting: &Waiting, address: &str) -> Markup {
    let name = ("name", Argument::Text(&waiting.plan.business_name));
    let suggested = locale.text_with("rescue-name", &[name]);
    let field = Field {
        name: "name",
        label: &locale.text("import-name"),
        value: &suggested,
        required: true,
        ..Field::default()
    };
    let accept = Field {
        name: "accepted",
        label: &locale.text("rescue-accept"),
        ..Field::default()
    };
    let cancellation = format!("{address}/cancellation");
    html! {
        (forms::form(&format!("{address}/confirmation"), false, html! {
            (forms::text(&field))
            (forms::checkbox(&accept, false))
            div .form-buttons {
                button .button .primary type="submit" { (locale.text("rescue-title")) }
                button .button type="submit" formaction=(cancellation) formnovalidate {
                    (locale.text("import-cancel"))
                }
            }
        }))
    }
}

/// What the form sends.
#[derive(Deserialize)]
pub(super) struct Confirmed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    accepted: String,
}

/// Rescues, and leads to the new business; only after the tick.
pub(super) async fn confirm_rescue(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(confirmed): Form<Confirmed>,
) -> Result<Response, PageError> {
    let waiting = app.jobs.rescues.find(key_of(&id)?)?;
    if confirmed.accepted.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let error = PageError::new(status, "rescue-not-accepted");
        return Ok(page(&visitor, &waiting, Some(&error)));
    }
    let name = ("name", Argument::Text(&waiting.plan.business_name));
    let suggested = visitor.locale.text_with("rescue-name", &[name]);
    let result = blocking(move || {
        let gone = || PageError::new(StatusCode::NOT_FOUND, "rescue-not-found");
        let rescue = waiting.take().ok_or_else(gone)?;
        let zone = time_zone_of(&waiting.plan, &app.time_zone);
        let typed = confirmed.name.trim();
        let request = ImportRequest {
            key: random_key()?,
            name: Some(if typed.is_empty() { &suggested } else { typed }),
            time_zone: zone,
            installation: app.installation,
            stamp: &stamp(&app, zone)?,
        };
        let store = app.store.as_ref();
        let result = backup::rescue(store, &rescue, &request, &Watch::default())?;
        app.jobs.rescues.forget(waiting.id);
        Ok(result)
    })
    .await?;
    Ok(Redirect::to(&addresses::business(result.key)).into_response())
}

/// Lets go of a file that is not wanted.
pub(super) async fn cancel_rescue(
    State(app): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    app.jobs.rescues.forget(key_of(&id)?);
    Ok(Redirect::to("/").into_response())
}

/// The list to be taken away.
pub(super) async fn show_list(
    State(app): State<Shared>,
    Path((id, form)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let waiting = app.jobs.rescues.find(key_of(&id)?)?;
    list_file(&waiting.report.items, &form)
}

/// The list as a file of its own, under a name in ASCII.
pub(super) fn list_file(items: &[RescueItem], form: &str) -> Result<Response, PageError> {
    let (kind, name, text) = match form {
        "csv" => {
            let text = format!("{}{}", interchange::BYTE_ORDER_MARK, rescue_csv(items));
            ("text/csv; charset=utf-8", "rescue.csv", text)
        }
        "json" => ("application/json", "rescue.json", as_json(items)),
        _ => return Err(PageError::not_found()),
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, text).into_response())
}

fn as_json(items: &[RescueItem]) -> String {
    let text = |text: &str| Plain::Text(text.to_owned());
    let optional = |text: Option<String>| text.map_or(Plain::Null, Plain::Text);
    let items = items.iter().map(|item| {
        let members = [
            ("state", text(item.state.code())),
            ("part", text(&item.part)),
            ("kind", optional(item.kind.map(super::words::kind_code))),
            ("key", optional(item.key.map(|key| key.to_string()))),
            ("name", text(&item.name)),
            ("date", optional(item.date.map(|date| date.to_string()))),
            ("reason", text(&item.reason)),
        ];
        let members = members.map(|(name, value)| (name.to_owned(), value));
        Plain::Map(members.to_vec())
    });
    let items = Plain::List(items.collect());
    json_text(&Plain::Map(vec![("items".to_owned(), items)]))
}
