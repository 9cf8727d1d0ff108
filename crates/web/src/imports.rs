//! Imports: choose a file, see what is in it and how it differs from what is here, import it beside
//! that or in its place, and take that back.

mod comparison;
mod done;
mod exchanges;
mod job;
mod preview;
mod relation;
mod run;
mod settings;
mod standing;
mod undo;
mod upload;

pub(crate) use done::imported_panel;
pub use exchanges::exchange_sentence;
pub(crate) use exchanges::{message as exchange_message, notes as exchange_notes};
pub(crate) use job::ImportJobs;
pub(crate) use preview::{file_facts, findings};
pub use relation::history_relation;
pub use run::follow as schedules_follow;
pub use settings::ImportSettings;
pub use standing::say_standing;
pub(crate) use standing::{Held, badge as standing_badge, emails_wait, panel as standing_panel};
pub(crate) use upload::{
    SentForm, checked, file_field, not_written, refused_page, rescuable, sent_file, summary_field,
};

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
        .route("/businesses/{key}/standing", post(standing::save_standing))
        .route("/businesses/{key}/replacement", get(undo::show_replacement))
        .route(
            "/businesses/{key}/replacement/undoing",
            post(undo::undo_replacement),
        )
        .route("/exchanges/{key}/completion", post(exchanges::complete))
        .route("/exchanges/{key}/dismissal", post(exchanges::dismiss))
}
