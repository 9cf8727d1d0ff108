//! What went wrong, as programs read it: `application/problem+json` (RFC 9457) with our code.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use web::PageError;
use web::request::Visitor;

/// Middleware: turns errors into problems, their sentence in the language of the header
/// `Accept-Language`.
pub async fn as_problem(visitor: Visitor, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let error = match response.extensions().get::<PageError>() {
        Some(error) => error.clone(),
        None if status == StatusCode::PAYLOAD_TOO_LARGE => PageError::new(status, "form-too-large"),
        None => PageError::new(status, "bad-request"),
    };
    if status.is_server_error() {
        tracing::error!(code = error.code, "a request of a program failed");
    }
    let allowed = response.headers().get(header::ALLOW).cloned();
    let mut answer = problem(&error, &error.sentence(visitor.locale));
    if let Some(allowed) = allowed {
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    answer
}

fn problem(error: &PageError, sentence: &str) -> Response {
    let arguments: Map<String, Value> = error
        .arguments
        .iter()
        .map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str())))
        .collect();
    let document = json!({
        "type": "about:blank",
        "title": error.status.canonical_reason().unwrap_or("Error"),
        "status": error.status.as_u16(),
        "detail": sentence,
        "code": error.code,
        "arguments": arguments,
    });
    let mut response = (error.status, document.to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    if error.status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
