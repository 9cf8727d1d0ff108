//! Backups: the page, the work, the download.

mod download;
mod emergency;
mod form;
mod job;
mod progress;
mod protection;

pub(crate) use download::disposition;
pub(crate) use job::{BackupJobs, finished_file};
pub(crate) use progress::section_name;
pub(crate) use protection::{Answers, own_fields};

use crate::Shared;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/businesses/{key}/backups/new", get(form::new_backup))
        .route("/businesses/{key}/backups", post(form::save_backup))
        .route("/businesses/{key}/backups/{id}", get(progress::show_backup))
        .route(
            "/businesses/{key}/backups/{id}/file",
            get(download::download_backup),
        )
        .route(
            "/businesses/{key}/backups/{id}/summary",
            get(download::download_summary),
        )
        .route(
            "/businesses/{key}/backups/{id}/passphrase",
            post(emergency::prove_passphrase),
        )
        .route(
            "/businesses/{key}/backups/{id}/sheet",
            get(emergency::show_sheet),
        )
        .route(
            "/businesses/{key}/backups/{id}/cancellation",
            post(progress::cancel_backup),
        )
}
