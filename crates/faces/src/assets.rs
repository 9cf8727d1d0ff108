//! The style sheet, the script and the icon.

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// The addresses of the assets.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(show_asset))
}

/// Pages name the version in the query, so a browser may keep an asset for a year.
async fn show_asset(Path(name): Path<String>) -> Result<Response, StatusCode> {
    let (content_type, bytes) = pages::assets::asset(&name).ok_or(StatusCode::NOT_FOUND)?;
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, bytes).into_response())
}
