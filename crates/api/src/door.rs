//! Who asks: the access token of the header, looked up for every request (security.md S36, S38).

use crate::rates::{REFUSED_REQUESTS_MAX, Rates, TOKEN_REQUESTS_MAX};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use std::sync::Arc;
use users::TOKEN_PREFIX;
use web::blocking::blocking;
use web::page_error::SECONDS;
use web::programs::{self, Address};
use web::{PageError, Shared, Users};

/// Said of a request by whoever stands in front of the API: the subscription is over, so that the
/// books are closed to programs too. Only a token that works is told (docs/SPEC-cloud.md, 9.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BooksClosed;

/// Middleware: nobody passes without a token that works.
pub async fn door(
    State((app, rates)): State<(Shared, Arc<Rates>)>,
    mut request: Request,
    next: Next,
) -> Response {
    match pass(&app, &rates, &mut request).await {
        Ok(current) => programs::within(current, next.run(request)).await,
        Err(error) => error.into_response(),
    }
}

async fn pass(
    app: &Shared,
    rates: &Rates,
    request: &mut Request,
) -> Result<Arc<programs::Current>, PageError> {
    let users = app.users.clone().ok_or_else(PageError::not_found)?;
    let address = programs::address_of(&users, request);
    let second = Timestamp::now().as_second();
    let refused = format!("refused {address}");
    let shown_in_url = token_in_url(request);
    let shown = bearer(request.headers()).map(str::to_owned);
    let current = match (shown_in_url, shown) {
        (Some(secret), _) => {
            revoke(users, secret, address.clone()).await?;
            None
        }
        (None, Some(secret)) => look_up(users, secret, address.clone()).await?,
        (None, None) => None,
    };
    // Failures are counted apart: whoever shows a token that works does not wait for somebody else
    // behind the same address who guesses.
    let Some(current) = current else {
        rates
            .count(&refused, REFUSED_REQUESTS_MAX, second)
            .map_err(too_many)?;
        return Err(PageError::new(StatusCode::UNAUTHORIZED, "token-refused"));
    };
    let name = current.key_of_token().map(|key| key.to_string());
    rates
        .count(&name.unwrap_or_default(), TOKEN_REQUESTS_MAX, second)
        .map_err(too_many)?;
    if request.extensions().get::<BooksClosed>().is_some() {
        let closed = PageError::new(StatusCode::PAYMENT_REQUIRED, "subscription-over");
        return Err(closed);
    }
    request.extensions_mut().insert(Address(address));
    Ok(current)
}

fn too_many(seconds: u64) -> PageError {
    PageError::new(StatusCode::TOO_MANY_REQUESTS, "too-many-requests")
        .with(SECONDS, seconds.to_string())
}

async fn look_up(
    users: Arc<Users>,
    secret: String,
    address: String,
) -> Result<Option<Arc<programs::Current>>, PageError> {
    blocking(move || programs::bearer(&users, &secret, &address, Timestamp::now())).await
}

/// What stood in an address stands in logs, histories and bookmarks: the token is void.
async fn revoke(users: Arc<Users>, secret: String, address: String) -> Result<(), PageError> {
    blocking(move || programs::revoke_shown(&users, &secret, &address, Timestamp::now())).await
}

/// The token of the header `Authorization` (RFC 6750, 2.1).
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

/// A token that stands in the address.
fn token_in_url(request: &Request) -> Option<String> {
    let query = request.uri().query()?;
    let begin = query.find(TOKEN_PREFIX)?;
    let token = query.get(begin..)?;
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    let end = token.find(|sign| !is_sign(sign)).unwrap_or(token.len());
    token.get(..end).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bearer_token_is_taken() {
        let told = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, value.parse().unwrap());
            bearer(&headers).map(str::to_owned)
        };
        assert_eq!(told("Bearer tij_1"), Some("tij_1".to_owned()));
        assert_eq!(told("bearer  tij_1 "), Some("tij_1".to_owned()));
        for wrong in ["Basic tij_1", "Bearer", "Bearer ", "tij_1"] {
            assert_eq!(told(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_token_in_the_address_is_found() {
        let of = |uri: &str| {
            let request = Request::builder().uri(uri).body(axum::body::Body::empty());
            token_in_url(&request.unwrap())
        };
        assert_eq!(
            of("/v1/businesses?token=tij_ab12&x=1"),
            Some("tij_ab12".to_owned())
        );
        assert_eq!(of("/v1/businesses?limit=1"), None);
    }
}
