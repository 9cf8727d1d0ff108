//! Erasure of everything: asked for twice, put off for days in which it can be called back
//! (SPEC-portal.md, 7.1 and 7.2).

use super::export;
use crate::answer::{Fault, sentence, status_of};
use crate::businesses::{in_utc, page_of};
use crate::errands::{ask, led};
use crate::receipts;
use crate::router::Portal;
use crate::session::{Administrator, SESSION, Visitor, blocking};
use crate::subscribers::Member;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use catalog::{Contents, Errand, ErrandKind, ErrandState, Trouble};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use pages::forms::{self, Field, labelled};
use pages::layout::heading;
use pages::tables::{facts, panel};
use pages::{Argument, Locale, Notice, NoticeKind};
use serde::Deserialize;

/// Where the page is, and where it is asked for.
pub const HERE: &str = "/account/erasure";
/// Where it is called back.
const CALL_BACK: &str = "/account/erasure/withdrawal";
/// For so long the page says that it was called back.
const TOLD_FOR: SignedDuration = SignedDuration::from_hours(1);
/// What is said on the form, and not on a page of its own.
const ANSWERS: [&str; 4] = [
    "erasure-firm",
    "erasure-password",
    "sign-in-refused",
    "too-many-tries",
];

pub fn routes() -> Router<Portal> {
    Router::new()
        .route(HERE, get(show).post(take))
        .route(CALL_BACK, post(call_back))
}

/// What was typed. It has no `Debug`: a password is in it.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    firm: String,
    #[serde(default)]
    password: String,
}

async fn show(
    State(portal): State<Portal>,
    visitor: Visitor,
    Administrator(member): Administrator,
) -> Response {
    let asked = member.clone();
    match blocking(move || latest(&portal, &asked)).await {
        Ok(Some(errand)) if errand.is_open() => waiting_page(&visitor, &member, &errand),
        Ok(latest) => {
            let is_back = latest.is_some_and(|it| was_called_back(&it, Timestamp::now()));
            let notice = is_back.then(|| Notice {
                kind: NoticeKind::Success,
                text: visitor.locale.text("portal-erasure-called-back"),
            });
            form_page(&visitor, &member, "", None, notice)
        }
        Err(fault) => fault.page(visitor.locale),
    }
}

async fn take(
    State(portal): State<Portal>,
    visitor: Visitor,
    Administrator(member): Administrator,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let session = SESSION.read(portal.is_secure, &headers).map(str::to_owned);
    let (from, by) = (visitor.trying(&portal, &headers), member.clone());
    let firm = typed.firm.clone();
    let asked = blocking(move || {
        let refused = |code: &str| Fault::Trouble(Trouble::new(code, Vec::new()));
        if typed.firm.trim() != by.firm.trim() {
            return Err(refused("erasure-firm"));
        }
        let confirmed =
            portal
                .subscribers
                .confirm(&session.unwrap_or_default(), &typed.password, &from);
        confirmed.map_err(|trouble| match trouble.code.as_str() {
            // The name was given by the session.
            "sign-in-refused" => refused("erasure-password"),
            _ => Fault::Trouble(trouble),
        })?;
        ask(&portal, &by, ErrandKind::Erasure, None, Contents::ALL)?;
        Ok(HERE.to_owned())
    })
    .await;
    match &asked {
        Err(Fault::Trouble(trouble)) if ANSWERS.contains(&trouble.code.as_str()) => {
            let notice = Notice {
                kind: NoticeKind::Error,
                text: sentence(visitor.locale, trouble),
            };
            form_page(&visitor, &member, &firm, Some(trouble), Some(notice))
        }
        _ => led(&visitor, asked),
    }
}

async fn call_back(
    State(portal): State<Portal>,
    visitor: Visitor,
    Administrator(member): Administrator,
) -> Response {
    let called = blocking(move || {
        let errand = latest(&portal, &member)?.filter(Errand::is_open);
        let errand = errand.ok_or(Fault::NotFound)?;
        match portal.subscribers.call_back(&member, errand.key)? {
            true => Ok(HERE.to_owned()),
            // It is being erased.
            false => Err(Fault::NotFound),
        }
    })
    .await;
    led(&visitor, called)
}

/// The erasure that was asked for last, if one was.
fn latest(portal: &Portal, member: &Member) -> Result<Option<Errand>, Fault> {
    let errands = portal.subscribers.errands(member)?;
    let is_it = |it: &Errand| it.wish.kind == ErrandKind::Erasure;
    Ok(errands.into_iter().find(is_it))
}

/// Whether it was called back so lately that the page still says so.
fn was_called_back(errand: &Errand, now: Timestamp) -> bool {
    let is_late = |at| now.duration_since(at) < TOLD_FOR;
    errand.state == ErrandState::CalledBack && errand.ended_at.is_some_and(is_late)
}

/// The page on which it is asked for: `firm` is what was typed, `notice` stands above.
fn form_page(
    visitor: &Visitor,
    member: &Member,
    firm: &str,
    wrong: Option<&Trouble>,
    notice: Option<Notice>,
) -> Response {
    let locale = visitor.locale;
    let title = locale.text("portal-erasure");
    let body = html! {
        (heading(&title, html! { a .button href=(super::HERE) { (locale.text("button-back")) } }))
        (panel("", html! {
            p { (locale.text("portal-erasure-explained")) }
            ul {
                li { (locale.text("portal-erasure-books")) }
                li { (locale.text("portal-erasure-backups")) }
                li { (locale.text("portal-erasure-users")) }
            }
            p {
                (locale.text("portal-erasure-first")) " "
                a href=(export::HERE) { (locale.text("portal-export-link")) }
            }
            p { (locale.text("portal-erasure-days")) }
            (forms::form(HERE, false, fields(locale, member, firm, wrong)))
        }))
    };
    let status = status_of(wrong);
    page_of(visitor, member, &title, body, (status, notice))
}

fn fields(locale: Locale, member: &Member, firm: &str, wrong: Option<&Trouble>) -> Markup {
    let said = |code: &str| {
        let is_it = wrong.is_some_and(|trouble| trouble.code == code);
        is_it.then(|| locale.error(code, &[]))
    };
    let (firm_error, password_error) = (said("erasure-firm"), said("erasure-password"));
    let hint = [("firm", Argument::Text(&member.firm))];
    let password = Field {
        name: "password",
        label: &locale.text("sign-in-password"),
        error: password_error.as_deref(),
        required: true,
        ..Field::default()
    };
    html! {
        (forms::text(&Field {
            name: "firm",
            label: &locale.text("sign-up-firm"),
            value: firm,
            hint: Some(&locale.text_with("portal-erasure-type", &hint)),
            error: firm_error.as_deref(),
            required: true,
            ..Field::default()
        }))
        (labelled(&password, html! {
            input type="password" id="password" name="password" required
                autocomplete="current-password";
        }))
        div .form-buttons {
            button .button .danger type="submit" { (locale.text("portal-erasure-button")) }
            a .button href=(super::HERE) { (locale.text("button-cancel")) }
        }
    }
}

/// When it will be, and the way back.
fn waiting_page(visitor: &Visitor, member: &Member, errand: &Errand) -> Response {
    let locale = visitor.locale;
    let title = locale.text("portal-erasure");
    let receipt = errand.wish.receipt.as_deref().unwrap_or_default();
    let can_return = errand.due_at > Timestamp::now();
    let rows = [
        (
            locale.text("portal-erasure-asked"),
            html! { (in_utc(locale, errand.asked_at)) },
        ),
        (
            locale.text("portal-erasure-by"),
            pages::user_text(&errand.wish.by_name),
        ),
        (
            locale.text("portal-erasure-due"),
            html! { (in_utc(locale, errand.due_at)) },
        ),
        (
            locale.text("portal-receipt-number"),
            html! { code .break { (receipt) } },
        ),
    ];
    let body = html! {
        (heading(&title, html! { a .button href=(super::HERE) { (locale.text("button-back")) } }))
        (panel("", html! {
            (facts(&rows))
            p {
                (locale.text("portal-erasure-receipt")) " "
                a href=(receipts::HERE) { (locale.text("portal-receipt")) }
            }
            @if can_return {
                (forms::button_form(CALL_BACK, &locale.text("portal-erasure-call-back"), &[]))
            } @else {
                p { (locale.text("portal-erasure-goes-on")) }
            }
        }))
    };
    page_of(visitor, member, &title, body, (StatusCode::OK, None))
}
