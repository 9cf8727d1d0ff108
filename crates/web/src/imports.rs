//! Imports: choose a file, see what is in it, import it as a new business.

mod done;
mod job;
mod preview;
mod run;
mod upload;

pub(crate) use done::imported_panel;
pub(crate) use job::ImportJobs;

use crate::Shared;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Shared> {
    // The upload counts its bytes itself, against a budget far above the general limit of forms.
    let upload = post(upload::save_upload).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/imports/new", get(upload::new_import))
        .route("/imports", upload)
        .route("/imports/{id}", get(run::show_import))
        .route("/imports/{id}/confirmation", post(run::confirm_import))
        .route("/imports/{id}/cancellation", post(run::cancel_import))
}
