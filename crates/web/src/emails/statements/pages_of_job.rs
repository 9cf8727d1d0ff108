//! The page of one sending of statements: how far it is, stopping it, and what came of it.

use super::job::{Stand, StatementJob};
use super::{job_path, new_path};
use crate::blocking::blocking;
use crate::long_work::{Asked, POLL, reload_without_scripts};
use crate::page_error::key_of;
use crate::records::names::Names;
use crate::request::Visitor;
use crate::shell::{NO_TAB, business_page, refusal, with_business};
use crate::stamp::stamp;
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use mail::{MailError, outbox};
use maud::{Markup, html};
use pages::tables::{Column, cell, panel, progress, table};
use pages::{Argument, Locale, forms, layout};
use store::StoreError;

/// `GET …/emails/statements/{id}`.
pub(super) async fn show_job(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let (business, id) = (key_of(&business)?, key_of(&id)?);
    let job = app.jobs.statements.find(business, id)?;
    let stand = job.stand();
    if stand.is_over && asked.by_script() {
        return Ok(Redirect::to(&job_path(business, id)).into_response());
    }
    let locale = visitor.locale;
    let title = locale.text("email-statements-title");
    let (shell, body) = with_business(&app, business, move |reader, shell| {
        let names = Names::new(reader, locale, shell.key);
        Ok(if stand.is_over {
            over(&names, &job, &stand)?
        } else {
            working(locale, &job, &stand)
        })
    })
    .await?;
    let body = html! { (layout::heading(&title, html! {})) (body) };
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn working(locale: Locale, job: &StatementJob, stand: &Stand) -> Markup {
    let here = job_path(job.wanted.business, job.id);
    let total = job.wanted.customers.len();
    let done = locale.count(number(stand.done()));
    let arguments = [
        ("done", Argument::Text(&done)),
        ("count", Argument::Count(number(total))),
    ];
    let label = locale.text_with("email-statements-working", &arguments);
    let part = stand
        .done()
        .saturating_mul(1000)
        .checked_div(total)
        .and_then(|part| u16::try_from(part).ok());
    html! {
        (reload_without_scripts())
        (progress(locale, &format!("{here}?{POLL}=1"), &label, part))
        (forms::button_form(&format!("{here}/cancellation"), &locale.text("button-stop"), &[]))
    }
}

fn over(names: &Names<'_>, job: &StatementJob, stand: &Stand) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let here = job_path(job.wanted.business, job.id);
    let emails = addresses::business_part(names.business, "emails");
    let queued = Argument::Count(number(stand.queued.len()));
    let total = locale.count(number(job.wanted.customers.len()));
    let arguments = [("count", queued), ("total", Argument::Text(&total))];
    let sentence = if job.is_stopped() && stand.done() < job.wanted.customers.len() {
        "email-statements-stopped"
    } else {
        "email-statements-done"
    };
    let mut rows = Vec::with_capacity(stand.left_out.len());
    for (customer, error) in &stand.left_out {
        rows.push(html! {
            tr { (cell(names.link(*customer)?)) (cell(html! { (error.sentence(locale)) })) }
        });
    }
    let columns = [
        Column::words(locale.text("email-statements-customer")),
        Column::words(locale.text("email-statements-reason")),
    ];
    let left_out = locale.text("email-statements-left-out");
    Ok(html! {
        @if let Some(error) = &stand.failure {
            (layout::notice_box(&refusal(error.sentence(locale))))
        }
        (panel("", html! {
            p { (locale.text_with(sentence, &arguments)) }
            div .form-buttons {
                a .button .primary href=(emails) { (locale.text("emails-title")) }
                a .button href=(new_path(names.business)) {
                    (locale.text("email-statements-again"))
                }
                @if !stand.queued.is_empty() {
                    (forms::confirmation(
                        locale,
                        &format!("{here}/withdrawal"),
                        &locale.text("email-statements-withdraw"),
                        &locale.text("email-statements-withdraw-question"),
                    ))
                }
            }
        }))
        @if !rows.is_empty() { (panel(&left_out, table(&left_out, &columns, &rows, None))) }
    })
}

/// Stops the work before its next statement.
pub(super) async fn cancel_job(
    State(app): State<Shared>,
    Path((business, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, id) = (key_of(&business)?, key_of(&id)?);
    app.jobs.statements.find(business, id)?.stop();
    Ok(Redirect::to(&job_path(business, id)).into_response())
}

/// Takes those that still wait out of the outbox. Those that are sent are sent.
pub(super) async fn withdraw_queued(
    State(app): State<Shared>,
    Path((business, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (business, id) = (key_of(&business)?, key_of(&id)?);
    let queued = app.jobs.statements.find(business, id)?.stand().queued;
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        for email in queued {
            let stamp = stamp(&app, &zone)?;
            match outbox::withdraw(opened.as_ref(), email, &stamp) {
                Ok(()) | Err(MailError::WrongState { .. } | MailError::EmailNotFound(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let emails = addresses::business_part(business, "emails");
        Ok(Redirect::to(&emails).into_response())
    })
    .await
}
