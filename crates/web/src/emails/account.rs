//! Settings → Email: the account through which a business sends, and the test of it.
//!
//! The account is kept in the vault of the mailroom, outside the business, and no page shows its
//! password again. The test is made with what is kept, after saving what was typed.

use super::account_form::{self, Typed};
use super::words::failure_box;
use crate::access::telling::tell;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::shell::{BusinessPage, BusinessShell, SETTINGS, business_page_with, refusal, success};
use crate::stamp::stamp;
use crate::{PageError, Shared, addresses};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use books::Key;
use mail::{MailError, MailSettings, TestReport, TestStep, TestedStep, save_settings};
use maud::{Markup, html};
use pages::tables::{BadgeKind, badge, cell, panel};
use pages::{Locale, Notice, layout};
use users::EventKind;

pub(super) fn routes() -> Router<Shared> {
    Router::new().route(
        "/businesses/{business}/settings/email",
        get(show_account).post(save_account),
    )
}

/// What the page shows beside the form.
#[derive(Default)]
struct Beside {
    notice: Option<Notice>,
    errors: Vec<(&'static str, String)>,
    report: Option<TestReport>,
    /// What somebody else saved after the form was made.
    meanwhile: Option<Markup>,
}

/// The account kept so far; one that cannot be read is as none, and the page says so.
fn kept(app: &Shared, business: Key) -> Result<Option<MailSettings>, MailError> {
    app.mailroom.vault()?.mail_settings(business)
}

/// `GET …/settings/email`.
async fn show_account(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let shell = BusinessShell::read(business, opened.read()?.as_ref())?;
        let (kept, notice) = match kept(&app, business) {
            Ok(kept) => (kept, None),
            Err(error) => {
                let sentence = PageError::from(error).sentence(visitor.locale);
                (None, Some(refusal(sentence)))
            }
        };
        let typed = match &kept {
            Some(settings) => Typed::of(settings),
            None => Typed::of_new(shell.name()),
        };
        let typed = typed.made_from(kept.as_ref());
        let beside = Beside {
            notice,
            ..Beside::default()
        };
        Ok(page(&visitor, &shell, &typed, kept.as_ref(), beside))
    })
    .await
}

/// `POST …/settings/email`: saves, and tests when the test was pressed.
async fn save_account(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let locale = visitor.locale;
        let opened = app.store.open(business)?;
        let shell = BusinessShell::read(business, opened.read()?.as_ref())?;
        let turn = meanwhile::one_at_a_time();
        // Unreadable settings are entered again, as the page asks.
        let before = kept(&app, business).unwrap_or(None);
        if let Some(told) = typed.meanwhile(before.as_ref(), locale) {
            let beside = Beside {
                meanwhile: Some(told),
                ..Beside::default()
            };
            let typed = typed.made_from(before.as_ref());
            return Ok(page(&visitor, &shell, &typed, before.as_ref(), beside));
        }
        let settings = match account_form::settings(&typed, before.as_ref(), locale) {
            Ok(settings) => settings,
            Err(errors) => {
                let beside = Beside {
                    errors,
                    ..Beside::default()
                };
                return Ok(page(&visitor, &shell, &typed, before.as_ref(), beside));
            }
        };
        // Pressing a button without changing anything is no change, and History has none then.
        if before.as_ref() != Some(&settings) {
            let vault = app.mailroom.vault()?;
            let stamp = stamp(&app, shell.zone())?;
            save_settings(&vault, opened.as_ref(), &settings, &stamp)?;
            app.mailroom.ring();
            tell(&app, EventKind::MailAccountChanged, Some(business), "kept")?;
        }
        drop(turn);
        let mut beside = Beside {
            notice: Some(success(locale.text("email-settings-saved"))),
            ..Beside::default()
        };
        if typed.wants_test() {
            beside.report = Some(mail::test_connection(&settings, app.mailroom.policy)?);
        }
        let typed = Typed::of(&settings).made_from(Some(&settings));
        Ok(page(&visitor, &shell, &typed, Some(&settings), beside))
    })
    .await
}

fn page(
    visitor: &Visitor,
    shell: &BusinessShell,
    typed: &Typed,
    kept: Option<&MailSettings>,
    beside: Beside,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("email-settings-title");
    let part = |part: &str| addresses::business_part(shell.key, part);
    let has_password = kept.is_some_and(|settings| !settings.password.is_empty());
    let body = html! {
        (layout::heading(&title, html! {
            a .button href=(part("settings/email/templates")) {
                (locale.text("email-templates-title"))
            }
        }))
        p { (locale.text("email-settings-explained")) }
        @if let Some(report) = &beside.report { (report_panel(locale, report)) }
        @if let Some(told) = &beside.meanwhile { (told) }
        (account_form::form(
            locale,
            &part("settings/email"),
            &part("settings"),
            typed,
            has_password,
            &beside.errors,
        ))
    };
    let status = match (&beside.meanwhile, beside.errors.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, true) => StatusCode::OK,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = BusinessPage {
        title: &title,
        current_tab: SETTINGS,
        body,
        notice: beside.notice,
        status,
    };
    business_page_with(visitor, shell, page)
}

/// Every step of the test in words, and what to do about the one that failed.
pub(super) fn report_panel(locale: Locale, report: &TestReport) -> Markup {
    let heading = locale.text("email-test-title");
    panel(
        &heading,
        html! {
            div .table-scroll tabindex="0" role="region" aria-label=(heading) {
                table .data {
                    caption .visually-hidden { (heading) }
                    tbody {
                        @for (step, tested) in &report.steps {
                            tr {
                                (cell(html! { (step_name(locale, *step)) }))
                                (cell(outcome(locale, tested)))
                            }
                        }
                    }
                }
            }
            @match report.failure() {
                Some(failure) => { (failure_box(locale, failure.code.code(), &failure.reason)) }
                None => { p { (locale.text("email-test-passed")) } }
            }
        },
    )
}

fn step_name(locale: Locale, step: TestStep) -> String {
    locale.text(match step {
        TestStep::Resolve => "email-test-resolve",
        TestStep::Connect => "email-test-connect",
        TestStep::Encrypt => "email-test-encrypt",
        TestStep::Certificate => "email-test-certificate",
        TestStep::LogIn => "email-test-log-in",
    })
}

fn outcome(locale: Locale, tested: &TestedStep) -> Markup {
    let (kind, label) = match tested {
        TestedStep::Passed => (BadgeKind::Good, "email-tested-passed"),
        TestedStep::NotAsked => (BadgeKind::Plain, "email-tested-not-asked"),
        TestedStep::Failed(_) => (BadgeKind::Bad, "email-tested-failed"),
        TestedStep::NotReached => (BadgeKind::Plain, "email-tested-not-reached"),
    };
    badge(kind, &locale.text(label))
}
