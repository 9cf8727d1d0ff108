//! A damaged file before the decision, and the decision.

use super::job::Waiting;
use super::words::{counts_table, list, totals};
use crate::businesses::time_zone_of;
use crate::long_work::Watch;
use crate::looking::{Task, Wanted, look};
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::plain_page;
use crate::stamp::{random_key, stamp};
use crate::{App, PageError, Shared, addresses, imports};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use backup::{ImportRequest, Rescue, RescueItem, rescue_csv};
use books::Key;
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
    Ok(match waiting.page_of_work() {
        Some(page_of_work) => Redirect::to(&page_of_work).into_response(),
        None => page(&visitor, &waiting, None),
    })
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
    let name = match confirmed.name.trim() {
        "" => suggested,
        typed => typed.to_owned(),
    };
    let watch: Arc<Watch> = Arc::default();
    let task = Task::Rescue(waiting.id);
    let wanted = Wanted::new(task, &waiting.report.file_name, watch.clone())?;
    if let Some(begun) = waiting.begin(wanted.page()) {
        // Pressed twice: the first press rescues, the second only looks.
        return Ok(Redirect::to(&begun).into_response());
    }
    let rescued = waiting.clone();
    let next = look(&app, wanted, move |app| {
        let done = rescued.bring_over(|rescue| bring_over(app, &rescued, rescue, &name, &watch));
        rescued.end();
        let key = done?;
        app.jobs.rescues.forget(rescued.id);
        Ok(addresses::business(key))
    });
    Ok(match next.await {
        Ok(next) => Redirect::to(&next).into_response(),
        Err(error) => {
            // It may not even have begun: too much else is going on.
            waiting.end();
            page(&visitor, &waiting, Some(&error))
        }
    })
}

/// Makes the business out of what is whole; its key. Call on a blocking thread.
fn bring_over(
    app: &App,
    waiting: &Waiting,
    rescue: &Rescue,
    name: &str,
    watch: &Watch,
) -> Result<Key, PageError> {
    let zone = time_zone_of(&waiting.plan, &app.time_zone);
    let request = ImportRequest {
        key: random_key()?,
        name: Some(name),
        time_zone: zone,
        installation: app.installation,
        stamp: &stamp(app, zone)?,
    };
    Ok(backup::rescue(app.store.as_ref(), rescue, &request, watch)?.key)
}

/// The page again, with why nothing was brought over.
pub(crate) fn refused_page(app: &App, visitor: &Visitor, id: Key, error: &PageError) -> Response {
    match app.jobs.rescues.find(id) {
        Ok(waiting) => page(visitor, &waiting, Some(error)),
        Err(gone) => imports::refused_page(app, visitor, &gone),
    }
}

/// Lets go of a file that is not wanted. While it is being brought over, that is stopped first.
pub(super) async fn cancel_rescue(
    State(app): State<Shared>,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let id = key_of(&id)?;
    let working = app.jobs.rescues.find(id).ok();
    if let Some(page_of_work) = working.and_then(|waiting| waiting.page_of_work()) {
        return Ok(Redirect::to(&page_of_work).into_response());
    }
    app.jobs.rescues.forget(id);
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
