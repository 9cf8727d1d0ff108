//! Where papers are fetched: shown by the browser's own viewer, named for whoever saves them.

use super::{Paper, Source, paper};
use crate::attachments::disposition::content_disposition;
use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::{PageError, Shared};
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::get;

/// What a PDF may do in the browser's own viewer: load nothing.
const POLICY: &str = "default-src 'none'; object-src 'self'; frame-ancestors 'self'";

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route(
        "/businesses/{business}/record/{record}/pdf",
        get(show_record_paper),
    )
}

/// `GET /businesses/{business}/record/{record}/pdf`.
async fn show_record_paper(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((business, record)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    let record = key_of(&record)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let reader = opened.read()?;
        let made = paper(
            &app,
            reader.as_ref(),
            &Source::Record(record),
            visitor.locale,
        )?;
        answer(made)
    })
    .await
}

/// A paper as an answer to a browser.
pub(crate) fn answer(paper: Paper) -> Result<Response, PageError> {
    let disposition = content_disposition("inline", &paper.file_name);
    let disposition = HeaderValue::from_str(&disposition).map_err(|_| PageError::internal())?;
    Response::builder()
        .header(header::CONTENT_TYPE, "application/pdf")
        .header(header::CONTENT_LENGTH, paper.bytes.len())
        .header(header::CONTENT_DISPOSITION, disposition)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header("cross-origin-resource-policy", "same-origin")
        .header(header::CACHE_CONTROL, "private, no-store")
        .body(Body::from(paper.bytes))
        .map_err(|_| PageError::internal())
}
