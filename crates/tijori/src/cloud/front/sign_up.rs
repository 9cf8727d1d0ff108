//! Signing up: a subscriber is made, and the administrator is signed in as by the form of the
//! sign-in (docs/SPEC-cloud.md, 8.4).

use super::{Front, answer, blocking};
use crate::cloud::subscribing::{Newcomer, subscribe};
use crate::cloud::trouble_of_users;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::response::Response;
use axum::{Extension, Form};
use catalog::Trouble;
use faces::visitor::locale_of;
use jiff::Timestamp;
use portal::{SignUpTyped, sign_up_page};
use std::net::SocketAddr;
use std::sync::Arc;
use users::{Limits, Presented, clean_name};

/// `GET /sign-up`
pub async fn show(headers: HeaderMap) -> Response {
    sign_up_page(locale_of(&headers), &SignUpTyped::default(), None)
}

/// `POST /sign-up`
pub async fn take(
    State(front): State<Arc<Front>>,
    client: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Form(typed): Form<SignUpTyped>,
) -> Response {
    let client = client.map(|Extension(info)| info);
    let address = client.map_or_else(String::new, |info| info.0.ip().to_string());
    let (asked, wanted) = (front.clone(), typed.clone());
    match blocking(move || make(&asked, &wanted, address)).await {
        Ok(()) => answer(State(front), sign_in(&headers, &typed, client)).await,
        Err(trouble) => sign_up_page(locale_of(&headers), &typed, Some(&trouble)),
    }
}

fn make(front: &Front, typed: &SignUpTyped, address: String) -> Result<(), Trouble> {
    let (ground, now) = (&front.offices.ground, Timestamp::now());
    let told = |error: &users::UsersError| trouble_of_users(error);
    // Counted for the name that is wanted, and for the address whatever is wanted.
    let wanted = clean_name(&typed.email).unwrap_or_default();
    let wanted = format!("sign-up {wanted}");
    let limits = Limits::of(&*ground.nobody, &wanted, &address, None);
    limits.try_once(now).map_err(|error| told(&error))?;
    let newcomer = Newcomer {
        firm: &typed.firm,
        full_name: &typed.full_name,
        email: &typed.email,
        password: Some(&typed.password),
    };
    let from = Presented {
        address,
        ..Presented::default()
    };
    subscribe(ground, &newcomer, &from, now).map(drop)
}

/// The form of the sign-in, as the same browser would send it.
fn sign_in(
    headers: &HeaderMap,
    typed: &SignUpTyped,
    client: Option<ConnectInfo<SocketAddr>>,
) -> Request {
    let pairs = [("name", &typed.email), ("password", &typed.password)];
    let form = form_of(&pairs);
    let mut request = Request::new(Body::from(form));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = axum::http::Uri::from_static("/sign-in");
    *request.headers_mut() = headers.clone();
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
    request.headers_mut().insert(header::CONTENT_TYPE, kind);
    request.headers_mut().remove(header::CONTENT_LENGTH);
    // The session says from where it was begun.
    if let Some(client) = client {
        request.extensions_mut().insert(client);
    }
    request
}

/// Names and values as a form sends them.
fn form_of(pairs: &[(&str, &String)]) -> String {
    let parts = pairs.iter().map(|(name, value)| {
        let value =
            percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
        format!("{name}={value}")
    });
    parts.collect::<Vec<_>>().join("&")
}
