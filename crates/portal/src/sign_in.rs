//! Coming in and going out (SPEC-portal.md, 2).

use crate::answer::{Fault, sentence, status_of};
use crate::receipts;
use crate::router::Portal;
use crate::session::{BEGUN, DEVICE, SESSION, Visitor, blocking};
use crate::subscribers::{Entered, Step};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use catalog::Trouble;
use maud::{Markup, html};
use pages::forms::{self, Field, labelled};
use pages::layout::heading;
use pages::{Notice, NoticeKind, Page, render};
use serde::Deserialize;

/// What is said on the form, and not on a page of its own.
const ANSWERS: [&str; 3] = ["sign-in-refused", "too-many-tries", "code-refused"];

pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/sign-in", get(show).post(take_password))
        .route("/sign-in/code", get(show_code).post(take_code))
        .route("/sign-out", post(sign_out))
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

async fn show(visitor: Visitor) -> Response {
    page(&visitor, None, "")
}

async fn take_password(
    State(portal): State<Portal>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let subscribers = portal.subscribers.clone();
    let from = visitor.trying(&portal, &headers);
    let (name, password) = (typed.name.clone(), typed.password);
    let step = blocking(move || Ok(subscribers.begin(&name, &password, &from)?)).await;
    match step {
        Ok(Step::In(entered)) => enter(&portal, &entered),
        Ok(Step::Code(begun)) => {
            let mut response = Redirect::to("/sign-in/code").into_response();
            BEGUN.set(portal.is_secure, &mut response, &begun);
            response
        }
        Err(fault) => match answer_of(&fault) {
            Some(trouble) => page(&visitor, Some(trouble), &typed.name),
            None => fault.page(visitor.locale),
        },
    }
}

async fn show_code(visitor: Visitor) -> Response {
    code_page(&visitor, None)
}

async fn take_code(
    State(portal): State<Portal>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let Some(begun) = BEGUN.read(portal.is_secure, &headers) else {
        return Redirect::to("/sign-in").into_response();
    };
    let begun = begun.to_owned();
    let subscribers = portal.subscribers.clone();
    let from = visitor.trying(&portal, &headers);
    let entered = blocking(move || Ok(subscribers.take_code(&begun, &typed.code, &from)?)).await;
    match entered {
        Ok(entered) => {
            let mut response = enter(&portal, &entered);
            BEGUN.clear(portal.is_secure, &mut response);
            response
        }
        Err(fault) => match answer_of(&fault) {
            // The password was typed too long ago.
            Some(trouble) if trouble.code == "sign-in-refused" => {
                Redirect::to("/sign-in").into_response()
            }
            Some(trouble) => code_page(&visitor, Some(trouble)),
            None => fault.page(visitor.locale),
        },
    }
}

async fn sign_out(State(portal): State<Portal>, visitor: Visitor, headers: HeaderMap) -> Response {
    if let Some(session) = SESSION.read(portal.is_secure, &headers) {
        let session = session.to_owned();
        let subscribers = portal.subscribers.clone();
        let from = visitor.presented.clone();
        let ended = blocking(move || Ok(subscribers.sign_out(&session, &from)?)).await;
        if let Err(fault) = ended {
            return fault.page(visitor.locale);
        }
    }
    let mut response = Redirect::to("/sign-in").into_response();
    SESSION.clear(portal.is_secure, &mut response);
    // A page that stays in the browser would show whoever sits there next what backups there are.
    response.headers_mut().insert(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    response
}

fn enter(portal: &Portal, entered: &Entered) -> Response {
    let mut response = Redirect::to("/").into_response();
    SESSION.set(portal.is_secure, &mut response, &entered.session);
    if let Some(device) = &entered.device {
        DEVICE.set(portal.is_secure, &mut response, device);
    }
    response
}

fn answer_of(fault: &Fault) -> Option<&Trouble> {
    match fault {
        Fault::Trouble(trouble) if ANSWERS.contains(&trouble.code.as_str()) => Some(trouble),
        _ => None,
    }
}

fn page(visitor: &Visitor, wrong: Option<&Trouble>, name: &str) -> Response {
    let locale = visitor.locale;
    let fields = html! {
        (labelled(
            &Field {
                name: "name",
                label: &locale.text("sign-in-name-or-email"),
                ..Field::default()
            },
            html! {
                input type="text" id="name" name="name" value=(name) required
                    autocomplete="username" autocapitalize="none" spellcheck="false"
                    autofocus[name.is_empty()];
            },
        ))
        (labelled(
            &Field {
                name: "password",
                label: &locale.text("sign-in-password"),
                ..Field::default()
            },
            html! {
                input type="password" id="password" name="password" required
                    autocomplete="current-password" autofocus[!name.is_empty()];
            },
        ))
        (forms::submit(locale, &locale.text("sign-in-button"), None))
    };
    let body = html! {
        (heading(&locale.text("portal-title"), html! {}))
        p { (locale.text("portal-promise")) }
        (forms::form("/sign-in", false, fields))
        p { a href=(receipts::HERE) { (locale.text("portal-receipt-lead")) } }
    };
    answer(visitor, "portal-title", body, wrong)
}

fn code_page(visitor: &Visitor, wrong: Option<&Trouble>) -> Response {
    let locale = visitor.locale;
    let field = Field {
        name: "code",
        label: &locale.text("sign-in-code"),
        hint: Some(&locale.text("sign-in-code-hint")),
        required: true,
        ..Field::default()
    };
    let fields = html! {
        (labelled(&field, html! {
            input type="text" id="code" name="code" required autofocus
                autocomplete="one-time-code" inputmode="numeric" spellcheck="false";
        }))
        (forms::submit(locale, &locale.text("sign-in-button"), Some("/sign-in")))
    };
    let body = html! {
        (heading(&locale.text("sign-in-code-title"), html! {}))
        (forms::form("/sign-in/code", false, fields))
    };
    answer(visitor, "sign-in-code-title", body, wrong)
}

fn answer(visitor: &Visitor, title: &str, body: Markup, wrong: Option<&Trouble>) -> Response {
    let locale = visitor.locale;
    let status = status_of(wrong);
    let page = render(&Page {
        locale,
        title: &locale.text(title),
        business: None,
        body,
        notice: wrong.map(|trouble| Notice {
            kind: NoticeKind::Error,
            text: sentence(locale, trouble),
        }),
        account: None,
        path: &visitor.path,
    });
    (status, Html(page.0)).into_response()
}
