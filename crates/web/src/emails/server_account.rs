//! The mail account of a server: through it links for a new password and notices go to its users.
//!
//! It is a page for administrators, with the form of a business's account. It is kept in the vault,
//! and the security log has a line when it changes, for whoever holds this account can read links.

use super::account::report_panel;
use super::account_form::{self, Errors, Typed};
use crate::access::{Presents, current, users_of};
use crate::blocking::blocking;
use crate::request::Visitor;
use crate::settings::meanwhile;
use crate::shell::{plain_page, refusal, success};
use crate::{PageError, Shared};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use jiff::Timestamp;
use mail::{MailSettings, TestReport};
use maud::{Markup, html};
use pages::{Notice, forms, layout};
use users::{Event, EventKind};

/// The address of the page.
const PATH: &str = "/server/email";

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route(PATH, get(show).post(save))
        .route("/server/email/removal", post(remove))
}

/// What the page shows beside the form.
#[derive(Default)]
struct Beside {
    notice: Option<Notice>,
    errors: Errors,
    report: Option<TestReport>,
    /// What somebody else saved after the form was made.
    meanwhile: Option<Markup>,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    blocking(move || {
        let kept = app.mailroom.vault()?.installation_mail();
        let (kept, notice) = match kept {
            Ok(kept) => (kept, None),
            Err(error) => {
                let sentence = PageError::from(error).sentence(visitor.locale);
                (None, Some(refusal(sentence)))
            }
        };
        let typed = match &kept {
            Some(settings) => Typed::of(settings),
            None => Typed::of_new(&users.name),
        };
        let typed = typed.made_from(kept.as_ref());
        let beside = Beside {
            notice,
            ..Beside::default()
        };
        Ok(page(&visitor, &typed, kept.as_ref(), beside))
    })
    .await
}

async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Presents(presented): Presents,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    blocking(move || {
        let locale = visitor.locale;
        let vault = app.mailroom.vault()?;
        let turn = meanwhile::one_at_a_time();
        // Unreadable settings are entered again, as the page asks.
        let before = vault.installation_mail().unwrap_or(None);
        if let Some(told) = typed.meanwhile(before.as_ref(), locale) {
            let beside = Beside {
                meanwhile: Some(told),
                ..Beside::default()
            };
            let typed = typed.made_from(before.as_ref());
            return Ok(page(&visitor, &typed, before.as_ref(), beside));
        }
        let settings = match account_form::settings(&typed, before.as_ref(), locale) {
            Ok(settings) => settings,
            Err(errors) => {
                let beside = Beside {
                    errors,
                    ..Beside::default()
                };
                return Ok(page(&visitor, &typed, before.as_ref(), beside));
            }
        };
        if before.as_ref() != Some(&settings) {
            vault.keep_installation_mail(&settings)?;
            users
                .sign_in
                .directory()
                .note(&changed(&presented.address, "kept"))?;
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
        Ok(page(&visitor, &typed, Some(&settings), beside))
    })
    .await
}

async fn remove(
    State(app): State<Shared>,
    Presents(presented): Presents,
) -> Result<Response, PageError> {
    let users = users_of(&app)?;
    blocking(move || {
        app.mailroom.vault()?.forget_installation_mail()?;
        let directory = users.sign_in.directory();
        Ok(directory.note(&changed(&presented.address, "removed"))?)
    })
    .await?;
    Ok(Redirect::to(PATH).into_response())
}

/// The line of the security log.
fn changed(address: &str, detail: &str) -> Event {
    Event {
        at: Timestamp::now(),
        kind: EventKind::MailAccountChanged,
        by: current::get().map(|current| current.key()),
        about: None,
        address: address.to_owned(),
        detail: detail.to_owned(),
    }
}

fn page(visitor: &Visitor, typed: &Typed, kept: Option<&MailSettings>, beside: Beside) -> Response {
    let locale = visitor.locale;
    let title = locale.text("server-email-title");
    let has_password = kept.is_some_and(|settings| !settings.password.is_empty());
    let body = html! {
        (layout::heading(&title, html! {
            @if kept.is_some() {
                (forms::confirmation(
                    locale,
                    "/server/email/removal",
                    &locale.text("people-remove"),
                    &locale.text("server-email-remove-question"),
                ))
            }
        }))
        p { (locale.text("server-email-explained")) }
        @if let Some(report) = &beside.report { (report_panel(locale, report)) }
        @if let Some(told) = &beside.meanwhile { (told) }
        (account_form::form(locale, PATH, "/users", typed, has_password, &beside.errors))
    };
    let status = match (&beside.meanwhile, beside.errors.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, true) => StatusCode::OK,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    plain_page(visitor, status, &title, beside.notice, body)
}
