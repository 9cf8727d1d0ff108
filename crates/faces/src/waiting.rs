//! When to ask again what is refused for now: `Retry-After` on every answer 429 and 503
//! (docs/SPEC-users.md, 3.3).
//!
//! Whoever refuses says how long ([`ask_again_in`]), wherever that is in the work on a request; the
//! layer of the headers ([`crate::guard::headers`]) tells it. An answer that nobody said anything
//! about gets what is usual for its status, so that none goes out without.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use std::cell::Cell;
use std::future::Future;

tokio::task_local! {
    /// What was said about the answer to the request of this task.
    static SECONDS: Cell<Option<u64>>;
}

/// After how long to ask again where too much was asked for and nobody says more, in seconds.
const TOO_MUCH_S: u64 = 60;
/// The same where something cannot be reached.
const AWAY_S: u64 = 10;

/// Says after how many seconds to ask again, should the request end in a refusal that passes.
pub fn ask_again_in(seconds: u64) {
    // Outside of a request there is nobody to tell.
    let _said = SECONDS.try_with(|said| said.set(Some(seconds)));
}

/// Writes it on an answer, in place of what stood there.
pub fn tell(response: &mut Response, seconds: u64) {
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
}

/// Answers, and tells when to ask again where the answer is one that passes.
pub(crate) async fn told(answer: impl Future<Output = Response>) -> Response {
    let answered = async {
        let response = answer.await;
        (response, SECONDS.with(Cell::get))
    };
    let (mut response, said) = SECONDS.scope(Cell::new(None), answered).await;
    let usual = match response.status() {
        StatusCode::TOO_MANY_REQUESTS => TOO_MUCH_S,
        StatusCode::SERVICE_UNAVAILABLE => AWAY_S,
        _ => return response,
    };
    if !response.headers().contains_key(header::RETRY_AFTER) {
        tell(&mut response, said.unwrap_or(usual));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::response::IntoResponse;

    async fn seconds(status: StatusCode, said: Option<u64>) -> Option<String> {
        let answer = told(async move {
            if let Some(seconds) = said {
                ask_again_in(seconds);
            }
            status.into_response()
        });
        let response = answer.await;
        let value = response.headers().get(header::RETRY_AFTER)?;
        value.to_str().ok().map(str::to_owned)
    }

    #[tokio::test]
    async fn every_refusal_that_passes_says_when_and_no_other_answer_does() {
        let too_many = StatusCode::TOO_MANY_REQUESTS;
        assert_eq!(seconds(too_many, Some(7)).await.as_deref(), Some("7"));
        assert_eq!(seconds(too_many, None).await.as_deref(), Some("60"));
        let away = StatusCode::SERVICE_UNAVAILABLE;
        assert_eq!(seconds(away, None).await.as_deref(), Some("10"));
        assert_eq!(seconds(StatusCode::OK, Some(7)).await, None);
        assert_eq!(seconds(StatusCode::NOT_FOUND, Some(7)).await, None);
    }
}
