//! Emails: written from documents and reports, kept as they were sent, looked after when they fail.
//!
//! The work itself is the crate `mail` (docs/SPEC-emails.md); the program's own thread takes what
//! waits in the outbox. Here are the pages, none of which waits for a mail server.
//!
//! - [`source`]: what an email sends: a record or a report, whom it is for, what its placeholders
//!   hold; [`templates`]: the subject and the text it begins with.
//! - [`compose`] opens the form ([`form`]), [`save`] keeps what was typed as a draft or puts it
//!   into the
//!   outbox; [`files`] are what goes with it.
//! - [`list`], [`view`], [`acts`], [`download`]: what was sent and what became of it.
//! - [`statements`]: statements to many customers at once.
//! - [`account`] and [`template_pages`]: Settings → Email; [`server_account`]: the account of a
//!   server, through which it writes to its users.
//! - [`Mailroom`]: the vault of accounts and the bell of the sender.

mod account;
mod account_fields;
mod account_form;
mod acts;
mod compose;
mod download;
mod files;
mod form;
mod list;
mod mailroom;
mod save;
mod server_account;
mod source;
mod statements;
mod template_pages;
mod templates;
mod typed;
mod view;
mod words;

pub use mailroom::{Mailroom, OnRing};
pub(crate) use statements::StatementJobs;

use crate::{PageError, Shared, addresses};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{get, post};
use books::{Key, Object, kinds};
use mail::MailError;
use maud::{Markup, html};
use pages::Locale;
use pages::icons::{Icon, icon};

/// A larger form is refused: a text of a hundred thousand characters fits into it in any script.
const FORM_BYTES_MAX: usize = 2 * 1024 * 1024;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/businesses/{business}/emails",
            get(list::list_emails).post(save::save_email),
        )
        .route("/businesses/{business}/emails/new", get(compose::new_email))
        .merge(statements::routes())
        .merge(account::routes())
        .merge(server_account::routes())
        .merge(template_pages::routes())
        .route(
            "/businesses/{business}/emails/{email}",
            get(view::show_email),
        )
        .route(
            "/businesses/{business}/emails/{email}/edit",
            get(compose::edit_draft),
        )
        .route(
            "/businesses/{business}/emails/{email}/queueing",
            post(acts::queue_email),
        )
        .route(
            "/businesses/{business}/emails/{email}/withdrawal",
            post(acts::withdraw_email),
        )
        .route(
            "/businesses/{business}/emails/{email}/arrival",
            post(acts::settle_email),
        )
        .route(
            "/businesses/{business}/emails/{email}/deletion",
            post(acts::delete_draft),
        )
        .route(
            "/businesses/{business}/emails/{email}/message",
            get(download::download_message),
        )
        .route(
            "/businesses/{business}/emails/{email}/attachments/{number}",
            get(download::download_file),
        )
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
}

/// Where an email is shown.
pub(crate) fn email_path(business: Key, email: Key) -> String {
    addresses::business_part(business, &format!("emails/{email}"))
}

/// What a record's page offers: to send the document, or the statement of a customer or supplier,
/// and to see the emails about it. Nothing for records that are never sent.
pub(crate) fn record_actions(locale: Locale, business: Key, object: &Object) -> Markup {
    if object.is_keyed_by_kind() {
        return html! {};
    }
    let emails = addresses::business_part(business, "emails");
    let key = object.key;
    let (compose, about) = match object.content_type {
        kinds::CUSTOMER => (
            statement_query("customer-statement-transactions", key),
            "contact",
        ),
        kinds::SUPPLIER => (
            statement_query("supplier-statement-transactions", key),
            "contact",
        ),
        kind if source::is_sendable(kind) => (format!("record={key}"), "record"),
        _ => return html! {},
    };
    html! {
        a .button href={ (emails) "/new?" (compose) } {
            (icon(Icon::Envelope)) (locale.text("email-button"))
        }
        a .button href={ (emails) "?" (about) "=" (key) } { (locale.text("email-of-record")) }
    }
}

fn statement_query(report: &str, about: Key) -> String {
    format!("report={report}&about={about}")
}

impl From<MailError> for PageError {
    fn from(error: MailError) -> Self {
        let status = match &error {
            MailError::EmailNotFound(_) => StatusCode::NOT_FOUND,
            MailError::WrongState { .. } => StatusCode::CONFLICT,
            MailError::VaultUnreadable { .. } | MailError::VaultNotWritten { .. } => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        match error {
            MailError::Store(inner) => inner.into(),
            other => Self {
                status,
                code: other.code(),
                arguments: other.arguments(),
            },
        }
    }
}
