//! Which requests are refused unread. The headers of every answer are those of crate `faces`.

use crate::{PageError, Shared};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use faces::guard::Refusal;
use tower_http::csrf::{CsrfLayer, ProtectionError};

pub use faces::guard::{CONTENT_SECURITY_POLICY, headers};

/// Middleware: refuses requests to a host that is not ours.
pub async fn our_host(State(app): State<Shared>, request: Request, next: Next) -> Response {
    if faces::guard::is_to(&request, &app.hosts) {
        next.run(request).await
    } else {
        // Nothing more: a foreign page that reaches us this way learns nothing of what we are.
        StatusCode::MISDIRECTED_REQUEST.into_response()
    }
}

/// The layer that refuses requests of foreign pages.
pub fn same_site() -> CsrfLayer<Refusal> {
    faces::guard::same_site(refuse)
}

fn refuse(_: ProtectionError) -> Response {
    PageError::new(StatusCode::FORBIDDEN, "cross-site").into_response()
}
