//! History: every change, who made it, when, before and after.

mod as_at;
mod difference;
mod entry;
mod export;
mod filter;
mod imported;
mod list;
mod of_record;
mod raw;
mod undoing;
mod verification;

use crate::{Shared, addresses};
use axum::Router;
use axum::routing::get;
use books::Key;
pub(crate) use difference::{difference, versions};
pub(crate) use filter::choice;
use history::{Action, Stamp};
use maud::{Markup, html};
use pages::icons::{Icon, icon};
use pages::{Locale, user_text};
pub use verification::fault_sentence;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/businesses/{key}/history", get(list::list_history))
        .route(
            "/businesses/{key}/history/imported",
            get(imported::list_imported_changes),
        )
        .route(
            "/businesses/{key}/history/imported/{row}",
            get(imported::show_imported_change),
        )
        .route(
            "/businesses/{key}/history/{sequence}",
            get(entry::show_entry),
        )
        .route(
            "/businesses/{key}/history/{sequence}/undoing",
            get(undoing::ask_before_undoing).post(undoing::undo_change),
        )
        .route(
            "/businesses/{key}/history/trail.csv",
            get(export::export_csv),
        )
        .route(
            "/businesses/{key}/history/trail.json",
            get(export::export_json),
        )
        .route(
            "/businesses/{key}/history/verification",
            get(verification::show_verification),
        )
        .route(
            "/businesses/{key}/record/{record}/as-at/{sequence}",
            get(as_at::show_record_as_at),
        )
}

/// The button that leads to the History of one record.
pub(crate) fn button(locale: Locale, business: Key, record: Key) -> Markup {
    let history = addresses::business_part(business, "history");
    html! {
        a .button href={ (history) "?record=" (record) } {
            (icon(Icon::History)) (locale.text("record-history"))
        }
    }
}

/// What was done, in the visitor's words.
pub(crate) fn action_label(locale: Locale, action: Action) -> String {
    locale.text(match action {
        Action::Create => "history-action-created",
        Action::Change => "history-action-changed",
        Action::Delete => "history-action-deleted",
        Action::BusinessCreated => "history-action-started",
        Action::Restored => "history-action-restored",
        Action::Backup => "history-action-backed-up",
        Action::Removed => "history-action-removed",
        Action::BroughtBack => "history-action-returned",
        Action::EmailQueued => "history-action-email-queued",
        Action::EmailSent => "history-action-email-sent",
        Action::EmailFailed => "history-action-email-failed",
        Action::EmailSettings => "history-action-email-settings",
        Action::KeptHere => "history-action-kept-here",
        Action::KeptAsCopy => "history-action-kept-as-copy",
        Action::Downloaded => "history-action-downloaded",
    })
}

/// Who acted, as the trail has it.
fn who(locale: Locale, stamp: &Stamp) -> Markup {
    if stamp.user_name.trim().is_empty() {
        html! { (locale.text("history-user-desktop")) }
    } else {
        user_text(&stamp.user_name)
    }
}
