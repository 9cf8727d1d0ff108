//! The pages a bookkeeper sees: routes, forms, views.
//!
//! Every request goes the same way: [`request::Visitor`] says in which language to answer, a
//! handler reads the form, the work runs on a blocking thread ([`blocking`]), and a view renders a
//! page of the crate `pages`. What goes wrong becomes a [`PageError`] and, in one place, a page in
//! the visitor's language. Handlers never see a database: they know `store`'s traits only.
//!
//! - [`app`]: what all handlers share; [`router()`]: every address.
//! - [`guard`]: hosts, cross-site requests and the headers of every answer.
//! - [`shell`]: a business around its pages: name, tabs, actions.
//! - One folder per resource: `businesses`, `imports`, `trash`, `opened`, `summary`, `backups`,
//!   `keeping`, `history`, `records`, `attachments`, `reports`, `papers`.

mod access;
pub mod addresses;
pub mod app;
pub mod attachments;
mod backups;
pub mod blocking;
pub mod businesses;
mod chart_of_accounts;
mod downloaded;
mod emails;
pub mod guard;
mod history;
mod imports;
mod keeping;
pub mod lasting;
mod locked;
mod long_work;
mod looking;
mod opened;
pub mod page_error;
pub mod papers;
pub mod records;
mod reports;
pub mod request;
mod rescues;
mod router;
mod settings;
pub mod shell;
pub mod stamp;
mod summary;
mod trash;
mod uploads;
mod verifications;

pub use access::{OpenUntil, Subscribed, Users, client_address, is_signed_in, programs, telling};
pub use app::{ATTACHMENT_BYTES_DEFAULT, ATTACHMENT_BYTES_MAX, App, Jobs, Shared};
pub use emails::{Mailroom, OnRing};
pub use faces::room::DownloadRoom;
pub use history::fault_sentence;
pub use imports::{
    ImportSettings, exchange_sentence, history_relation, say_standing, schedules_follow,
};
pub use keeping::mended_sentences;
pub use opened::{MakeStore, OpenedFiles, TakenFrom, take_record};
pub use page_error::PageError;
pub use reports::{
    MadeReport, ReportFile, report_comparisons, report_names, report_presets, saved_under,
};
pub use rescues::{rescue_counts, rescue_kind_code, rescue_line, rescue_totals};
pub use router::router;
pub use uploads::sweep_uploads;
