//! The page on which somebody becomes a subscriber (docs/SPEC-cloud.md, 8.4). What it leads to is
//! done by whoever serves it.

use crate::answer::{sentence, status_of};
use axum::response::{Html, IntoResponse, Response};
use catalog::Trouble;
use maud::{Markup, html};
use pages::forms::{self, Field};
use pages::layout::heading;
use pages::{Locale, Notice, NoticeKind, Page, render};
use serde::Deserialize;

/// Where the page is.
pub const SIGN_UP: &str = "/sign-up";

/// What a newcomer typed. It has no `Debug`: a password is in it.
#[derive(Clone, Default, Deserialize)]
pub struct SignUpTyped {
    /// The name of the firm.
    #[serde(default)]
    pub firm: String,
    /// The person's own name.
    #[serde(default)]
    pub full_name: String,
    /// The address to sign in with.
    #[serde(default)]
    pub email: String,
    /// The password.
    #[serde(default)]
    pub password: String,
}

/// The page, with what was typed and what is wrong with it. The password is never shown again.
pub fn sign_up_page(locale: Locale, typed: &SignUpTyped, wrong: Option<&Trouble>) -> Response {
    let title = locale.text("sign-up-title");
    let said = wrong.map(|trouble| (field_of(&trouble.code), sentence(locale, trouble)));
    let body = html! {
        (heading(&title, html! {}))
        p { (locale.text("sign-up-promise")) }
        (forms::form(SIGN_UP, false, fields(locale, typed, said.as_ref())))
    };
    let status = status_of(wrong);
    let page = render(&Page {
        locale,
        title: &title,
        business: None,
        body,
        notice: said.map(|(field, said)| Notice {
            kind: NoticeKind::Error,
            text: match field {
                "" => said,
                _ => locale.text("form-has-errors"),
            },
        }),
        account: None,
        path: SIGN_UP,
    });
    (status, Html(page.0)).into_response()
}

/// The fields: what is wrong stands beside the one that it is about.
fn fields(locale: Locale, typed: &SignUpTyped, said: Option<&(&str, String)>) -> Markup {
    let told = |name: &str| {
        let is_it = |(field, _): &&(&str, String)| *field == name;
        said.filter(is_it).map(|(_, said)| said.as_str())
    };
    // The page opens where something is to be typed.
    let first = match said {
        Some((field, _)) if !field.is_empty() => *field,
        _ => "firm",
    };
    let text = |name, label: &str, value, purpose| {
        forms::text(&Field {
            name,
            label: &locale.text(label),
            value,
            error: told(name),
            required: true,
            autofocus: name == first,
            purpose: Some(purpose),
            ..Field::default()
        })
    };
    html! {
        (text("firm", "sign-up-firm", &typed.firm, "organization"))
        (text("full_name", "sign-up-full-name", &typed.full_name, "name"))
        (forms::email(&Field {
            name: "email",
            label: &locale.text("sign-up-email"),
            value: &typed.email,
            error: told("email"),
            hint: Some(&locale.text("sign-up-email-hint")),
            required: true,
            autofocus: first == "email",
            purpose: Some("email"),
            ..Field::default()
        }))
        (forms::password(&Field {
            name: "password",
            label: &locale.text("sign-in-password"),
            error: told("password"),
            hint: Some(&locale.text("people-password-hint")),
            required: true,
            autofocus: first == "password",
            ..Field::default()
        }))
        (forms::submit(locale, &locale.text("sign-up-button"), None))
        p { a href="/sign-in" { (locale.text("sign-up-have")) } }
    }
}

/// The field that an error is about; none for what concerns no field.
fn field_of(code: &str) -> &'static str {
    match code {
        "sign-up-firm" => "firm",
        "sign-up-email" | "sign-up-refused" => "email",
        code if code.starts_with("password-") => "password",
        _ => "",
    }
}
