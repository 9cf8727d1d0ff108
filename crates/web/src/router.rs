//! Every address of the program.

use crate::{
    PageError, Shared, access, attachments, backups, businesses, chart_of_accounts, emails, guard,
    history, imports, keeping, locked, looking, opened, page_error, papers, records, reports,
    rescues, settings, summary, trash, uploads, verifications,
};
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};

/// The whole program as an HTTP service.
pub fn router(app: Shared) -> Router {
    Router::new()
        .merge(businesses::routes())
        .merge(imports::routes())
        .merge(uploads::routes())
        .merge(rescues::routes())
        .merge(trash::routes())
        .merge(opened::routes())
        .merge(locked::routes())
        .merge(looking::routes())
        .merge(verifications::routes())
        .merge(summary::routes())
        .merge(emails::routes())
        .merge(settings::routes())
        .merge(backups::routes())
        .merge(keeping::routes())
        .merge(history::routes())
        .merge(records::routes())
        .merge(attachments::routes())
        .merge(reports::routes())
        .merge(papers::routes())
        .merge(chart_of_accounts::routes())
        .merge(faces::preferences::routes())
        .merge(faces::assets::routes())
        .merge(access::routes())
        .fallback(nothing_here)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(app.clone(), settings::of_the_business))
        .layer(from_fn_with_state(app.clone(), opened::read_only))
        .layer(from_fn_with_state(app.clone(), access::gate))
        // The last layer is the outermost: headers stand on every answer, refusals included.
        .layer(guard::same_site())
        .layer(from_fn_with_state(app.clone(), guard::our_host))
        .layer(from_fn(page_error::localized))
        .layer(from_fn(guard::headers))
        .with_state(app)
}

async fn nothing_here() -> PageError {
    PageError::not_found()
}

async fn wrong_method() -> PageError {
    PageError::new(StatusCode::METHOD_NOT_ALLOWED, "bad-request")
}
