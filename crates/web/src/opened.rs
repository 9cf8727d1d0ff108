//! Opened files: a backup looked at like a business, and one record brought back out of it
//! (docs/SPEC-backup.md, section 10).
//!
//! A checked file is imported into a store of its own in the scratch folder and shown by the pages
//! of a business. Two walls keep it as it is: the store refuses every unit of work
//! ([`files`], [`store::ReadOnly`]), and the router refuses every request that would change it
//! ([`guarded`]). What those pages offer for writing is hidden by the style sheet in one place.

mod files;
mod guarded;
mod page;
mod taking;
mod taking_page;

pub use files::{MakeStore, OpenedFiles};
pub(crate) use guarded::{OpenedMark, banner, read_only};
pub(crate) use page::{look_into, refused_page};
pub use taking::{TakenFrom, take_record};
pub(crate) use taking_page::taking_path;

use crate::Shared;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Shared> {
    let upload = post(page::open_upload).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/opened/new", get(page::show_opened))
        .route("/opened", upload.get(page::show_opened))
        .route("/opened/imports/{id}", post(page::open_import))
        .route("/opened/backups/{business}/{id}", post(page::open_backup))
        .route("/opened/{key}/closing", post(page::close))
        .route(
            "/opened/{key}/record/{record}/taking",
            get(taking_page::ask).post(taking_page::bring_back),
        )
}
