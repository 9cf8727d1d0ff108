//! Pages that stand where books cannot be shown: the subscription is over, or nobody can be asked
//! (docs/SPEC-cloud.md, 9).

use crate::answer::{Fault, RETRY_AFTER_S};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use catalog::{Subscription, SubscriptionState, Trouble};
use faces::waiting;
use maud::{Markup, html};
use pages::forms::{form, hidden, submit};
use pages::layout::heading;
use pages::tables::panel;
use pages::{Argument, Locale, Page, render};

/// Says kindly that the books are closed, and leads to the portal, where one is known.
pub fn closed_page(locale: Locale, subscription: Subscription, portal: Option<&str>) -> Response {
    let title = locale.text("cloud-closed-title");
    let why = match subscription.state {
        SubscriptionState::Cancelled => "cloud-closed-cancelled",
        _ => "cloud-closed-expired",
    };
    let kept = subscription.kept_until.map(|day| locale.date(day));
    let body = html! {
        (heading(&title, html! {}))
        (panel("", html! {
            p { (locale.text(why)) }
            p {
                (locale.text("cloud-closed-backups"))
                @if let Some(day) = &kept {
                    " " (locale.text_with("cloud-closed-kept", &[("date", Argument::Text(day))]))
                }
            }
            @if let Some(address) = portal {
                p {
                    a .button .primary href=(address) { (locale.text("cloud-closed-portal")) }
                }
            }
        }))
        (pages::forms::button_form("/account/sign-out", &locale.text("sign-out-button"), &[]))
    };
    (
        StatusCode::PAYMENT_REQUIRED,
        bare_page(locale, &title, body),
    )
        .into_response()
}

/// Says that nothing could be saved now, and keeps what was typed for another try: `fields` are the
/// names and values of the form that was sent to `action`. `code` is that of the error.
pub fn again_page(
    locale: Locale,
    code: &str,
    action: &str,
    fields: &[(String, String)],
) -> Response {
    let title = locale.text("error-page-title");
    let kept = match code {
        "store-in-doubt" => "away-kept-in-doubt",
        _ => "away-kept",
    };
    let body = html! {
        (heading(&title, html! {}))
        (panel("", html! {
            p { (locale.error(code, &[])) }
            p { (locale.text(kept)) }
            (form(action, false, html! {
                @for (name, value) in fields { (hidden(name, value)) }
                (submit(locale, &locale.text("away-again"), None))
            }))
        }))
    };
    let page = bare_page(locale, &title, body);
    let mut response = (StatusCode::SERVICE_UNAVAILABLE, page).into_response();
    waiting::tell(&mut response, RETRY_AFTER_S);
    response
}

/// Says that something cannot be asked for now, and when to try again.
pub fn trouble_page(locale: Locale, trouble: Trouble) -> Response {
    Fault::Trouble(trouble).page(locale)
}

/// A page without a business or an account: of these nothing can be asked now.
fn bare_page(locale: Locale, title: &str, body: Markup) -> Html<String> {
    let page = render(&Page {
        locale,
        title,
        business: None,
        body,
        notice: None,
        account: None,
        path: "/",
    });
    Html(page.0)
}
