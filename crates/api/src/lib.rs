//! The JSON API: what programs with an access token may read and change (docs/SPEC-api.md).
//!
//! It stands beside the pages and goes the same way as they do: the same permissions
//! ([`web::programs`]), the same rules before anything is kept ([`web::records`]), the same
//! History, which names the token. It takes no cookie, so that no other site can use a browser
//! against it.
//!
//! - [`door`]: who asks, and how often; [`problem`]: what went wrong, as programs read it.
//! - [`businesses`], [`records`], [`attachments`], [`reports`]: what there is.
//! - [`description`]: all of it in OpenAPI's words; [`page`]: the same for people;
//!   [`plain_json`]: records as JSON and back.

mod attachments;
mod businesses;
mod description;
mod door;
mod page;
mod plain_json;
mod problem;
mod rates;
mod records;
mod reports;

pub use door::BooksClosed;
pub use plain_json::{from_json, to_json};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use rates::Rates;
use std::sync::Arc;
use web::{PageError, Shared, guard};

/// A larger document is refused.
const DOCUMENT_BYTES_MAX: usize = 2 * 1024 * 1024;

/// The API below `/api`. Everything else is left to whoever comes after.
pub fn router(app: Shared) -> Router {
    let rates = Arc::new(Rates::default());
    let records = "/v1/businesses/{business}/records/{kind}";
    let record = "/v1/businesses/{business}/records/{kind}/{record}";
    let document = Router::new()
        .route("/v1/businesses", get(businesses::list))
        .route("/v1/businesses/{business}", get(businesses::show))
        .route("/v1/businesses/{business}/kinds", get(businesses::kinds))
        .route(records, get(records::list).post(records::create))
        .route(
            record,
            get(records::show)
                .put(records::replace)
                .patch(records::change)
                .delete(records::delete),
        )
        .route("/v1/businesses/{business}/reports", get(reports::list))
        .route(
            "/v1/businesses/{business}/reports/{report}",
            get(reports::show),
        )
        .layer(DefaultBodyLimit::max(DOCUMENT_BYTES_MAX));
    let files = Router::new()
        .route(
            &format!("{record}/attachments"),
            get(attachments::list).post(attachments::attach),
        )
        .route(
            "/v1/businesses/{business}/attachments/{attachment}",
            get(attachments::download).delete(attachments::remove),
        )
        .layer(DefaultBodyLimit::disable());
    let inner = document
        .merge(files)
        .layer(from_fn_with_state((app.clone(), rates), door::door))
        .route("/openapi.json", get(description::document))
        .route("/", get(page::show))
        .fallback(nothing_here)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn(problem::as_problem))
        .layer(from_fn_with_state(app.clone(), guard::our_host))
        .layer(from_fn(guard::headers))
        .with_state(app);
    Router::new().nest("/api", inner)
}

async fn nothing_here() -> PageError {
    PageError::not_found()
}

async fn wrong_method() -> PageError {
    PageError::new(StatusCode::METHOD_NOT_ALLOWED, "method-refused")
}
