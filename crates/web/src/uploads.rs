//! Files that arrive in pieces, so that a large one goes on after a lost connection, at whichever
//! node the next piece comes (docs/SPEC-import.md, section 8).
//!
//! - [`kept`]: uploads and their pieces, in a place for large bytes and nowhere else.
//! - [`protocol`]: beginning one, asking how far it came, sending a piece, giving it up: a part of
//!   tus 1.0.
//! - [`completion`]: the pieces become the file, which then arrives like one that a form sent.
//! - [`page`]: what is begun and not complete, on the page on which files are chosen.
//!
//! The form without scripts stays what it was.

mod completion;
mod kept;
mod page;
mod protocol;

pub(crate) use page::{form_marks, unfinished};

use crate::{PageError, Shared};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use catalog::BlobStore;
use jiff::Timestamp;

/// Where uploads are begun.
pub(crate) const HERE: &str = "/uploads";

pub(crate) fn routes() -> Router<Shared> {
    // A piece is counted while it is read.
    let one = axum::routing::head(protocol::show)
        .patch(protocol::take_piece)
        .delete(protocol::give_up)
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .route(HERE, post(protocol::begin).options(protocol::tell))
        .route("/uploads/{id}", one)
        .route("/uploads/{id}/completion", post(completion::complete))
        .route("/uploads/{id}/removal", post(page::remove))
}

/// Lets go of what was begun in a place and not finished within its day.
///
/// # Errors
/// When the place does not answer.
pub fn sweep_uploads(place: &dyn BlobStore, now: Timestamp) -> Result<(), PageError> {
    kept::Uploads(place).all(now).map(drop)
}
