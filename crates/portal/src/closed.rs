//! Pages that stand where books cannot be shown: the subscription is over, or nobody can be asked
//! (docs/SPEC-cloud.md, 9).

use crate::answer::Fault;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use catalog::{Subscription, SubscriptionState, Trouble};
use maud::html;
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
    let page = render(&Page {
        locale,
        title: &title,
        business: None,
        body,
        notice: None,
        account: None,
        path: "/",
    });
    (StatusCode::PAYMENT_REQUIRED, Html(page.0)).into_response()
}

/// Says that something cannot be asked for now, and when to try again.
pub fn trouble_page(locale: Locale, trouble: Trouble) -> Response {
    let mut response = Fault::Trouble(trouble).page(locale);
    let seconds = HeaderValue::from_static("10");
    response.headers_mut().insert(header::RETRY_AFTER, seconds);
    response
}

/// Says that there is nothing at an address.
pub fn nothing_page(locale: Locale) -> Response {
    Fault::NotFound.page(locale)
}
