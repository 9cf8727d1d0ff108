//! The style sheet, the script and the icon.

use crate::{PageError, Shared};
use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/assets/{name}", get(show_asset))
}

/// Pages name the version in the query, so a browser may keep an asset for a year.
async fn show_asset(Path(name): Path<String>) -> Result<Response, PageError> {
    let (content_type, bytes) = pages::assets::asset(&name).ok_or_else(PageError::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, bytes).into_response())
}
