//! Damaged files: what is whole in one, shown before anything is done, rescued by choice, and told
//! by the business for good (docs/SPEC-rescue.md, section 6).

mod job;
mod page;
mod stored;
mod words;

pub(crate) use job::{RescueJobs, Waiting};
pub(crate) use page::{offer, refused_page};
pub(crate) use stored::{Mark, mark_panel};
pub use words::{
    counts as rescue_counts, kind_code as rescue_kind_code, line as rescue_line,
    totals as rescue_totals,
};

use crate::Shared;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/rescues/{id}", get(page::show_rescue))
        .route("/rescues/{id}/list/{form}", get(page::show_list))
        .route("/rescues/{id}/confirmation", post(page::confirm_rescue))
        .route("/rescues/{id}/cancellation", post(page::cancel_rescue))
        .route("/businesses/{key}/rescue", get(stored::show_rescue))
        .route(
            "/businesses/{key}/rescue/list/{form}",
            get(stored::show_list),
        )
}
