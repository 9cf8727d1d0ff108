//! Who is answered and under which headers.
//!
//! - Only requests to a host that is ours are answered: a foreign name that resolves to this
//!   computer (DNS rebinding) gets 421.
//! - Requests that change something must come from our own pages: tower-http's layer reads Fetch
//!   Metadata and falls back to Origin.
//! - Every answer says what a browser may do with it. A handler may set a header of its own first
//!   (attachments have a stricter policy); what it set stays.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
pub use tower_http::csrf::ProtectionError;

use tower_http::csrf::CsrfLayer;

/// What our pages may load: themselves, and nothing from anywhere else.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; connect-src 'self'; frame-src 'self'; object-src 'none'";

/// The headers of every answer, unless its handler set them.
pub const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (header::CACHE_CONTROL, "no-store"),
];

/// Middleware: adds the headers of every answer, and when to ask again what is refused for now.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = crate::waiting::told(next.run(request)).await;
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Whether a request is to one of these hosts.
pub fn is_to(request: &Request, hosts: &[String]) -> bool {
    let host = request
        .uri()
        .authority()
        .map(|authority| authority.as_str())
        .or_else(|| request.headers().get(header::HOST)?.to_str().ok());
    host.is_some_and(|host| {
        let is_this = |allowed: &String| allowed.eq_ignore_ascii_case(host);
        hosts.iter().any(is_this)
    })
}

/// What a refused cross-site request is answered with.
pub type Refusal = fn(ProtectionError) -> Response;

/// The layer that refuses requests of foreign pages.
pub fn same_site(refuse: Refusal) -> CsrfLayer<Refusal> {
    CsrfLayer::new().with_rejection_response(refuse)
}
