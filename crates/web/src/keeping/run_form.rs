//! A backup now: into which places, and with what in it.

use super::words::{address, place_kind};
use crate::backups::own_fields;
use crate::page_error::key_of;
use crate::request::Visitor;
use crate::shell::{NO_TAB, business_page, with_business};
use crate::{PageError, Shared};
use axum::extract::{Path, State};
use axum::response::Response;
use catalog::{Contents, Place};
use maud::{Markup, html};
use pages::forms::Field;
use pages::{Argument, Locale, forms, layout, user_text};

/// `GET …/keeping/new`.
pub(super) async fn new_run(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(key): Path<String>,
) -> Result<Response, PageError> {
    let key = key_of(&key)?;
    let shared = app.clone();
    let (shell, places) =
        with_business(&app, key, move |_, _| Ok(shared.keeping.places()?)).await?;
    let locale = visitor.locale;
    let title = locale.text("kept-run");
    let name = Argument::Text(shell.name());
    let body = html! {
        (layout::heading(&locale.text_with("kept-run-heading", &[("name", name)]), html! {}))
        @if places.is_empty() {
            (super::places::proposal(locale))
        } @else {
            p { (locale.text("kept-run-explained")) }
            (forms::form(&address(key, ""), false, html! {
                (place_boxes(locale, &places, &|_| true, None))
                (contents_boxes(locale, Contents::ALL))
                @if backup::CAN_ENCRYPT {
                    details {
                        summary { (locale.text("protect-title")) }
                        (own_fields(locale, &locale.text("kept-run-protect-hint"), None))
                    }
                }
                (forms::submit(locale, &locale.text("kept-run"), Some(&address(key, ""))))
            }))
        }
    };
    Ok(business_page(&visitor, &shell, &title, NO_TAB, body))
}

/// A box for each place, all sent under one name.
pub(super) fn place_boxes(
    locale: Locale,
    places: &[Place],
    is_ticked: &dyn Fn(&Place) -> bool,
    error: Option<&str>,
) -> Markup {
    html! {
        fieldset .field .invalid[error.is_some()] {
            legend { (locale.text("places-title")) }
            @for place in places {
                label .check {
                    input type="checkbox" name="place" value=(place.key)
                        checked[is_ticked(place)];
                    span {
                        (user_text(&place.name)) " "
                        span .quiet {
                            (place_kind(locale, &place.kind)) " · "
                            (user_text(&place.kind.address()))
                        }
                    }
                }
            }
            @if let Some(error) = error { p .field-error { (error) } }
        }
    }
}

/// Attachments, Emails, History.
pub(super) fn contents_boxes(locale: Locale, contents: Contents) -> Markup {
    let boxes = [
        ("attachments", "backup-attachments", contents.attachments),
        ("emails", "backup-emails", contents.emails),
        ("history", "backup-history", contents.history),
    ];
    html! {
        fieldset .field {
            legend { (locale.text("backup-contents")) }
            p .field-hint { (locale.text("backup-records-always")) }
            @for (name, label, is_in) in boxes {
                (forms::checkbox(
                    &Field { name, label: &locale.text(label), ..Field::default() },
                    is_in,
                ))
            }
        }
    }
}
