//! Emails: what was sent from inside the program, as far as the business carries any.

use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{NO_TAB, business_page, with_business};
use crate::{PageError, Shared};
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use maud::html;
use pages::tables::{empty, panel};
use pages::{Argument, layout};

/// The table of emails in `.manager` files.
const EMAILS: &str = "Emails";

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/businesses/{key}/emails", get(show_emails))
}

/// This version sends no emails; those that came with an import are counted and kept.
async fn show_emails(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let (shell, count) = with_business(&app, key_of(&key)?, |reader, _| {
        let carried = reader.carried_tables()?;
        if carried.iter().any(|table| table.name == EMAILS) {
            Ok(reader.carried_size(EMAILS)?.0)
        } else {
            Ok(0)
        }
    })
    .await?;
    let locale = visitor.locale;
    let title = locale.text("emails-title");
    let body = html! {
        (layout::heading(&title, html! {}))
        @if count == 0 {
            (empty(&locale.text("emails-empty"), html! {}))
        } @else {
            (panel("", html! {
                p { (locale.text_with("emails-count", &[("count", Argument::Count(count))])) }
                p .quiet { (locale.text("emails-carried")) }
            }))
        }
        p .quiet { (locale.text("emails-none-sent")) }
    };
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}
