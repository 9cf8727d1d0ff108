//! Reports: computed from the records whenever they are opened, never stored.
//!
//! One file per report. [`suspense`] puts into words why something could not be posted.

pub(crate) mod suspense;
mod trial_balance;

use crate::blocking::blocking;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{BusinessShell, REPORTS, business_page};
use crate::{PageError, Shared, addresses};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use interchange::BooksReader;
use maud::html;
use pages::layout::heading;
use pages::tables::panel;
use store::{Reader, StoreError};

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/businesses/{business}/reports", get(list_reports))
        .route(
            "/businesses/{business}/reports/trial-balance",
            get(trial_balance::show_trial_balance),
        )
}

/// `GET /businesses/{business}/reports`.
async fn list_reports(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(business): Path<String>,
) -> Result<Response, PageError> {
    let business = key_of(&business)?;
    blocking(move || {
        let opened = app.store.open(business)?;
        let shell = BusinessShell::read(business, opened.read()?.as_ref())?;
        let locale = visitor.locale;
        let title = locale.text("reports-title");
        let href = addresses::business_part(business, "reports/trial-balance");
        let body = html! {
            (heading(&title, html! {}))
            p .muted { (locale.text("reports-explanation")) }
            (panel("", html! {
                p { a href=(href) { (locale.text("report-trial-balance")) } }
                p .muted { (locale.text("report-trial-balance-explained")) }
            }))
        };
        Ok(business_page(&visitor, &shell, &title, REPORTS, body))
    })
    .await
}

/// The typed books of one consistent moment.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn books_of(reader: &dyn Reader) -> Result<books::Books, StoreError> {
    let mut books = BooksReader::new();
    reader.each_object(None, &mut |object| {
        books.add(&object);
        Ok(())
    })?;
    Ok(books.finish().0)
}
